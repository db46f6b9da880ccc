"""Readers during an import: no error, nobody kept waiting for a file, and of each file all of its rows or none."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import Cli, SamplePdf, command, environment
from tests.test_import import many

READER = """if True:
    import json, sys
    from contextlib import closing
    from pathlib import Path
    from pipeline.archive import read_archive
    from pipeline.search import search
    from pipeline.status import status

    archive, stop = Path(sys.argv[1]), Path(sys.argv[2])
    COUNTS = '''
        SELECT s.id, s.outcome,
          (SELECT count(*) FROM file_name n WHERE n.source_file = s.id),
          (SELECT count(*) FROM page p WHERE p.source_file = s.id),
          (SELECT count(*) FROM document d WHERE d.source_file = s.id),
          (SELECT count(*) FROM attendance a JOIN document d ON d.id = a.document WHERE d.source_file = s.id),
          (SELECT count(*) FROM decision c JOIN document d ON d.id = c.document WHERE d.source_file = s.id),
          (SELECT count(*) FROM search_key k WHERE k.source_file = s.id),
          (SELECT count(*) FROM search_words w JOIN search_key k ON k.id = w.rowid
           WHERE search_words MATCH 'referatet' AND k.source_file = s.id)
        FROM source_file s'''
    seen, sizes, errors, done = {}, [], [], False
    while not done:
        done = stop.exists()  # one more round afterwards, for the final state
        try:
            with closing(read_archive(archive)) as db:
                rows = db.execute(COUNTS).fetchall()
            for row in rows:
                seen.setdefault(row[0], set()).add(tuple(row[1:]))
            sizes.append(len(rows))
            found = len(search(archive, "godkjent", limit=1000, kinds=["decision"]))
            files = status(archive).files
            # Three looks, one after the other, at an archive that only grows.
            if not len(rows) <= found <= files:
                errors.append(f"{len(rows)} files, then {found} hits, then {files} files")
        except Exception as error:
            errors.append(f"{type(error).__name__}: {error}")
    print(json.dumps({
        "rounds": len(sizes), "sizes": sorted(set(sizes)), "errors": errors,
        "torn": {name: sorted(kinds) for name, kinds in seen.items() if len(kinds) > 1},
        "kinds": sorted({kind for kinds in seen.values() for kind in kinds}),
    }))
"""


@pytest.mark.parametrize("readers", [1, 2])
def test_readers_during_an_import(cli: Cli, tmp_path: Path, minutes: SamplePdf, readers: int) -> None:
    archive, stop = tmp_path / "archive", tmp_path / "stop"
    first = minutes(tmp_path / "first.pdf", "Det aller første")
    assert cli("import", first, "--archive", archive, "--no-render").returncode == 0
    folder = many(tmp_path / "papers", minutes, 100 // readers)
    line = [sys.executable, "-c", READER, str(archive), str(stop)]
    working = [subprocess.Popen(line, env=environment(), stdout=subprocess.PIPE, text=True) for _ in range(readers)]
    done = subprocess.run(
        command("import", folder, "--archive", archive, "--no-render"),
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    stop.touch()
    reports = [json.loads(process.communicate(timeout=60)[0]) for process in working]
    assert done.returncode == 0, done.stderr
    for report in reports:
        print(f"{report['rounds']} rounds, {len(report['sizes'])} states of the archive seen")
        assert report["errors"] == []
        assert report["torn"] == {}
        assert len(report["kinds"]) == 1, "all files are alike, so all have the same rows"
        assert len(report["sizes"]) > 5, "the readers did not see the import at work"
        assert report["sizes"][-1] == 100 // readers + 1
    assert cli("verify", "--archive", archive).returncode == 0
