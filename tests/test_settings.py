"""`referat.toml`: what it may say, who wins, and that a mistake in it is named and never passed over."""

from __future__ import annotations

from dataclasses import asdict, fields
from pathlib import Path

import pytest

from pipeline.clock import STALL
from pipeline.errors import Exit
from pipeline.options import Options
from pipeline.settings import FILE, KEYS, BadSettings, Settings
from pipeline.settings_doc import markdown, toml
from tests.conftest import ROOT, Cli, SamplePdf
from tests.test_import import report, rows


def write(folder: Path, text: str | bytes) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / FILE).write_bytes(text.encode() if isinstance(text, str) else text)
    return folder


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert Settings.of(tmp_path) == Settings.of(tmp_path / "none") == Settings()
    assert Settings.of(write(tmp_path, "")) == Settings()


def test_all_that_can_be_said(tmp_path: Path) -> None:
    text = "\ufeff" + "\r\n".join(
        (
            "# for the association",
            'language = "nn"',
            "years = [1963, 2030]",
            'include = ["*.pdf", "m\u00f8te/*"]',
            "exclude = ['kladd']",
            'metadata = "register.csv"',
            "jobs = 2",
            "timeout = 60",
            "ocr = false",
        )
    )
    assert asdict(Settings.of(write(tmp_path, text))) == {
        "language": "nn",
        "years": (1963, 2030),
        "include": ("*.pdf", "møte/*"),
        "exclude": ("kladd",),
        "metadata": str(tmp_path / "register.csv"),
        "jobs": 2,
        "timeout": 60.0,
        "ocr": False,
    }


def test_the_defaults_are_those_of_the_program() -> None:
    settings, options = Settings(), Options()
    assert (settings.language, settings.years, settings.ocr) == (options.language, options.years, options.ocr)
    assert settings.timeout == STALL


def test_what_the_documentation_writes_is_read_back(tmp_path: Path) -> None:
    lines = [f"{one.name} = {toml(one.default)}" for one in fields(Settings) if one.default is not None]
    assert Settings.of(write(tmp_path, "\n".join(lines))) == Settings()
    example = "\n".join(markdown()).partition("```toml\n")[2].partition("```")[0]
    assert Settings.of(write(tmp_path, example)).exclude == ("kladd", "*.txt", "gamalt/2003")


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ('\n\nlangauge = "nn"', 'line 3: there is no setting "langauge"', 'did you mean "language"?'),
        ("Exclude = []", 'there is no setting "Exclude"', 'did you mean "exclude"?'),
        ("xyz = 1", 'there is no setting "xyz"', "the keys are language, years"),
        ("[import]\njobs = 1", 'line 1: there is no setting "import"', ""),
        ('language = "nno"', 'line 1: language must be "nb" or "nn", not "nno"', 'did you mean "nn"?'),
        ("language = 1", 'must be "nb" or "nn", not 1', ""),
        ("years = [2030, 1963]", "the first not after the last", ""),
        ("years = [1963]", "two whole years", ""),
        ("years = [true, 2000]", "two whole years", ""),
        ("years = 1963", "two whole years", ""),
        ('exclude = "kladd"', "a list of patterns in quotes", ""),
        ("exclude = ['']", "a list of patterns in quotes", ""),
        ("jobs = 0", "jobs must be a whole number from 1, not 0", ""),
        ("jobs = 1.5", "a whole number from 1", ""),
        ("jobs = true", "not true", ""),
        ("timeout = nan", "a number of seconds from 1", ""),
        ("timeout = inf", "a number of seconds from 1", ""),
        ('ocr = "yes"', "ocr must be true or false", ""),
        ("ocr = 0", "ocr must be true or false", ""),
        ("jobs = 1\njobs = 2", "overwrite", "docs/configuration.md"),
        ("language = nn", "at line 1", "quotes"),
        ("[" * 5000, FILE, ""),
        (b"language = '\xf8'", "not UTF-8", "UTF-8"),
    ],
)
def test_a_mistake_is_named_with_its_line_and_a_suggestion(
    tmp_path: Path, text: str | bytes, said: str, advice: str
) -> None:
    with pytest.raises(BadSettings) as caught:
        Settings.of(write(tmp_path, text))
    assert str(tmp_path / FILE) in str(caught.value)
    assert said in str(caught.value)
    assert advice in caught.value.advice and caught.value.advice


