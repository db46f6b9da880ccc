"""What commands say on a terminal: progress and summaries on stderr, hits and counts as lines for stdout."""

from __future__ import annotations

import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from pipeline.model import Status as Outcome

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from pipeline.desk import Entry, Report
    from pipeline.rehearsal import Rehearsal
    from pipeline.search import Hit
    from pipeline.status import Status


LISTED = 40
"""Files that need a person, named after an import; there may be thousands."""
MOST_WARNINGS = 20

_UNSAFE = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What a terminal obeys instead of showing it: controls, line ends, marks that turn the direction of text."""


def visible(text: str) -> str:
    r"""Text that a terminal shows on one line and does not obey; a file may be called anything.

    >>> visible("red \x1b[31m\nline")
    'red \\x1b[31m\\nline'
    """
    return _UNSAFE.sub(lambda found: ascii(found[0])[1:-1], text)


def say(text: str) -> None:
    """A line on stderr, where everything goes that is no data."""
    click.echo(visible(text), err=True)


def print_json(value: Any) -> None:
    """One JSON value on stdout; what a terminal would obey stands as its escape, which means the same."""
    said = json.dumps(value, ensure_ascii=False, indent=1)
    click.echo("\n".join(_UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", line) for line in said.split("\n")))


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout."""
    for line in lines:
        click.echo(visible(line))


class Progress:
    """A bar with rate, time left and outcomes on a terminal; elsewhere a line for every file that was not unchanged."""

    def __init__(self) -> None:
        self.bar: ProgressBar[Entry] | None = None
        self.done = 0
        self.outcomes: Counter[str] = Counter()
        self.began = time.monotonic()
        self.shown = sys.stderr.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.bar:
            self.bar.render_finish()

    def __call__(self, entry: Entry, total: int) -> None:
        """Hear of one file."""
        self.done += 1
        self.outcomes[entry.outcome] += 1
        if not self.shown:
            if entry.change != "unchanged" or entry.outcome.failed:
                say(f"[{self.done}/{total}] {entry.outcome} {entry.change}: {entry.name}")
            return
        if self.bar is None:
            self.bar = click.progressbar(
                length=total, label="import", file=sys.stderr, show_pos=True, item_show_func=lambda _: self._state()
            )
            self.bar.render_progress()
        self.bar.update(1, entry)

    def _state(self) -> str:
        """How fast it goes, and the outcomes so far."""
        rate = self.done / max(time.monotonic() - self.began, 0.001)
        return f"{rate:.1f} files/s, {_list(dict(self.outcomes.most_common()))}"


def summary(report: Report) -> Iterator[str]:
    """What an import came to, with the files that need a person and what to do about them."""
    total = report.outcomes.total()
    yield f"{total} file{'s' * (total != 1)}: {_list(report.changes)}" if total else "no files"
    if total:
        yield f"outcomes: {_list(report.outcomes)}"
    for entry in report.attention[:LISTED]:
        yield f"{'!' if entry.outcome.failed else '-'} {entry.name} ({entry.outcome}): {entry.message or ''}".rstrip(
            ": "
        )
    if len(report.attention) > LISTED:
        yield f"and {len(report.attention) - LISTED} more: `referat status`, or the page of this import, lists them all"
    yield from _besides(report)
    if report.run:
        yield f"import {report.run}; to take it back: referat undo {report.run}"
    if report.interrupted:
        yield "stopped: the files in hand were finished; run the same command again to go on"
    elif report.pages is not None:
        yield f"{report.pages} pages written"


def _besides(report: Report | Rehearsal) -> Iterator[str]:
    """What is to be said of an import as a whole."""
    if report.left_out:
        yield f"{report.left_out} left out by --include and --exclude"
    for warning in report.warnings[:MOST_WARNINGS]:
        yield f"- {warning}"
    if len(report.warnings) > MOST_WARNINGS:
        yield f"- and {len(report.warnings) - MOST_WARNINGS} more; --json lists all"


def rehearsal_lines(found: Rehearsal) -> Iterator[str]:
    """What would be done with each file: whether it would be read, how it has changed, and where it is."""
    for file in found.files:
        yield f"{file.outcome or ('read' if file.read else 'leave')}\t{file.change}\t{file.path}"


def rehearsal_summary(found: Rehearsal) -> Iterator[str]:
    """What an import would come to, and what could not be read."""
    total, read = len(found.files), sum(file.read for file in found.files)
    yield f"dry run, nothing written: {total} file{'s' * (total != 1)}: {_list(found.changes)}; {read} to be read"
    for file in found.files:
        if file.message:
            yield f"! {file.name} ({file.outcome}): {file.message}"
    yield from _besides(found)


def hit_lines(hit: Hit) -> Iterator[str]:
    """A hit of a search: when and where, the words, and the page to open."""
    head = "  ".join(part for part in (hit.date or "undated", _KINDS[hit.type], hit.body, hit.title) if part)
    yield head
    if hit.text:
        yield f"    {hit.text}"
    yield f"    {hit.path or hit.file or '?'}" + (f", page {hit.page}" if hit.page else "")


_KINDS = {"decision": "decision", "action_item": "action", "agenda_item": "agenda item", "page": "page"}


def status_lines(state: Status) -> Iterator[str]:
    """The state of an archive, a topic a line, then the files that need a person."""
    yield f"files:    {state.files} ({_list(state.outcomes)})"
    yield f"kinds:    {_list(state.kinds)}"
    yield f"years:    {_list({year or 'undated': count for year, count in state.years.items()})}"
    yield f"issues:   {_list(state.issues)}"
    yield f"actions:  {_list(state.actions)}"
    yield f"copies:   {_list(state.editions)}"
    number = f" (import {state.last_import} can be undone)" if state.last_import else ""
    yield f"written:  {state.last_run or 'never'}{number}"
    for file in state.attention:
        yield f"{'!' if Outcome(file.outcome).failed else '-'} {file.path} ({file.outcome})"
        if file.message:
            yield f"    {file.message}"


def _list(counts: Mapping[str, int]) -> str:
    """Counts in words: "12 ok, 1 damaged"."""
    return ", ".join(f"{count} {str(name).replace('_', ' ')}" for name, count in counts.items() if count) or "none"
