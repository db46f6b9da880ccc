"""The message catalogue: complete in both languages, and never a reason to fail."""

from __future__ import annotations

import re
from pathlib import Path
from string import Formatter

import pytest
import yaml

from pipeline.messages import ADVICE, LANGUAGES, MISSING, catalogue, message, retell
from pipeline.phrases import origin

ROOT = Path(__file__).resolve().parent.parent


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def issue_codes() -> set[str]:
    """Codes that the code base gives to issues: literals in `Issue(...)` and `failure(...)`, and of refusals."""
    calls = re.compile(r"\b(?:Issue|_issue|failure)\(\s*(?:[\w.]+,\s*)*\"([a-z_]+)\"")
    found = set()
    for folder in ("pipeline", "extractors"):
        for path in (ROOT / folder).rglob("*.py"):
            found |= set(calls.findall(path.read_text("utf-8")))
    return found


def test_both_languages_have_the_same_keys_and_placeholders() -> None:
    nb, nn = catalogue("nb").texts, catalogue("nn").texts
    assert set(nb) == set(nn)
    assert {key for key in nb if fields(nb[key]) != fields(nn[key])} == set()


def test_english_has_what_issues_say() -> None:
    nb, en = catalogue("nb").texts, yaml.safe_load((ROOT / "pipeline" / "messages" / "en.yml").read_text("utf-8"))
    said = {f"issue.{code}": text for code, text in en["issue"].items()}
    assert set(said) == {key for key in nb if key.startswith("issue.")}
    assert {key for key, text in said.items() if fields(nb[key]) != fields(text)} == set()
    assert {f"kind.{kind}" for kind in en["kind"]} == {key for key in nb if key.startswith("kind.")}


def test_what_was_said_in_english_is_retold_on_pages() -> None:
    for code, values in (
        ("weekday_conflict", {"text": "tirsdag 22. april", "date": "2013-04-22"}),
        ("kind_unsure", {"kind": "annual_report"}),
        ("needs_ocr", {"page": "3"}),
    ):
        assert retell(code, message(code, "en", **values), "nb") == message(code, "nb", **values)


def test_every_issue_code_has_a_message_and_a_name() -> None:
    codes = issue_codes()
    assert len(codes) > 5
    texts = catalogue("nb").texts
    assert {code for code in codes if f"issue.{code}" not in texts or f"issue_name.{code}" not in texts} == set()


def test_every_origin_of_a_derived_value_can_be_said() -> None:
    files = [path for folder in ("pipeline", "extractors") for path in (ROOT / folder).rglob("*.py")]
    lines = [
        line for path in files for line in path.read_text("utf-8").splitlines() if re.search(r"\borigin\b.*=", line)
    ]
    found = {text for line in lines for text in re.findall(r'(?<!f)"((?:the|an|names) [^"]+)"', line)}
    assert len(found) > 3
    assert {text for text in found if f"origin.{text}" not in catalogue("nb").texts} == set()
    assert origin("the words 'i morgen'", catalogue("nb")) == "ordene «i morgen»"


