"""The picture of a page: facts are coloured where they stand, on turned and cropped pages too."""

from __future__ import annotations

from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from pipeline import run
from pipeline.intake import identify
from pipeline.options import Options
from pipeline.picture import SCALE
from tests.conftest import Cli, SamplePdf


def yellow(picture: Image.Image, box: list[float]) -> float:
    """The share of a box's pixels that are tinted as facts are."""
    x0, y0, x1, y1 = (round(value * SCALE) for value in box)
    pixels = [picture.getpixel((x, y)) for x in range(x0 + 1, x1 - 1) for y in range(y0 + 1, y1 - 1)]
    tinted = [pixel for pixel in pixels if isinstance(pixel, tuple) and pixel[0] > pixel[2] + 25]
    return len(tinted) / max(1, len(pixels))


@pytest.mark.parametrize("turned", [0, 270])
@pytest.mark.parametrize("cropped", [False, True])
def test_facts_are_coloured_where_they_stand(
    turned: int, cropped: bool, cli: Cli, minutes: SamplePdf, tmp_path: Path
) -> None:
    path, target = tmp_path / "referat.pdf", tmp_path / "side.png"
    with pikepdf.open(minutes(tmp_path / "plain.pdf")) as file:
        if cropped:
            file.pages[0].CropBox = pikepdf.Array([40, 300, 560, 820])
        file.pages[0].Rotate = turned
        file.save(path)
    done = cli("explain", path, "--picture", target)
    assert done.returncode == 0, done.stderr
    picture = Image.open(target).convert("RGB")
    (document,) = run.process(identify(path), Options()).record["documents"]
    boxes = [entry["source"]["bbox"] for entry in (*document["decisions"], *document["attendance"])]
    assert len(boxes) >= 3
    assert all(yellow(picture, box) > 0.5 for box in boxes)


def test_a_picture_is_not_written_over(cli: Cli, minutes: SamplePdf, tmp_path: Path) -> None:
    path, target = minutes(tmp_path / "referat.pdf"), tmp_path / "side.png"
    target.write_text("mitt")
    refused = cli("explain", path, "--picture", target)
    assert refused.returncode == 2
    assert "--force" in refused.stderr
    assert target.read_text() == "mitt"
    assert cli("explain", path, "--picture", target, "--force").returncode == 0
    assert Image.open(target).format == "PNG"


def test_what_has_no_pages_is_not_drawn(cli: Cli, tmp_path: Path) -> None:
    path = tmp_path / "referat.md"
    path.write_text("# Referat\n\nTil stede: Kari Nes\n", encoding="utf-8")
    refused = cli("explain", path, "--picture", tmp_path / "side.png")
    assert refused.returncode == 2
    assert "only PDFs" in refused.stderr
    assert not (tmp_path / "side.png").exists()
