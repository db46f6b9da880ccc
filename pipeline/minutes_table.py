"""Minutes kept in a table ("Sak | Tema og konklusjon | Ansvar | Frist"), written out as minutes are elsewhere.

Each numbered row becomes a heading with its number and title, the text below it, and lines for who is responsible and
by when, so that everything after reads one form only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.lexicon import Lexicon, fold
from extractors.lexicon.wording import expression
from pipeline import dates
from pipeline.beside import parted
from pipeline.cell_text import Columns, listed, paragraphs, tells
from pipeline.labels import known_label
from pipeline.model import Box, Cell, Line
from pipeline.numbering import opening
from pipeline.readers.tables import flat
from pipeline.telling_table import headless, shaped, title_above

TITLE_LENGTH = 90
"""Letters that a title may have; a longer first line is text."""
HEADING_LENGTH = 40
"""Letters of a column's heading, at most."""
BELOW = 1.5
"""White space above what stands below a table, in letters: it goes on with nothing of the table's last row."""
ROW_GAP = 2.0
"""White space above a row, in letters: what stands beside the row above goes on in no other."""
_TEXT_LENGTH = 60
"""Letters in a row from which on it tells more than a task does."""


def unroll(lines: Sequence[Line], letter: float, lexicon: Lexicon) -> list[Line]:
    """The lines with every table of minutes written out; `letter` is the width of a letter in points."""
    out: list[Line] = []
    at, below = 0, False
    while at < len(lines):
        found, rows = _table(lines, at, lexicon) if lines[at].table is not None else (None, 0)
        if found:
            old = False  # below a row that says that what follows was given before
            for row in found[0]:
                if (group := _group(row, found[1])) is not None:
                    old = known_label(group, lexicon)[:1] == ("old_action",)
                    out.append(replace(row, text=group, raw=group, cells=(), table=None, bold=True, gap=BELOW))
                    continue
                if old:
                    text = " ".join(flat(cell.text) for cell in row.cells if cell.text.strip())
                    out.append(replace(row, text=text, raw=text, cells=(), table=None, gap=0.6))
                    continue
                for part in parted(row, found[1], lexicon):
                    out.extend(written_out(part, found[1], letter, lexicon))
            at += 1 + rows
            below = True
        else:
            line, at = lines[at], at + 1
            out.append(replace(line, gap=max(line.gap, BELOW)) if below and line.table is None else line)
            below = False
    return out


def _table(lines: Sequence[Line], at: int, lexicon: Lexicon) -> tuple[tuple[list[Line], Columns] | None, int]:
    """The rows of minutes below a header and their columns, None where there are none; and how many rows it has."""
    columns = _columns(lines[at], lexicon)
    heads = columns is not None or _may_head(lines, at)
    body = _rows(lines, at) if heads else []
    if not heads and (not at or lines[at - 1].table != lines[at].table):
        body = _rows(lines, at)
        return headless([lines[at], *body], lexicon), len(body)
    if columns and _is_minutes(body, columns):
        return (body, columns), len(body)
    return shaped([lines[at], *body], lambda name: _kinds(name, lexicon), lexicon) if body else None, len(body)


def _group(row: Line, columns: Columns) -> str | None:
    """The words of a row that has nothing but a few of them, over the rows below it ("Nye punkt"); None for others."""
    full = [i for i, cell in enumerate(row.cells) if cell.text.strip()]
    if len(full) != 1 or full[0] not in (0, *columns.texts):
        return None
    words = flat(row.cells[full[0]].text)
    return words if len(words.split()) <= _FEW and words[:1].isalpha() and not words.endswith(".") else None


def _may_head(lines: Sequence[Line], at: int) -> bool:
    """True for the first row of a table whose cells are short: any other row is not looked at further."""
    first = not at or lines[at - 1].table != lines[at].table or len(lines[at - 1].cells) != len(lines[at].cells)
    return first and len(lines[at].cells) > 1 and all(len(cell.text) <= HEADING_LENGTH for cell in lines[at].cells)