def test_every_message_has_a_name_and_the_other_way_round() -> None:
    texts = catalogue("nb").texts
    messages = {key.partition(".")[2] for key in texts if key.startswith("issue.")}
    assert messages == {key.partition(".")[2] for key in texts if key.startswith("issue_name.")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_can_be_said(language: str) -> None:
    words = catalogue(language)
    for key, template in words.texts.items():
        values = {name: f"<{name}>" for name in fields(template)}
        said = words.text(key, **values)
        assert not {"{", "}", "[[", "]]"} & {said[i : i + n] for n in (1, 2) for i in range(len(said))}, key
        assert all(value in said for value in values.values()), key


@pytest.mark.parametrize("language", ADVICE)
def test_every_issue_gives_advice_and_reads_well_without_values(language: str) -> None:
    for key in catalogue("nb").texts:
        if key.startswith("issue."):
            said = message(key.removeprefix("issue."), language)
            assert said.count(". ") >= 1, f"{key} has one sentence only, so no advice"
            assert MISSING not in said, key
            assert "  " not in said and " ." not in said and said[0].isupper(), key


@pytest.mark.parametrize("language", ADVICE)
def test_advice_sends_to_the_original_whatever_its_format(language: str) -> None:
    for key in catalogue("nb").texts:
        said = message(key.removeprefix("issue."), language) if key.startswith("issue.") else ""
        assert not re.search(r"\b(?:the PDF|PDF-(?:en|fil\w*))\b", said), key


def test_an_unknown_code_and_strange_values_do_not_raise() -> None:
    assert message("no_such_code", "nb") == "no_such_code"
    assert message("encrypted", "xx") == message("encrypted", "nb")
    assert "{page.__class__}" in message("page_failed", "nb", page="{page.__class__}")
    assert message("encrypted", code="x", language="y") == message("encrypted")


@pytest.mark.parametrize("code", ["cue_not_covered", "needs_ocr", "engines_disagree", "date_conflict", "damaged"])
def test_a_stored_message_is_retold_in_the_other_language_with_its_values(code: str) -> None:
    template = catalogue("nb").texts[f"issue.{code}"]
    values = {name: f"{name} 12. «x»" for name in fields(template)}
    assert retell(code, message(code, "nb", **values), "nn") == message(code, "nn", **values)
    assert retell(code, message(code, "nn", **values), "nb") == message(code, "nb", **values)
    assert retell(code, message(code, "nb"), "nn") == message(code, "nn")


def test_dates_in_a_message_are_said_and_retold_with_their_weekday() -> None:
    said = message("weekday_conflict", "nb", text="tirsdag 22. april", date="2013-04-22")
    assert "«tirsdag 22. april», men det var mandag 22. april 2013" in said
    assert "«tirsdag 22. april», men det var måndag 22. april 2013" in retell("weekday_conflict", said, "nn")


def test_issues_give_the_values_that_their_message_asks_for() -> None:
    texts = catalogue("nb").texts
    for folder in ("pipeline", "extractors"):
        for path in (ROOT / folder).rglob("*.py"):
            source = path.read_text("utf-8")
            for code in re.findall(r"\bIssue\(\s*\"([a-z_]+)\"", source):
                asked = fields(texts[f"issue.{code}"])
                assert {name for name in asked if f'("{name}",' not in source} == set(), (path.name, code)


def test_a_value_of_a_fixed_list_is_said_in_words() -> None:
    said = message("kind_unsure", "nb", kind="other")
    assert "Annet dokument" in said
    assert "Anna dokument" in retell("kind_unsure", said, "nn")


def test_retelling_keeps_what_it_does_not_know() -> None:
    assert retell("encrypted", "Fra et eldre program.", "nn") == "Fra et eldre program."
    assert retell("no_such_code", "Noe.", "nn") == "Noe."
    assert retell("damaged", None, "nn") == message("damaged", "nn")


@pytest.mark.parametrize(
    ("language", "iso", "style", "said"),
    [
        ("nb", "2013-04-22", "full", "mandag 22. april 2013"),
        ("nn", "2013-04-22", "full", "måndag 22. april 2013"),
        ("nn", "2024-02-17", "full", "laurdag 17. februar 2024"),
        ("nb", "2013-05-07", "long", "7. mai 2013"),
        ("nb", "2013-05-07", "short", "07.05.2013"),
        ("nb", "--06-30", "long", "30. juni hvert år"),
        ("nn", "--02-29", "long", "29. februar kvart år"),
        ("nb", "hver tredje uke", "long", "hver tredje uke"),
        ("nb", None, "long", ""),
    ],
)
def test_dates(language: str, iso: str | None, style: str, said: str) -> None:
    assert catalogue(language).date(iso, style) == said


def test_counting() -> None:
    nb, nn = catalogue("nb"), catalogue("nn")
    assert [nb.count("meetings", n) for n in (0, 1, 2, 1234)] == ["0 møter", "1 møte", "2 møter", "1\xa0234 møter"]
    assert nn.count("reports", 2) == "2 årsrapportar"


def test_no_text_of_the_catalogue_is_dead() -> None:
    """Every key is asked for by name, or belongs to a list of which the code asks for any member."""
    files = [path for folder in ("pipeline", "templates") for path in (ROOT / folder).rglob("*.*")]
    text = "\n".join(path.read_text("utf-8") for path in files if path.suffix in {".py", ".html", ".md"})
    prefixes = set(re.findall(r"(?:word|name)\(\"(\w+)\"", text)) | set(re.findall(r"t\(['\"](\w+)\.['\"] ~", text))
    prefixes |= {"issue", "csv", "count", "date", "vote", "partial", "file_outcome", "origin", "field"}
    named = set(re.findall(r"[\"']([a-z_]+(?:\.[a-z_]+)?)[\"']", text))
    assert [key for key in catalogue("nb").texts if key.partition(".")[0] not in prefixes and key not in named] == []
