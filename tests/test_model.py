"""Types that only mypy keeps frozen are values all the same: compared, hashed and copied by what they hold."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from pipeline.model import Cell, Line, Word

VALUES = (Cell("Frist", (1.0, 2.0, 3.0, 4.0)), Word("møte", (1.0, 2.0, 3.0, 4.0)), Line(1, 2, "Sak 1", "Sak 1"))


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_is_what_it_holds(value: Cell | Word | Line) -> None:
    same, other = pickle.loads(pickle.dumps(value)), replace(value, text="annet")
    assert same == value != other
    assert {value, same, other} == {value, other}
    assert not hasattr(value, "__dict__")
