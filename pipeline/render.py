"""The archive as pages: `render_site` writes `site/`, whole or not at all.

The flow: `pages.site` says which pages there are and reads the rows of each from the views, a template of the package
`templates` speaks them, and the finished folder takes the old one's place. Nothing here decides what a page says.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from datetime import date
from pathlib import Path

from pipeline import pages, speech
from pipeline.archive import SITE, read_archive
from pipeline.messages import catalogue
from pipeline.shown import this_day


def render_site(archive: Path, language: str = "nb", today: date | None = None) -> int:
    """Write all pages of an archive to its `site/` and return how many there are.

    `today` decides which actions are overdue; the same archive and day give the same bytes. The pages are written
    beside the old ones and moved into place, so that a reader never meets half a site. Raises what `read_archive` does.
    """
    site = archive.absolute() / SITE
    fresh, old = site.with_name(f".{SITE}-new"), site.with_name(f".{SITE}-old")
    words, count = catalogue(language), 0
    with closing(read_archive(archive)) as db:
        # One transaction: every page shows the archive as it was at one moment.
        db.execute("BEGIN")
        shutil.rmtree(fresh, ignore_errors=True)
        env = speech.environment(words, site)
        for page in pages.site(db, words, today or this_day()):
            file = fresh / page.path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(page.text if page.template is None else speech.speak(env, page), "utf-8", newline="")
            count += page.path.endswith(".html")
    (fresh / speech.STYLE).write_text(speech.style(), "utf-8")
    shutil.rmtree(old, ignore_errors=True)
    if site.exists():
        site.rename(old)
    fresh.rename(site)
    shutil.rmtree(old, ignore_errors=True)
    return count
