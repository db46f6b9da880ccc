"""The tables and views of the archive, as data. `docs/schema.md` is generated from this file.

Two layers. *Stated* tables hold what one document says; the rows of a document are replaced together and nothing
derived ever updates them. *Derived* tables (`person`, `organisation`, `body` and the `*_link` tables) are rebuilt by
`link` from the stated rows, so the order of import never matters. Names follow Popolo, OParl and Noark 5.
"""

from __future__ import annotations

from pipeline.schema.derived import DERIVED
from pipeline.schema.files import FILES
from pipeline.schema.records import RECORDS
from pipeline.schema.shape import SOURCE, Table

SCHEMA_VERSION = 2

TABLES: dict[str, Table] = {**FILES, **RECORDS, **DERIVED}
"""Every table of the archive by name."""

__all__ = ["DERIVED", "FILES", "RECORDS", "SCHEMA_VERSION", "SOURCE", "TABLES", "Table"]