@pytest.mark.parametrize("name", ["import", "render", "digest"])
def test_a_mistake_stops_the_commands_that_would_go_by_it(cli: Cli, tmp_path: Path, name: str) -> None:
    write(tmp_path, "jobbs = 2")
    done = cli(name, "2014", "--archive", tmp_path) if name != "render" else cli(name, "--archive", tmp_path)
    assert done.returncode == Exit.USAGE
    assert done.stderr.splitlines() == [
        f'referat: {tmp_path / FILE}, line 1: there is no setting "jobbs"',
        '  did you mean "jobs"?',
    ]
    assert [path.name for path in tmp_path.iterdir()] == [FILE]
    assert cli("search", "a", "--archive", tmp_path).returncode == Exit.NO_ARCHIVE


def test_the_command_line_wins_over_the_file_and_the_file_over_the_defaults(
    cli: Cli, tmp_path: Path, minutes: SamplePdf
) -> None:
    papers, archive = tmp_path / "papers", tmp_path / "archive"
    write(archive, 'language = "nn"\nyears = [2015, 2040]\njobs = 1')
    papers.mkdir()
    minutes(papers / "a.pdf")
    done = cli("import", papers, "--archive", archive)
    assert done.returncode == 0, done.stderr
    assert 'lang="nn"' in (archive / "site" / "index.html").read_text("utf-8")
    issues = dict(rows(archive, "SELECT code, message FROM issue"))
    assert "tida arkivet dekkjer" in issues["implausible_date"], "2014 is before the years of the file"
    assert cli("render", "--archive", archive, "--language", "nb").returncode == 0
    assert 'lang="nb"' in (archive / "site" / "index.html").read_text("utf-8")
    assert cli("render", "--archive", archive).returncode == 0
    assert 'lang="nn"' in (archive / "site" / "index.html").read_text("utf-8")


def test_help_shows_the_defaults_that_hold(cli: Cli, tmp_path: Path) -> None:
    def shown(text: str, option: str) -> str:
        return " ".join(text[text.index(option) :].partition("\n  --")[0].split())

    plain = cli("import", "--help").stdout
    assert "[default: nb]" in shown(plain, "--language")
    of_archive = cli("import", "--archive", write(tmp_path, 'language = "nn"\njobs = 3'), "--help").stdout
    assert "[default: nn]" in shown(of_archive, "--language")
    assert "[default: 3;" in shown(of_archive, "--jobs")


def test_every_key_with_an_option_has_its_default(cli: Cli) -> None:
    from pipeline.cli import cli as group

    options = {opt: one for one in group.commands["import"].params for opt in (*one.opts, *one.secondary_opts)}
    for name, key in KEYS.items():
        for opt in key.option.split("/") if key.option else ():
            assert options[opt].name == name


def test_the_documentation_is_what_the_code_says(tmp_path: Path) -> None:
    written = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert written == "\n".join(markdown()) + "\n", "run: python -m pipeline.settings_doc docs/configuration.md"
    assert all(f"| `{name}` |" in written for name in KEYS)


def test_reading_again_by_other_years(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    archive = tmp_path / "archive"
    file = minutes(tmp_path / "a.pdf")
    cli("import", file, "--archive", archive, "--no-render")
    write(archive, "years = [2015, 2040]")
    done = cli("import", file, "--archive", archive, "--no-render", "--again", "all", "--json")
    assert report(done)["changes"] == {"unchanged": 1}
    assert ("implausible_date",) in rows(archive, "SELECT code FROM issue")
