"""Whether a confidence means something: of all records with 0.9, nine in ten should be right.

`Calibration` is of claims: how sure each record was, and whether a label has it. Expected calibration error: the mean
distance, weighed by their number, between what the records of a tenth said and how many of them were right. Area: the
chance that a right record was surer than a wrong one (the area under the ROC curve).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pipeline.judge import Claim


@dataclass(frozen=True, slots=True)
class Tenth:
    """The claims of one tenth of confidence: how many, what they said on average, and the share that was right."""

    lowest: float
    claims: int
    said: float
    right: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """The used tenths, the expected calibration error, and the area; both are None where nothing can be said."""

    tenths: tuple[Tenth, ...]
    error: float | None
    area: float | None


def calibration(claims: Sequence[Claim]) -> Calibration:
    """The calibration of some claims.

    >>> found = calibration([(0.9, True), (0.9, True), (0.5, False), (0.5, True)])
    >>> [tenth.claims for tenth in found.tenths], round(found.error, 2), round(found.area, 2)
    ([2, 2], 0.05, 0.83)
    """
    by_tenth: dict[int, list[Claim]] = {}
    for claim in claims:
        by_tenth.setdefault(min(9, int(claim[0] * 10 + 1e-9)), []).append(claim)
    tenths = tuple(
        Tenth(tenth / 10, len(own), sum(sure for sure, _ in own) / len(own), sum(right for _, right in own) / len(own))
        for tenth, own in sorted(by_tenth.items())
    )
    error = sum(tenth.claims * abs(tenth.said - tenth.right) for tenth in tenths) / len(claims) if claims else None
    return Calibration(tenths, error, _area(claims))


def _area(claims: Sequence[Claim]) -> float | None:
    """The area by the ranks of the right ones (Mann and Whitney); claims as sure as each other share their rank."""
    right = sum(was_right for _, was_right in claims)
    wrong = len(claims) - right
    if not right or not wrong:
        return None
    ranked = sorted(claims)
    ranks = 0.0
    at = 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        ranks += sum(was_right for _, was_right in ranked[at:end]) * (at + 1 + end) / 2
        at = end
    return round((ranks - right * (right + 1) / 2) / (right * wrong), 4)


def table(found: Calibration) -> Iterator[str]:
    """The tenths as lines for a terminal."""
    yield f"{'confidence':26}{'records':>10}{'said':>10}{'right':>10}"
    for tenth in found.tenths:
        yield f"{f'{tenth.lowest:.1f} and more':26}{tenth.claims:10d}{tenth.said:10.3f}{tenth.right:10.3f}"
    error, area = (f"{value:.3f}" if value is not None else "-" for value in (found.error, found.area))
    yield f"expected calibration error {error}, area under the curve {area}"