def _columns(header: Line, lexicon: Lexicon) -> Columns | None:
    """The columns by their header; None where the row is no header of such a table."""
    names = [flat(cell.text).strip(" :") for cell in header.cells]
    if len(names) < 3 or not (_kinds(names[0], lexicon) & {"case", "text"} or names[0] == "#"):
        return None  # most rows of tables: the other cells are not looked at
    kinds = [_kinds(name, lexicon) for name in names]
    unknown = any(name and not kind for name, kind in zip(names[1:], kinds[1:], strict=True))
    tells = unknown or any(kind & {"telling", "decision"} for kind in kinds[1:])
    task = next((i for i, kind in enumerate(kinds) if i and "task" in kind and "telling" not in kind), None)
    if task is not None and not (tells and task == len(names) - 1):
        return None
    owner = next((i for i, kind in enumerate(kinds) if "owner" in kind), task)
    if owner is None and tells and not kinds[-1]:
        owner = len(names) - 1  # "Sak | Drøfting | Hvem gjør hva"
    due = next((i for i, kind in enumerate(kinds) if "due" in kind and "note" not in kind), None)
    texts = tuple(i for i in range(1, len(names)) if i not in (owner, due) and names[i] and kinds[i] != {"status"})
    telling = len(texts) >= 2 and any(kinds[i] & {"telling", "decision"} for i in texts[1:])
    if not texts or (owner is None and due is None and not telling):
        return None
    return Columns(texts, owner, due, {i: names[i] for i in texts if "decision" in kinds[i]})


def _kinds(heading: str, lexicon: Lexicon) -> frozenset[str]:
    """What stands below a heading."""
    return lexicon.columns_of(heading) or _by_its_words(heading, lexicon)


def _by_its_words(heading: str, lexicon: Lexicon) -> frozenset[str]:
    """What a longer heading says stands below it ("Hva vi landet på"); empty where it says nothing known."""
    folded = f" {fold(heading)}"
    for kind in ("owner", "decision", "telling"):
        if any(f" {word}" in folded for word in lexicon.lists[f"column_{kind}"]):
            return frozenset({kind})
    return frozenset()


def _rows(lines: Sequence[Line], at: int) -> list[Line]:
    """The rows of the header's table that have as many cells as it."""
    header, found = lines[at], []
    for line in lines[at + 1 :]:
        if line.table != header.table or len(line.cells) != len(header.cells):
            break
        if [cell.text for cell in line.cells] != [cell.text for cell in header.cells]:  # printed again on each page
            found.append(line)
    return found


def _is_minutes(rows: Sequence[Line], columns: Columns) -> bool:
    """True where most rows have a number that counts on and tell more than a task: a title with text below it."""
    keys = [opens.key for row in rows if (opens := opening(f"{flat(row.cells[0].text)} X"))]
    headed = sum(bool(row.cells[0].text.strip()) for row in rows)
    if len(keys) < 2 or len(keys) * 2 < headed or not _count_on(keys):
        return False
    if columns.labels and len(columns.texts) == 1 and all(map(_number_and_title, rows)):
        return True  # beside each matter what was decided in it
    telling = 0
    for row in rows:
        text = "\n".join(row.cells[i].text for i in columns.texts)
        run_in = len(columns.texts) == 1 and _RUN_IN.match(text) is not None
        long = len(text) > _TEXT_LENGTH or len(columns.texts) > 1 or title_above(text)
        telling += ("\n" in text.strip() or run_in) and long
    return telling * 2 >= headed


def _number_and_title(row: Line) -> bool:
    """True for a row whose first cell has the number and the title of a matter."""
    text = flat(row.cells[0].text)
    opens = opening(text)
    return opens is not None and any(map(str.isalpha, text[opens.title_at :]))


def _count_on(keys: Sequence[tuple[int, ...]]) -> bool:
    """True where numbers rise; among a meeting's own (9.01) points kept from meetings before it (8.04) may stand."""
    if all(a < b for a, b in pairwise(keys)):
        return True
    own = Counter(key[0] for key in keys).most_common(1)[0][0]
    mine = [key for key in keys if key[0] == own]
    kept = [key for key in keys if key[0] != own]
    rises = all(len(key) > 1 for key in keys) and all(a < b for a, b in pairwise(mine))
    return rises and len(mine) > len(kept) and len(set(kept)) == len(kept) and all(key < mine[0] for key in kept)


