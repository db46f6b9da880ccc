"""Tables of files and runs: what came in, when, under which names, and what was taken out again."""

from __future__ import annotations

from pipeline.schema.shape import Table

FILES: dict[str, Table] = {
    "run": Table(
        "One run of a command that wrote to the archive; `undone` is when it was taken back.",
        "run",
        {
            "id": int,
            "started": str,
            "finished": str,
            "command": str,
            "version": str,
            "paths": str,
            "counts": str,
            "undone": str,
            "seal": str,
        },
        json=frozenset({"paths", "counts"}),
    ),
    "source_file": Table(
        "One content (SHA-256) of a file; the same bytes under several names are one row. `register` is what a "
        "register beside the files said of it. `content_seal` is a hash of all rows that the content has in other "
        "tables, search included.",
        "file",
        {
            "id": str,
            "size": int,
            "media_type": str,
            "pages": int,
            "outcome": str,
            "text_from": str,
            "engine": str,
            "register": str,
            "run": int,
            "imported": str,
            "seconds": float,
            "content_seal": str,
            "seal": str,
        },
        {"run": "run"},
        frozenset({"outcome"}),
    ),
    "file_name": Table(
        "A path under which a content was seen; `current` is 0 where other bytes, or none, stand under that name now.",
        "file",
        {
            "path": str,
            "source_file": str,
            "name": str,
            "current": int,
            "mtime": float,
            "seen": str,
            "run": int,
            "seal": str,
        },
        {"source_file": "source_file", "run": "run"},
        frozenset({"source_file", "name"}),
        key=("path", "source_file"),
        indexes=(("source_file",),),
    ),
    "import_entry": Table(
        "What a run did with one path: the content that lay there before and after, the outcome, and what to do "
        "(`code` is that of the issue). A path whose content was known and stayed as it was has no row.",
        "run",
        {
            "run": int,
            "path": str,
            "name": str,
            "before": str,
            "after": str,
            "change": str,
            "outcome": str,
            "code": str,
            "message": str,
            "seal": str,
        },
        {"run": "run"},
        frozenset({"name", "change"}),
        key=("run", "path"),
        indexes=(("path",),),
    ),
    "withdrawal": Table(
        "A document that was taken out for good (`referat forget`): which one, of which content, when and why, and "
        "nothing of what it said. No import brings it back.",
        "run",
        {"id": str, "source_file": str, "withdrawn": str, "because": str, "seal": str},
        required=frozenset({"source_file", "withdrawn", "because"}),
    ),
    "page": Table(
        "The text of one page, for search and for showing a record in its surroundings.",
        "file",
        {"id": str, "source_file": str, "number": int, "text": str, "text_from": str},
        {"source_file": "source_file"},
        frozenset({"source_file", "number"}),
        indexes=(("source_file",),),
    ),
}
"""Tables of the layers `run` and `file`, by name."""
