"""The pages in a real browser: no error, no dead link, not too wide for a phone, no JavaScript needed, on paper."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from pipeline.digest import write_digest
from pipeline.render import render_site
from tests import hand_made

CHROMIUM = Path("/usr/bin/chromium")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
TODAY = date(2013, 5, 20)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM.exists(), reason="program missing: chromium"),
]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("browser")
    built = hand_made.build(folder)
    render_site(built, "nb", TODAY)
    write_digest(built, 2013, "nb", TODAY)
    # The originals only have to be there for their links to be followed.
    (folder / "papers").mkdir()
    with closing(sqlite3.connect(built / "archive.db")) as db:
        for (path,) in db.execute("SELECT path FROM file_name"):
            Path(path).write_bytes(b"%PDF-1.4\n%%EOF\n")
    return built


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="module")
def address(archive: Path) -> Iterator[str]:
    """The folder above the archive, served on the loopback, as an archive beside its papers would be."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(archive.parent)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/archive/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=ARGUMENTS)
        yield chromium
        chromium.close()


@contextmanager
def opened(browser: Any, **how: Any) -> Iterator[tuple[Any, list[str]]]:
    """A tab, and what goes wrong in it: console messages, errors, dialogs, failed requests."""
    context = browser.new_context(**how)
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda entry: wrong.append(f"console {entry.type}: {entry.text}"))
    page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    page.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    page.on("requestfailed", lambda request: wrong.append(f"failed: {request.url}"))
    page.on("request", lambda request: here(request.url) or wrong.append(f"away: {request.url}"))
    yield page, wrong
    context.close()


def here(url: str) -> bool:
    """True for what a page may fetch: its own files."""
    return url.startswith(("http://127.0.0.1:", "file:", "data:"))


def paths(archive: Path) -> list[str]:
    found = [*(archive / "site").rglob("*.html"), *(archive / "digest").rglob("*.html")]
    return sorted(path.relative_to(archive).as_posix() for path in found)


def test_every_page_opens_clean_and_every_link_leads_somewhere(archive: Path, address: str, browser: Any) -> None:
    links: set[str] = set()
    with opened(browser) as (page, wrong):
        for path in paths(archive):
            page.goto(address + path)
            links |= set(page.eval_on_selector_all("a[href]", "all => all.map(a => a.href.split('#')[0])"))
        assert wrong == []
        assert len(links) > 40
        dead = [link for link in sorted(links) if not page.request.get(link).ok]
    assert dead == []


@pytest.mark.parametrize("width", [320, 375, 768, 1280])
def test_nothing_is_wider_than_the_window(archive: Path, address: str, browser: Any, width: int) -> None:
    with opened(browser, viewport={"width": width, "height": 700}) as (page, _):
        wide = []
        for path in paths(archive):
            page.goto(address + path)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                wide.append(path)
    assert wide == []


def test_a_reader_finds_the_way_from_the_start_to_a_decision_without_javascript(address: str, browser: Any) -> None:
    with opened(browser, java_script_enabled=False) as (page, wrong):
        page.goto(address + "site/index.html")
        page.get_by_role("link", name="22. april 2013").first.click()
        assert page.get_by_role("heading", level=1).inner_text() == "Brukerrådet i Lia bydel"
        page.get_by_role("link", name="Saken i flere møter").click()
        page.get_by_text("Rådet ber kommunen bygge rampen").wait_for()
        page.get_by_role("navigation", name="Hovedmeny").get_by_role("link", name="Oppgaver").click()
        assert page.get_by_role("link", name="Oppgaver").first.get_attribute("aria-current") == "page"
        assert page.get_by_role("row").filter(has_text="prisen på transport").get_by_text("Frist snart").is_visible()
        assert wrong == []


def test_the_files_of_an_import_are_filtered_without_javascript(address: str, browser: Any) -> None:
    with opened(browser, java_script_enabled=False) as (page, wrong):
        page.goto(address + "site/imports.html")
        page.get_by_role("link", name="Innlesing 1").click()
        rows = page.locator("tbody tr")
        assert [rows.count(), rows.filter(visible=True).count()] == [9, 9]
        page.get_by_label("Beskyttet med passord").check()
        assert rows.filter(visible=True).count() == 1
        assert "--password-file" in rows.filter(visible=True).inner_text()
        page.get_by_role("group", name="Utfall").get_by_label("Alle").check()
        assert rows.filter(visible=True).count() == 9
        assert wrong == []


def test_the_keyboard_skips_the_menu_and_shows_where_it_is(address: str, browser: Any) -> None:
    with opened(browser) as (page, _):
        page.goto(address + "site/index.html")
        page.keyboard.press("Tab")
        skip = page.locator(":focus")
        assert skip.inner_text() == "Til innholdet" and skip.bounding_box()["x"] >= 0
        page.keyboard.press("Enter")
        page.wait_for_url("**#main")  # the browser goes there in its own time
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_a_page_opened_from_the_disk_finds_its_style(archive: Path, browser: Any) -> None:
    with opened(browser) as (page, wrong):
        page.goto((archive / "site" / "year" / "2013.html").as_uri())
        assert page.evaluate("getComputedStyle(document.querySelector('main')).maxWidth") != "none"
        assert wrong == []


CONTRAST = """() => {
  const parse = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const light = c => c.slice(0, 3).map(v => v / 255).map(v => v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
  const lum = c => { const [r, g, b] = light(c); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor);
    if (c.length < 4 || c[3] > 0) return c; } return [255, 255, 255]; };
  const poor = new Set();
  for (const e of document.querySelectorAll('main *, header *, footer *')) {
    if (![...e.childNodes].some(n => n.nodeType === 3 && n.textContent.trim())) continue;
    const [a, b] = [lum(parse(getComputedStyle(e).color)), lum(ground(e))];
    const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    if (ratio < 4.5) poor.add(`${e.className} ${e.textContent.slice(0, 30)} ${ratio.toFixed(1)}`);
  }
  return [...poor];
}"""


def test_every_word_stands_out_from_its_ground(archive: Path, address: str, browser: Any) -> None:
    with opened(browser) as (page, _):
        for path in paths(archive):
            page.goto(address + path)
            assert page.evaluate(CONTRAST) == [], path


def test_on_paper_the_menu_is_gone_and_the_text_is_there(address: str, browser: Any) -> None:
    with opened(browser) as (page, _):
        page.emulate_media(media="print")
        page.goto(address + "site/year/2013.html")
        assert not page.get_by_role("navigation", name="Hovedmeny").is_visible()
        assert page.get_by_text("Ola lagar møteplan.").is_visible()
        assert page.get_by_role("link", name="s. 1").first.is_visible(), "the place stays readable on paper"
        assert page.pdf(format="A4").startswith(b"%PDF-")