def written_out(row: Line, columns: Columns, letter: float, lexicon: Lexicon) -> Iterator[Line]:
    """One row as lines: number and title, text, owner, deadline."""
    number = flat(row.cells[0].text)
    plain = replace(row, cells=(), table=None, bold=False)
    first = True
    opens = opening(number)
    if opens and any(letter.isalpha() for letter in number[opens.title_at :]):  # number and title in one cell
        yield replace(plain, text=number, raw=number, box=row.cells[0].box, bold=True, gap=1.5)
        number, first = "", False
    for column in columns.texts:
        cell = row.cells[column]
        values = [value for value in cell.text.split("\n") if value.strip()]
        if first and columns.run_in and len(columns.texts) == 1 and values and (opens_with := _RUN_IN.match(values[0])):
            values = [opens_with[1], values[0][opens_with.end() :], *values[1:]]
        if first and len(columns.texts) > 1 and column not in columns.labels and len(flat(cell.text)) <= TITLE_LENGTH:
            values = [flat(cell.text)] if values else []  # a column of its own for titles
        named = bool(number) or (columns.titled and (len(values) == 1 or title_above(cell.text)))
        titled = first and named and column not in columns.labels and bool(values)
        if titled and len(values[0]) <= TITLE_LENGTH:
            box = slice_of(cell.box, 0, len(values), letter, values[0])
            yield replace(plain, text=f"{number} {values[0]}".strip(), raw=values[0], box=box, bold=True, gap=1.5)
        elif titled:
            titled = False
        for at, count, text in paragraphs(values, 1 if titled else 0, lexicon):
            top = slice_of(cell.box, at, len(values), letter, text)
            end = slice_of(cell.box, at + count - 1, len(values), letter, text)
            place = (top[0], top[1], max(top[2], end[2]), end[3]) if top and end else None
            above = ROW_GAP if first and not titled and not at else 1.0
            heads = columns.labels.get(column, "") if not at else ""
            labelled = f"{heads}: {text}" if known_label(heads, lexicon)[:1] == ("decision",) else text
            yield replace(plain, text=labelled, raw=text, box=place, gap=above)
        first = first and not values
    for name, at_column in (("Ansvar", columns.owner), ("Frist", columns.due)):
        cell = row.cells[at_column] if at_column is not None else Cell("")
        value = flat(cell.text).strip(" -–")
        if name == "Ansvar" and value.casefold().strip(" .") in lexicon.lists["for_information"]:
            continue  # it is told, and nobody has to do anything
        several = [one.strip(" -–") for one in listed(cell) if one.strip(" -–")]
        if tells(value) or any(map(_TASK.match, several)) or (len(several) > 1 and all(map(tells, several))):
            for sentence in (part for one in several for part in _SENTENCE.split(one)):
                yield replace(plain, text=sentence, raw=sentence, box=cell.box, gap=1.0)
            continue
        whose = [part for part in cell.text.split("\n") if part.strip(" -–")]
        when = [part for part in whose if _is_when(part)] if name == "Ansvar" and len(whose) > 1 else []
        if name == "Ansvar" and not when and all(map(_NAME.fullmatch, several)):
            whose = [", ".join(several)] if several else []
        if len(whose) == 2 and _CLASS.fullmatch(whose[0].strip(" .:")) and _NAME.fullmatch(whose[1].strip()):
            whose = whose[1:]  # several classes may be owners themselves
        for label, parts in ((name, [part for part in whose if part not in when]), ("Frist", when)):
            if words := flat("\n".join(parts)).strip(" -–"):
                yield replace(plain, text=f"{label}: {words}", raw=words, box=cell.box, gap=0.6)


_RUN_IN = re.compile(
    r"^([A-ZÆØÅ][^.:!?]{2,44})(?<!\bnr)(?<!\bpr)(?<!\bkl)(?<!\bjf)(?<!\bpkt)(?<!\d)\.\s+(?=[A-ZÆØÅ0-9]\S*\s+\S)"
)
"""The words that open a cell and are its title, with its text behind them ("Stillas. Det skal stå til juni.")."""
_WHEN = expression("minutes_table.when")
"""What a line of a cell says that holds both who and by when, beside dates ("TE" / "uke 12")."""
_CLASS = expression("minutes_table.class")
"""A class whose parent the owner is, on a line of its own."""
_TASK = re.compile(r"[A-ZÆØÅ][^:]{1,40}:\s+(?:[a-zæøå]{2,}e|ta|gi|gje|se|sjå|få|gå)\s")
"""A name and what it has to do ("Kari: bestille pølser")."""
_NAME = re.compile(r"[A-ZÆØÅ][\wæøåÆØÅ.-]*(?: [A-ZÆØÅ][\wæøåÆØÅ.-]*){0,3}")
"""A name or initials, in a list of them."""
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-ZÆØÅ])")


def _is_when(text: str) -> bool:
    """True for a line that says by when: a date, a week, "at once"; a number in a sentence is no date."""
    return bool(_WHEN.search(text)) or (len(text.split()) <= _FEW and bool(dates.find(text)))


_FEW = 5
"""Words of a line with a date that says by when, at most."""


def slice_of(box: Box | None, at: int, count: int, letter: float, text: str) -> Box | None:
    """The place of one line of a cell that holds `count` lines."""
    if box is None:
        return None
    high = (box[3] - box[1]) / max(1, count)
    return box[0], box[1] + at * high, min(box[2], box[0] + letter * len(text)), box[1] + (at + 1) * high
