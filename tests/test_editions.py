"""What is not shown for itself stands with what is: on the document's page, on the page of files, and as a count."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from pipeline.link import link
from pipeline.render import render_site
from pipeline.runs import Run
from pipeline.same_document import copies
from pipeline.status import status
from pipeline.store import Arrival, put
from pipeline.tables import opened_archive
from tests.papers_alike import Minutes, archive_of, as_docx, as_pdf, read


def test_copies_and_versions_are_shown_with_the_document_that_stands(tmp_path: Path) -> None:
    file = as_pdf(tmp_path / "referat.pdf", replace(Minutes(), mark="Første utgave"))
    draft = as_docx(tmp_path / "utkast <2>.docx", Minutes())
    archive = archive_of(tmp_path / "archive", file, draft)
    as_pdf(file, Minutes())
    with opened_archive(archive) as db:
        run = Run(db, "import", "1")
        (newer,) = read(file)
        put(db, newer, [Arrival(newer.source.path, newer.source.name)], run)
        link(db)
        run.finish("{}")
        with db.atomic():
            db.conn.execute("DELETE FROM document_copy")
            copies(db)  # alone, too, it gives the same
    assert status(archive).editions == {"draft": 1, "version": 1}
    render_site(archive)
    (page,) = (archive / "site" / "document").glob("*.html")
    said = page.read_text("utf-8")
    assert "Finnes også som" in said
    assert "utkast &lt;2&gt;.docx" in said and "utkast%20%3C2%3E.docx" in said
    assert "100 % av ordene" in said and "tidligere versjon" in said
    files = (archive / "site" / "files.html").read_text("utf-8")
    assert files.count(f'Vises som <a href="document/{page.name}">referat.pdf</a>') == 2
