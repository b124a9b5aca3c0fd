"""Every shell line of the pages, pasted into a shell, works in a practice that is in use, or is named here with why."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from datetime import datetime
from pathlib import Path

import pytest

from data.starter import demo
from data.vault import Vault
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.practice import Practice
from organizer.views.door import waiting

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 6, 11, 9, 14)
PAGES = ("README.md", *sorted(f"docs/{page.name}" for page in (ROOT / "docs").glob("*.md")))
NOT_HERE = {
    r"make ": "it makes the house itself; that there is such a target is tested elsewhere",
    r"(pipx|uv) ": "it is another program, which need not be here",
    r"py |\.venv\\": "it is for Windows",
    r"\./dist/": "`make app` fetches PyInstaller",
    r"organizer passphrase ": "it asks at a terminal",
    r"organizer reminders (install|test|uninstall)": "it changes the session of whoever runs the tests, or rings there",
    r"organizer backup /media/": "there is no stick",
    r"organizer import (csv tasks\.csv|markdown)": "it reads a file of one's own",
    r"organizer feedback import": "it reads the replies of a form",
    r"organizer (word|repair|rewards|wins) k3f9a": "its step has to fit what became of that one promise or win",
    r"organizer edit 4m8rj happened": "it needs a task that waits for an event",
    r".*\.pdf": "it needs the print extra",
    r"organizer review ": "it asks at a terminal until it is done",
}
"""How a line begins that is not run, and why."""


def blocks(page: str) -> list[list[str]]:
    """The shell lines of a page, block by block."""
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.findall(r"^```(?:sh)?\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    lines = [
        re.findall(r"^(?:\$ )?((?:organizer|make|pipx|uv|py|\./dist\S*|\.venv\S*) ?.*)$", one, re.MULTILINE)
        for one in found
    ]
    return [one for one in lines if one]


def why_not(line: str) -> str:
    return next((why for begin, why in NOT_HERE.items() if re.match(begin, line)), "")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in use, with a backup; a file beside it names an entry and who waits."""
    home = tmp_path_factory.mktemp("used") / "home"
    open_ = Office(Vault.open(home, background=False), StoppedClock(NOW))
    open_.run("practice.fill", records=demo.demo_records(NOW))
    practice: Practice = open_.practice
    entry = next(e for e in practice.entries.values() if e.open and e.kind == "task" and not e.repeat)
    asked = " ".join(one.inquiry.id for one in waiting(practice, NOW, open_.clock.zone())[:2])
    open_.close()
    (home.parent / "ids").write_text(f"{entry.id} {asked}")
    return home


@pytest.mark.skipif(not shutil.which("bash"), reason="there is no bash here")
@pytest.mark.parametrize("page", [page for page in PAGES if any(not why_not(x) for b in blocks(page) for x in b)])
def test_a_line_of_the_pages_works_when_it_is_pasted(page: str, office: Path, tmp_path: Path) -> None:
    entry, *asked = (office.parent / "ids").read_text().split()
    bin_ = os.pathsep.join((os.path.dirname(sys.executable), os.environ["PATH"]))
    wrong = []
    for number, block in enumerate(blocks(page)):
        folder = tmp_path / str(number)
        folder.mkdir()
        home = folder / "home"
        shutil.copytree(office, home)
        environ = {**os.environ, "PATH": bin_, "HOME": str(folder), "ORGANIZER_HOME": str(home),
                   "ORGANIZER_NOW": NOW.isoformat(), "PYTHONPATH": str(ROOT)}  # fmt: skip
        brought = "import json" in block[-1] and "export json" not in " ".join(block)
        before = ["organizer backup", *["organizer export json practice.json"] * brought]
        for line in [*before, *block]:
            if why_not(line):
                continue
            ready = line.replace("2031-05-02", "2026-06-11")
            ids = asked if ready.startswith("organizer answer") else [entry, entry]
            ready = ready.replace("k3f9a", ids[0]).replace("4m8rj", ids[1])
            # failglob does what zsh does: a pattern that no file fits is no word
            done = subprocess.run(["bash", "-O", "failglob", "-c", ready], cwd=folder, env=environ, timeout=60,
                                  stdin=subprocess.DEVNULL, capture_output=True, text=True)  # fmt: skip
            if done.returncode:
                wrong.append(f"{line}: {done.returncode} {done.stderr.strip()[-200:]}")
    assert not wrong, "\n".join(wrong)


def test_no_line_carries_a_remark() -> None:
    """A shell for people, zsh above all, takes `# ...` for words."""
    for page in PAGES:
        for line in (line for block in blocks(page) for line in block):
            assert not re.search(r"\s#\s", line), line


def test_every_reason_is_still_needed() -> None:
    lines = [line for page in PAGES for block in blocks(page) for line in block]
    assert [begin for begin in NOT_HERE if not any(re.match(begin, line) for line in lines)] == []
