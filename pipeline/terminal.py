"""What commands say on a terminal: progress and summaries on stderr, hits and counts as lines for stdout."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

import click

from pipeline.model import Status as Outcome

if TYPE_CHECKING:
    from click._termui_impl import ProgressBar

    from pipeline.desk import Entry, Report
    from pipeline.search import Hit
    from pipeline.status import Status


def say(text: str) -> None:
    """A line on stderr, where everything goes that is no data."""
    click.echo(text, err=True)


def print_json(value: Any) -> None:
    """One JSON value on stdout."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def print_lines(lines: Iterable[str]) -> None:
    """Lines on stdout."""
    for line in lines:
        click.echo(line)


class Progress:
    """A progress bar on a terminal; elsewhere a plain line for every file that was not merely unchanged."""

    def __init__(self) -> None:
        self.bar: ProgressBar[int] | None = None
        self.done = 0
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
        if not self.shown:
            if entry.change != "unchanged" or entry.outcome.failed:
                say(f"[{self.done}/{total}] {entry.outcome} {entry.change}: {entry.name}")
            return
        if self.bar is None:
            self.bar = click.progressbar(length=total, label="import", file=sys.stderr, show_pos=True)
            self.bar.render_progress()
        self.bar.update(1)


def summary(report: Report) -> Iterator[str]:
    """What an import came to, with the files that need a person and what to do about them."""
    total = report.outcomes.total()
    yield f"{total} file{'s' * (total != 1)}: {_list(report.changes)}" if total else "no files"
    if total:
        yield f"outcomes: {_list(report.outcomes)}"
    for entry in report.attention:
        yield f"{'!' if entry.outcome.failed else '-'} {entry.name} ({entry.outcome}): {entry.message or ''}".rstrip(
            ": "
        )
    if report.interrupted:
        yield "stopped: the files in hand were finished; run the same command again to go on"
    elif report.pages is not None:
        yield f"{report.pages} pages written"


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
    yield f"imported: {state.last_run or 'never'}"
    for file in state.attention:
        yield f"{'!' if Outcome(file.outcome).failed else '-'} {file.path} ({file.outcome})"
        if file.message:
            yield f"    {file.message}"


def _list(counts: Mapping[str, int]) -> str:
    """Counts in words: "12 ok, 1 damaged"."""
    return ", ".join(f"{count} {str(name).replace('_', ' ')}" for name, count in counts.items() if count) or "none"
