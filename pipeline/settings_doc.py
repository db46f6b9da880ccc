"""`docs/configuration.md`, made from `Settings`: every key with its meaning, its values and its default.

`python -m pipeline.settings_doc docs/configuration.md` writes it; a test fails where the file says anything else.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from pipeline.settings import FILE, KEYS, Settings


def toml(value: Any) -> str:
    """A value as TOML writes it.

    >>> toml((1945, 2040)), toml(True), toml("nb")
    ('[1945, 2040]', 'true', '"nb"')
    """
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return f"[{', '.join(map(toml, value))}]"
    return f'"{value}"' if isinstance(value, str) else str(value)


def markdown() -> Iterator[str]:
    """The page, line by line."""
    yield "# Configuration"
    yield ""
    yield (
        "Generated from `pipeline/settings.py` by `python -m pipeline.settings_doc docs/configuration.md`; do not edit."
    )
    yield ""
    yield (
        f"An archive may have a file `{FILE}` in its folder, beside `archive.db`. What it says holds for every command "
        "that works on this archive. An option on the command line wins over the file, the file over the defaults; an "
        "option that may be repeated (`--include`, `--exclude`) replaces the file's whole list. "
        "A key or value that is not understood stops the command (exit code 2) with the line, the key and a suggestion."
    )
    yield ""
    yield "| key | default | value | meaning | option |"
    yield "|---|---|---|---|---|"
    for one in fields(Settings):
        key = KEYS[one.name]
        default = "not set" if one.default is None else f"`{toml(one.default)}`"
        option = f"`{key.option}`" if key.option else ""
        yield f"| `{one.name}` | {default} | {key.form} | {key.meaning} | {option} |"
    yield ""
    yield "## An example"
    yield ""
    yield "```toml"
    yield 'language = "nn"'
    yield "years = [1963, 2030]"
    yield 'exclude = ["kladd", "*.txt", "gamalt/2003"]'
    yield "jobs = 2"
    yield "```"
    yield ""
    yield "## Patterns"
    yield ""
    yield (
        "A pattern is held against a file's path below the folder or zip archive that was given, without regard to "
        "capitals or to how æ, ø and å are composed. `*` stands for any characters, `?` for one, `[ab]` for one of "
        "these. Without a `/` it is held against each name on the way, so that `kladd` means everything in folders of "
        "that name and `*.docx` all files that end so; with a `/` against the path from its beginning, so that "
        "`gamalt/2003` means that folder and all below it. A file is taken where it matches an `include` (or there is "
        "none) and no `exclude`. A file that is named itself is always taken."
    )


def main() -> None:
    """Write the page to the file that is named."""
    Path(sys.argv[1]).write_text("\n".join(markdown()) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
