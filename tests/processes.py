"""What tests ask of running processes, by /proc."""

from __future__ import annotations

import os
import time
from pathlib import Path

from pipeline.ward import session


def fields(process: int) -> list[bytes]:
    """What the kernel says of a process, from its state on; empty where it is gone."""
    try:
        return Path(f"/proc/{process}/stat").read_bytes().rpartition(b")")[2].split()
    except OSError:
        return []


def name_of(process: int) -> str:
    """The name of a process's program."""
    try:
        return Path(f"/proc/{process}/comm").read_text("utf-8").strip()
    except OSError:
        return ""


def descendants(process: int) -> set[int]:
    """The processes that this one has started, and those that they have."""
    said = {int(name): fields(int(name)) for name in os.listdir("/proc") if name.isdigit()}
    above = {child: int(told[1]) for child, told in said.items() if told}
    found = {process}
    while more := {child for child, parent in above.items() if parent in found} - found:
        found |= more
    return found - {process}


def living(leader: int) -> list[int]:
    """The processes of a session that are still there after a moment for the ward to end them."""
    deadline = time.monotonic() + 10
    while (found := list(session(leader))) and time.monotonic() < deadline:
        time.sleep(0.05)
    return found
