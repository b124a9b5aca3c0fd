"""`organizer export` and `organizer import`: files for their owner alone, and everything as one change."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from tests.shell_.conftest import Run, kept


def begin(organizer: Run) -> None:
    """A little of everything."""
    organizer("add", "Send superbills fri 4pm #accounting ~45m")
    organizer("add", "o Supervision group tomorrow 11:30")
    organizer("add", "- =HYPERLINK(1)")
    organizer("add", "=cmd|calc every friday")
    organizer("promise", "letter", "to", "the", "GP", "--to", "Heron 7", "--by", "friday")


def test_json_out_in_and_out_again(organizer: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    begin(organizer)
    file = tmp_path / "practice.json"
    done = organizer("export", "json", str(file))
    assert (done.code, done.out) == (0, "")
    assert "not sealed" in done.err
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert organizer("export", "json").out == file.read_text(encoding="utf-8")
    assert set(json.loads(file.read_text(encoding="utf-8"))) == {"format", "version", "tables", "sum"}
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path / "other"))
    dry = organizer("import", "json", str(file), "--dry-run")
    assert "new entries      4" in dry.out
    assert not kept(tmp_path / "other")["entries"]
    assert organizer("import", "json", str(file)).err.endswith("organizer undo takes it back.\n")
    assert organizer("export", "json").out == file.read_text(encoding="utf-8")
    assert "here already" in organizer("import", "json", str(file)).err
    assert organizer("undo").code == 0
    assert not kept(tmp_path / "other")["entries"]


def test_a_file_that_is_there_stays_as_it_is(organizer: Run, tmp_path: Path) -> None:
    file = tmp_path / "mine.json"
    file.write_text("mine")
    refused = organizer("export", "json", str(file))
    assert (refused.code, "left as it is" in refused.err, file.read_text()) == (2, True, "mine")
    assert organizer("export", "json", str(tmp_path / "no" / "way.json")).code == 8
    assert organizer("export", "moons").code == organizer("import", "moons", str(file)).code == 2
    assert organizer("export", "json", "--what", "board").code == 2


def test_what_differs_is_decided_by_a_switch(organizer: Run, tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    id = organizer("add", "Pay the rent").id
    organizer("export", "json", str(file))
    organizer("edit", id, "text=Pay the rent and the deposit")
    refused = organizer("import", "json", str(file))
    assert (refused.code, "--mine keeps" in refused.err) == (7, True)
    assert organizer("import", "json", str(file), "--mine", "--theirs").code == 2
    assert "deposit" in organizer("import", "json", str(file), "--mine").err + organizer("show", id).out
    assert organizer("import", "json", str(file), "--theirs", "--json").json["changed"] == {"entries": 1}
    assert "deposit" not in organizer("list").out


@pytest.mark.parametrize("format", ["json", "csv", "markdown"])
def test_what_is_no_such_file(organizer: Run, tmp_path: Path, format: str) -> None:
    file = tmp_path / "x"
    file.write_bytes(b"\x00\xff{")
    assert organizer("import", format, str(file)).code in (2, 6)
    assert organizer("import", format, str(tmp_path / "nothing")).code == 3
    assert organizer("import", format, str(tmp_path)).code == 8


def test_csv_has_a_mark_for_excel_in_a_file_and_none_when_printed(organizer: Run, tmp_path: Path) -> None:
    begin(organizer)
    file = tmp_path / "tasks.csv"
    organizer("export", "csv", str(file))
    data = file.read_bytes()
    assert data.startswith(b"\xef\xbb\xbfid,kind,text,")
    assert b",'=cmd|calc," in data
    assert b"HYPERLINK" not in data, "a note of the journal is no task"
    assert organizer("export", "csv").out.encode() == data[3:]
    promises = organizer("export", "csv", "--what", "promises").out
    assert promises.splitlines()[1].split(",")[1:5] == ["letter to the GP", "Heron 7", "client", "promised"]


def test_a_list_from_elsewhere_is_looked_at_first(organizer: Run, home: Path, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("Title,Due Date,Project,Color\nCall the payer,6/19/2026,Moon,red\n", encoding="utf-8")
    dry = organizer("import", "csv", str(file), "--dry-run")
    assert "column 'Color'" in dry.out
    assert "area 'Moon'" in dry.out
    assert organizer("import", "csv", str(file)).code == 0
    (entry,) = kept(home)["entries"].values()
    assert (entry["text"], entry["due"], entry["tags"]) == ("Call the payer", "2026-06-19", ["Moon"])
    file.write_text("Title,Due Date\nCall,6/19/2026\nWrite,soonish\n", encoding="utf-8")
    refused = organizer("import", "csv", str(file))
    assert (refused.code, "Line 3" in refused.err, len(kept(home)["entries"])) == (2, True, 1)
    assert "cannot be read" in organizer("import", "csv", str(file), "--dry-run").out


def test_markdown_out_and_its_boxes_in(
    organizer: Run, home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(organizer)
    file = tmp_path / "practice.md"
    organizer("export", "markdown", str(file))
    text = file.read_text(encoding="utf-8")
    assert "- [ ] Send superbills (due 2026-06-12 16:00)" in text
    assert "## letter to the GP, to Heron 7" in text
    assert "Supervision group" in organizer("export", "markdown", "--what", "journal").out
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path / "other"))
    assert organizer("import", "markdown", str(file)).code == 0
    found = {entry["text"] for entry in kept(tmp_path / "other")["entries"].values()}
    assert found == {"Send superbills", "=cmd|calc"}


def test_on_a_terminal_nothing_steers_it(organizer: Run, tmp_path: Path) -> None:
    file = tmp_path / "practice.json"
    file.write_text(
        '{"format":"organizer-export","version":1,"tables":{"entries":[{"id":"a1","text":"red \\u001b[31m \\u009b"}]}}'
    )
    organizer("import", "json", str(file))
    assert "\x1b" in organizer("export", "csv").out
    shown = organizer("export", "csv", tty=True).out
    assert "\x1b" not in shown
    assert "\x9b" not in shown


def test_a_sealed_office_exports_plainly_and_says_so(organizer: Run, home: Path, tmp_path: Path) -> None:
    from data import sealing

    begin(organizer)
    sealing.seal(str(home), "four plain words here")
    secret = tmp_path / "secret"
    secret.write_text("four plain words here\n")
    assert organizer("export", "json", str(tmp_path / "no.json"), stdin="").code == 5
    assert not (tmp_path / "no.json").exists()
    with pytest.MonkeyPatch.context() as here:
        here.setenv("ORGANIZER_PASSPHRASE_FILE", str(secret))
        done = organizer("export", "json", str(tmp_path / "yes.json"))
        assert (done.code, "not sealed" in done.err) == (0, True)
        assert "here already" in organizer("import", "json", str(tmp_path / "yes.json")).err
    assert b"superbills" not in b"".join(path.read_bytes() for path in (home / "vault").iterdir() if path.is_file())


def test_what_cannot_be_read_is_told_with_its_exit_code(organizer: Run, home: Path, tmp_path: Path) -> None:
    from data.vault import Vault

    begin(organizer)
    vault = Vault.open(home)
    vault._db.storage.write({"entries": {"bad": {"id": "bad", "repeat": {"rule": 4}}}})
    vault.close()
    done = organizer("export", "json", str(tmp_path / "practice.json"))
    assert (done.code, "missing from it" in done.err) == (6, True)
    assert (tmp_path / "practice.json").exists()


def test_the_week_is_printed_and_saved(organizer: Run, tmp_path: Path) -> None:
    id = organizer("add", "<b>Pay</b> & post #accounting").id
    organizer("done", id)
    assert organizer("report", "week").out.startswith("# Week of June 8 – 14, 2026\n")
    found = organizer("report", "week", "--json").json
    assert (found["done"], found["areas"]) == (1, [{"name": "Accounting", "done": 1}])
    organizer("add", "<i>next</i> june 15")
    done = organizer("report", "week", str(tmp_path / "week.html"))
    assert (done.code, "not sealed" in done.err) == (0, True)
    assert "&lt;i&gt;next&lt;/i&gt;" in (tmp_path / "week.html").read_text(encoding="utf-8")
    assert organizer("report", "week", "--on", "last friday").out.startswith("# Week of June 1 – 7, 2026\n")
    assert organizer("report", "week", str(tmp_path / "week.pdf")).code == 2
    assert organizer("report", "month").code == organizer("report", "week", "--on", "soonish").code == 2
