"""The picture of a scanned page made fit for recognition: straightened where it is askew, smoothed where it is grainy.

The angle and the grain are measured on every scan, which costs some 30 ms; quarter turns are tried only where a first
reading was poor.
"""

from __future__ import annotations

import io
import math
import re
import subprocess
from typing import Any

Pixels = tuple[int, int, int, int]
"""Left, top, right and bottom of a box on a picture."""
SKEWED = 0.35
"""Degrees from which a page is straightened."""
MOST = 5.0
"""Degrees that a feeder may turn a sheet."""
COARSE, FINE = 0.5, 0.1
"""Steps of the search for the angle, in degrees."""
SMALL = 700
"""Pixels that a page is wide while its angle is looked for."""
GRAINY = 8.0
"""Grain from which a page is smoothed; pages of ordinary scanners have less than 8."""
BLUR, DPI = 1.2, 200
"""Radius of the smoothing in pixels at that resolution: the best of seven ways that were tried on grainy pages."""
SAMPLE, LIGHT = 600, 190
"""Pixels of the part in which the grain is measured, and the grey from which they are paper."""
SECONDS = 30


def skew(image: Any) -> float:
    """How many degrees a page must be turned, counterclockwise, for its lines to lie level; 0 where none stand out."""
    small = image.resize((SMALL, max(1, round(image.height * SMALL / image.width)))) if image.width > SMALL else image
    best = _sharpest(small, 0.0, MOST, COARSE)
    angle = _sharpest(small, best, COARSE, FINE)
    return angle if abs(angle) >= SKEWED else 0.0


def _sharpest(image: Any, middle: float, reach: float, step: float) -> float:
    """The angle around `middle` at which rows of pixels differ most from the next ones, as rows of letters do."""
    import numpy
    from PIL import Image, ImageOps

    dark = ImageOps.invert(image)
    count = round(reach / step)
    angles = [middle + step * n for n in range(-count, count + 1)]

    def sharpness(angle: float) -> float:
        turned = dark.rotate(angle, Image.Resampling.NEAREST, fillcolor=0)
        rows = numpy.asarray(turned, dtype=numpy.float32).mean(axis=1)
        return float(numpy.square(numpy.diff(rows)).sum())

    return max(angles, key=lambda angle: (sharpness(angle), -abs(angle)))


def turned(image: Any, angle: float) -> Any:
    """The picture turned counterclockwise by so many degrees, its size kept."""
    from PIL import Image

    return image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255) if angle else image


def level(box: Pixels, size: tuple[int, int], angle: float) -> Pixels:
    """A box on a picture that was turned by `angle`, where it stands on the picture as it was."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    left, top, right, bottom = box
    x, y = (left + right - size[0]) / 2, (top + bottom - size[1]) / 2
    dx, dy = round(x * cosine - y * sine - x), round(x * sine + y * cosine - y)
    return left + dx, top + dy, right + dx, bottom + dy


def quarter(box: Pixels, size: tuple[int, int], turn: int) -> Pixels:
    """A box on a picture that was turned clockwise by quarters, where it stands on the picture as it was."""
    (wide, high), (x0, y0, x1, y1) = size, box
    if turn == 90:
        return y0, wide - x1, y1, wide - x0
    if turn == 180:
        return wide - x1, high - y1, wide - x0, high - y0
    return high - y1, x0, high - y0, x1


def noise(image: Any) -> float:
    """The grain of the paper: how far light pixels stray from those around them, as a standard deviation in greys."""
    import numpy
    from PIL import ImageFilter

    left, top = image.width // 8, image.height // 8
    part = image.crop((left, top, min(image.width, left + SAMPLE), min(image.height, top + SAMPLE)))
    around = numpy.asarray(part.filter(ImageFilter.BoxBlur(2)), dtype=numpy.float32)
    stray = numpy.asarray(part, dtype=numpy.float32) - around
    light = around > LIGHT
    return float(stray[light].std()) if light.any() else 0.0


def smoothed(image: Any, dpi: int) -> Any:
    """The picture without its grain; small letters bear less of it."""
    from PIL import ImageFilter

    return image.filter(ImageFilter.GaussianBlur(BLUR * min(1.0, dpi / DPI) ** 2))


def upright(image: Any) -> int:
    """How many degrees, clockwise, the page must be turned to stand upright, as Tesseract sees it: 0, 90, 180, 270."""
    buffer = io.BytesIO()
    image.save(buffer, "PPM")
    command = ["tesseract", "stdin", "stdout", "--psm", "0", "-l", "osd"]
    try:
        done = subprocess.run(command, input=buffer.getvalue(), capture_output=True, timeout=SECONDS, check=True)
    except (subprocess.SubprocessError, OSError):
        return 0
    found = re.search(rb"Rotate: (\d+)", done.stdout)
    return int(found.group(1)) if found else 0
