"""The register beside the files: how it is read, which file a row is about, and that it wins over the documents."""

from __future__ import annotations

import unicodedata
import zipfile
from pathlib import Path
from typing import Any

import pytest

from pipeline.errors import Exit
from pipeline.model import RegisterEntry
from pipeline.register import BadRegister, Register
from pipeline.registered import is_open, registered
from tests.conftest import Cli, SamplePdf
from tests.test_import import report, rows


def register(folder: Path, text: str | bytes) -> Register:
    (folder / "register.csv").write_bytes(text.encode() if isinstance(text, str) else text)
    return Register.read(folder / "register.csv")


FULL = RegisterEntry("Styret på Ås", "2014-03-12", "A", "12", "u.off.")


@pytest.mark.parametrize("divider", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_every_kind_of_table(tmp_path: Path, divider: str, encoding: str, end: str) -> None:
    lines = (
        "Box,date,FILE,body,access,series",
        "12,12.3.2014,a.pdf,Styret på Ås,u.off.,A",
        ",,,,,",
        "",
        ",,b.pdf,,,",
        "7",
    )
    data = end.join(lines[:-1]).replace(",", divider).encode(encoding)
    found = register(tmp_path, data).rows
    assert [(row.file, row.entry) for row in found] == [("a.pdf", FULL), ("b.pdf", RegisterEntry())]
    assert [row.line for row in found] == [2, 5]


def test_quotes_and_controls(tmp_path: Path) -> None:
    (row,) = register(tmp_path, 'file,body\n"a,b.pdf","Styret\nfor\x1b[31m \u202eøya"').rows
    assert (row.file, row.entry.body) == ("a,b.pdf", "Styret for[31m øya")


@pytest.mark.parametrize(
    ("text", "said", "advice"),
    [
        ("file;bodi\na.pdf;x", 'no column "bodi"', 'did you mean "body"?'),
        ("file;body;shelf\na.pdf;x;y", 'no column "shelf"', "the columns are file, body"),
        ("body;date\nx;2014-01-01", 'no column "file"', "file, body"),
        ("file;file\na;b", '"file" is there twice', "leave one"),
        ("file;date\na.pdf;2014-02-30", 'line 2: "2014-02-30" is no date', "12.3.2014"),
        ("file;date\na.pdf;31.4.2014", "is no date", ""),
        ("file;date\na.pdf;mars 2014", "is no date", ""),
        ("file;body\n;x", "line 2: the cell of the file is empty", ""),
        ("file;body\na.pdf;x;y", "line 2: more cells than columns", "quotes"),
        ("file;body\na.pdf;x\nA.PDF;y", "lines 2 and 3 are both about A.PDF", "leave one"),
        ('file;body\n"a.pdf;x', "line", "quotes"),
        ("", "is empty", "its first line names the columns"),
    ],
)
def test_what_cannot_be_meant_is_an_error(tmp_path: Path, text: str, said: str, advice: str) -> None:
    with pytest.raises(BadRegister) as caught:
        register(tmp_path, text)
    assert said in str(caught.value) and "register.csv" in str(caught.value)
    assert advice in caught.value.advice and caught.value.advice
    with pytest.raises(BadRegister):
        Register.read(tmp_path)


def test_which_file_a_row_is_about(tmp_path: Path) -> None:
    names = ("in/a.pdf", "in/x/b.pdf", "in/y/b.pdf", "in/Møte.pdf", "in/old.zip/x/c.pdf", "in/d.pdf")
    paths = [str(tmp_path / name) for name in names]
    (tmp_path / "in").mkdir()
    for path in (tmp_path / "in" / "old.zip", tmp_path / "in" / "d.pdf"):
        path.touch()
    lines = ("a.pdf", "in/X/b.pdf", "y\\b.pdf", unicodedata.normalize("NFD", "MØTE.pdf"), "old.zip/x/c.pdf", "z/d.pdf")
    table = register(tmp_path, "file;box\n" + "\n".join(f"{line};{n}" for n, line in enumerate(lines)))
    warnings = table.match(paths, [str(tmp_path / "in")])
    assert [entry.box if (entry := table.of(path)) else None for path in paths] == ["0", "1", "2", "3", "4", None]
    assert warnings == ["register.csv, line 7: z/d.pdf is not among the files"]
    table = register(tmp_path, "file;box\nb.pdf;1\nx/c.pdf;2")
    assert table.match(paths, [str(tmp_path / "in" / "old.zip")]) == [
        "register.csv, line 2: b.pdf 2 files are called so; write a path"
    ]
    assert table.of(paths[4]) == RegisterEntry(box="2")
    with pytest.raises(BadRegister, match="lines 2 and 3 are both about"):
        register(tmp_path, "file;box\na.pdf;1\nin/a.pdf;2").match(paths, [str(tmp_path / "in")])


def document(kind: str = "minutes", **values: Any) -> dict[str, Any]:
    meeting = {"id": "m", "date": "2014-03-12", "end_date": None, "closed": False, "source": {"page": 2}, "rule": "x"}
    own = {"id": "d", "kind": kind, "body": "Styret", "pages": [1, 2]}
    more = {"meeting": meeting} if kind in ("minutes", "notice") else {"published": None}
    return {**own, **more, **values}


def test_the_register_wins_and_says_where_the_document_differs() -> None:
    (found,), issues = registered([document()], [], RegisterEntry("Hovedstyret", "2015-01-02", "A", "1"))
    assert (found["body"], found["register"]) == ("Hovedstyret", {"series": "A", "box": "1", "access": None})
    meeting = found["meeting"]
    assert (meeting["date"], meeting["source"], meeting["confidence"]) == ("2015-01-02", None, 1.0)
    assert (meeting["basis"], meeting["from"], meeting["rule"], meeting["closed"]) == (
        "stated",
        "register",
        "register",
        False,
    )
    assert "closed" not in found
    assert [(of, issue.code, dict(issue.values)) for of, issue in issues] == [
        ("d", "register_disagrees", {"field": "body", "register": "Hovedstyret", "document": "Styret", "page": "1"}),
        ("d", "register_disagrees", {"field": "date", "register": "2015-01-02", "document": "2014-03-12", "page": "2"}),
    ]


def test_where_they_agree_the_place_in_the_text_is_kept() -> None:
    (found,), issues = registered([document()], [], RegisterEntry("STYRET", "2014-03-12"))
    assert (found["body"], found["meeting"]["source"], issues) == ("STYRET", {"page": 2}, [])


def test_reports_and_files_of_several_documents() -> None:
    (found,), issues = registered([document("annual_report")], [], FULL)
    assert (found["published"], found["closed"], "meeting" in found) == ("2014-03-12", True, False)
    assert [issue.code for _, issue in issues] == ["register_disagrees"]
    two, issues = registered([document(), document("annual_report", id="e")], [], FULL)
    assert [one["body"] for one in two] == ["Styret", "Styret"]
    assert two[0]["meeting"]["date"] == "2014-03-12" and two[0]["meeting"]["closed"] and two[1]["closed"]
    assert all(one["register"]["box"] == "12" for one in two)
    assert [(of, issue.code, issue.values) for of, issue in issues] == [(None, "register_several", (("count", "2"),))]
    assert registered([], [], FULL) == ([], [])


@pytest.mark.parametrize("word", [None, "", "open", "Åpen", "OFFENTLIG", "ope", "offentleg"])
def test_open(word: str | None) -> None:
    assert is_open(word)


@pytest.mark.parametrize("word", ["u.off.", "unntatt", "Unntatt offentlighet", "offl. § 13", "lukket", "?", "x"])
def test_anything_else_is_not(word: str) -> None:
    assert not is_open(word)


def test_a_register_on_the_command_line(cli: Cli, tmp_path: Path, minutes: SamplePdf) -> None:
    papers, archive = tmp_path / "papers", tmp_path / "archive"
    papers.mkdir()
    for number, name in enumerate(("a.pdf", "b.pdf", "c.pdf"), 21):
        minutes(papers / name, note=f"Lagt i mappe {number}.")  # another number, so no copy of the same minutes
    with zipfile.ZipFile(papers / "z.zip", "w") as packed:
        packed.write(minutes(tmp_path / "d.pdf", note="Lagt i mappe 31."), "d.pdf")
    text = (
        "file;body;date;series;box;access\n"
        "a.pdf;Lia velstyre;1.2.2013;A;1;\n"
        "b.pdf;;;A;2;u.off.\n"
        "z.zip/d.pdf;Lia hagelag;;;;\n"
        "gone.pdf;x;;;;\n"
    )
    (papers / "register.csv").write_bytes(text.encode("cp1252"))
    line = ("import", papers, "--archive", archive, "--metadata", papers / "register.csv", "--json")
    done = cli(*line)
    assert done.returncode == 0, done.stderr
    assert report(done)["warnings"] == ["register.csv, line 5: gone.pdf is not among the files"]
    assert "gone.pdf is not among the files" in done.stderr
    stored = rows(
        archive,
        "SELECT n.name, d.body, m.date, m.closed FROM document d JOIN meeting m ON m.document = d.id "
        "JOIN file_name n USING (source_file) ORDER BY 1",
    )
    assert stored == [
        ("a.pdf", "Lia velstyre", "2013-02-01", 0),
        ("b.pdf", "Lia vel", "2014-03-12", 1),
        ("c.pdf", "Lia vel", "2014-03-12", 0),
        ("d.pdf", "Lia hagelag", "2014-03-12", 0),
    ]
    issues = rows(archive, "SELECT message FROM issue WHERE code = 'register_disagrees' ORDER BY 1")
    assert len(issues) == 3 and any("fredag 1. februar 2013" in text and "side 1" in text for (text,) in issues)
    shown = [page.read_text("utf-8") for page in (archive / "site" / "document").glob("*.html")]
    told = sum("bestiller container" in text for text in shown)
    # c.pdf says the same as b.pdf, which the register closes: the closed one stands for both.
    assert (len(shown), told) == (3, 2), "what the register closes is on no page"

    before = (archive / "archive.db").read_bytes()
    assert report(cli(*line))["changes"] == {"unchanged": 4}
    assert (archive / "archive.db").read_bytes() == before
    (papers / "register.csv").write_text("file;date\na.pdf;2013-02-02\n")
    (archive / "referat.toml").write_text('metadata = "../papers/register.csv"')
    cli("import", papers, "--archive", archive, "--no-render")
    assert rows(archive, "SELECT count(*) FROM meeting WHERE date = '2013-02-02'") == [(1,)]
    # A row that is gone takes its values with it; where no register is given, what the last one said stays.
    assert rows(archive, "SELECT count(*) FROM document WHERE body = 'Lia hagelag'") == [(0,)]
    (archive / "referat.toml").unlink()
    again = report(cli("import", papers, "--archive", archive, "--no-render", "--again", "all", "--json"))
    assert again["changes"] == {"unchanged": 4} and again["run"] is None
    (archive / "referat.toml").write_text('metadata = "../papers/register.csv"')
    (papers / "register.csv").write_text("file;dato\na.pdf;2013-02-02\n")
    wrong = cli("import", papers, "--archive", archive)
    assert wrong.returncode == Exit.USAGE and 'did you mean "date"?' in wrong.stderr


def test_a_closed_report_is_on_no_page(cli: Cli, tmp_path: Path) -> None:
    archive, secret = tmp_path / "archive", "strengt fortrolige"
    (tmp_path / "report.md").write_text(
        f"# Årsrapport 2014\n\nLia vel\n\n## 1 Innledning\n\nStyret har behandlet {secret} saker.\n\n"
        f"## 2 Medlemmer\n\nLeder: Kari Fjellstad, Lia vel\n\n## 3 De {secret} sakene\n\n"
        f"Vi anbefaler at {secret} saker avsluttes innen 1. mai 2015.\n"
    )
    line = ("import", tmp_path / "report.md", "--archive", archive)

    def published() -> str:
        return "".join(page.read_text("utf-8") for page in (archive / "site").rglob("*.html"))

    cli(*line)
    assert rows(archive, "SELECT kind, closed FROM document") == [("annual_report", None)]
    assert secret in published()
    (tmp_path / "register.csv").write_text("file;access\nreport.md;unntatt\n")
    cli(*line, "--metadata", tmp_path / "register.csv")
    assert rows(archive, "SELECT kind, access, closed FROM document") == [("annual_report", "unntatt", 1)]
    assert secret not in published() and "Unntatt offentlighet. Ordlyden vises ikke." in published()
