"""Whole PDFs by several producers, and the same with damage done to them: always the same damage."""

from __future__ import annotations

import io
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pikepdf

from tests.conftest import CORPUS, MINUTES, SamplePdf

SEED = 20140312
SAMPLES = 3
"""Documents of the corpus that are taken, the smallest ones."""
LOCK = pikepdf.Encryption(owner="eier", user="", R=3, aes=False, metadata=False)
"""A way of locking that uses no chance, so that the same bytes come out each time."""
_NUMBER = re.compile(rb"\d+")


def originals(folder: Path, sample_pdf: SamplePdf) -> dict[str, bytes]:
    """Small whole PDFs by their producer."""
    many = [[f"Side {n}", *MINUTES, f"Sak {n}/14 Budsjett for {n}. kvartal"] for n in range(1, 6)]
    typed = sample_pdf(folder / "reportlab.pdf", *many).read_bytes()
    found = {"reportlab": typed, "weasyprint": _printed()}
    for name, data in [("reportlab", typed), ("weasyprint", found["weasyprint"])]:
        found[f"{name}, object streams"] = _saved(data, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    found["plain"] = _saved(typed, qdf=True)
    found["linear"] = _saved(typed, linearize=True)
    found["locked, no password"] = _saved(typed, encryption=LOCK)
    samples = sorted(CORPUS.glob("*.pdf"), key=lambda path: (path.stat().st_size, path.name))[:SAMPLES]
    return found | {path.stem: path.read_bytes() for path in samples}


def _printed() -> bytes:
    """A page of HTML as WeasyPrint sets it, its font embedded in part."""
    from weasyprint import HTML

    rows = "".join(f"<tr><td>Sak {n}/14</td><td>Vedtatt</td></tr>" for n in range(1, 9))
    text = "".join(f"<p>{line}</p>" for line in MINUTES)
    printed = HTML(string=f"<h1>Møteprotokoll</h1>{text}<table border=1>{rows}</table>{text}").write_pdf()
    return bytes(printed or b"")


def _saved(data: bytes, **how: object) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as whole:
        whole.save(out, static_id=True, **how)
    return out.getvalue()


def _flipped(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.choice((1, 3, 10, 40))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def _cut(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _lost(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    del data[start:end]


def _blanked(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    data[start:end] = bytes(end - start)


def _doubled(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    data[end:end] = data[start:end]


def _swapped(data: bytearray, chance: random.Random) -> None:
    start, end = _span(data, chance)
    middle = chance.randint(start, end)
    data[start:end] = data[middle:end] + data[start:middle]


def _inserted(data: bytearray, chance: random.Random) -> None:
    at = chance.randrange(len(data))
    data[at:at] = chance.randbytes(chance.choice((1, 20, 500)))


def _miscounted(data: bytearray, chance: random.Random) -> None:
    """Numbers of its structure changed: lengths, places, references, counts."""
    for _ in range(chance.choice((1, 4))):
        numbers = list(_NUMBER.finditer(data))
        number = chance.choice(numbers)
        other = chance.choice((b"0", b"-1", b"7", b"99999", b"4294967296", b"%d" % (int(number.group()[:9]) + 1)))
        data[number.start() : number.end()] = other


MUTATIONS: tuple[Callable[[bytearray, random.Random], None], ...] = (
    _flipped,
    _cut,
    _lost,
    _blanked,
    _doubled,
    _swapped,
    _inserted,
    _miscounted,
)


def _span(data: bytearray, chance: random.Random) -> tuple[int, int]:
    start = chance.randrange(len(data))
    return start, min(len(data), start + chance.choice((8, 100, 1000)))


def mutants(whole: dict[str, bytes], count: int) -> Iterator[tuple[str, str, bytes]]:
    """So many mutants: of which original, by which mutation, and the bytes."""
    chance = random.Random(SEED)
    names = list(whole)
    for number in range(count):
        name, mutate = names[number % len(names)], MUTATIONS[number // len(names) % len(MUTATIONS)]
        data = bytearray(whole[name])
        mutate(data, chance)
        yield name, mutate.__name__.strip("_"), bytes(data)
