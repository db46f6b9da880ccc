"""Writes LICENSES.md: every locked dependency with its version and licence, as its installed metadata states it.

    licences.py RUNTIME_LOCK DEV_LOCK

The locks decide what is listed, the environment that runs this says what the licence is.
"""

import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path

SHORT = {
    "Apache License, Version 2.0": "Apache-2.0",
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD",
    "GNU General Public License v2 or later (GPLv2+)": "GPL-2.0-or-later",
    "GNU Lesser General Public License v3 (LGPLv3)": "LGPL-3.0",
    "GNU Lesser General Public License v2 or later (LGPLv2+)": "LGPL-2.0-or-later",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 1.1 (MPL 1.1)": "MPL-1.1",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}


def locked(path: str) -> dict[str, str]:
    """The pins of a lock file, name to version."""
    text = Path(path).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==([^\s;\\]+)", text, re.MULTILINE))


def licence(name: str) -> str:
    """What a package says of its licence: an SPDX expression, else the classifiers, else its own line.

    Raises:
        PackageNotFoundError: the package is not installed here.
    """
    data = metadata(name)
    for expression in data.get_all("License-Expression") or []:
        return str(expression)
    classified = [c.rsplit(" :: ", 1)[-1] for c in data.get_all("Classifier") or [] if c.startswith("License :: ")]
    named = [SHORT.get(c, c) for c in classified if c != "OSI Approved"]
    stated = "".join(data.get_all("License") or []).strip().split("\n")[0].strip()
    return " or ".join(named) or SHORT.get(stated, stated) or "not stated"


def table(pins: dict[str, str]) -> str:
    """A Markdown table of these pins."""
    rows = [f"| {name} | {version} | {licence(name)} |" for name, version in sorted(pins.items())]
    return "\n".join(["| package | version | licence |", "|---|---|---|", *rows])


def main(runtime_lock: str, dev_lock: str) -> int:
    """Prints the whole page; exit code 1 when a locked package is not installed."""
    runtime = locked(runtime_lock)
    dev = {name: version for name, version in locked(dev_lock).items() if name not in runtime}
    try:
        print(
            "# Licences of the dependencies\n\n"
            "Written by `make licences` from the metadata of the locked packages; do not edit. None of their code or "
            "data is copied into this repository,\nwhose own licence is in [LICENSE](LICENSE).\n\n"
            f"## Needed to run\n\n{table(runtime)}\n\n## Needed for tests and development\n\n{table(dev)}"
        )
    except PackageNotFoundError as missing:
        print(f"{missing.name} is locked but not installed: run `make setup-dev` first", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:3]))
