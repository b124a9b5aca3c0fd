"""What is handed out works where there is nothing else of ours: the wheel, the source archive, the one-folder start."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from organizer.shell import VERSION

ROOT = Path(__file__).parents[2]
ROOMS = ("organizer", "screens", "data")
LIMIT = 120

pytestmark = pytest.mark.skipif(os.name != "posix", reason="it is driven in a terminal of our own")

Run = Callable[..., str]


def files() -> set[str]:
    """Every file of the three rooms, as it is named in a package."""
    found = (path for room in ROOMS for path in (ROOT / room).rglob("*") if path.is_file())
    return {path.relative_to(ROOT).as_posix() for path in found if path.suffix != ".pyc"}


def environment(home: Path) -> dict[str, str]:
    """A machine on which nobody has used Organizer."""
    kept = {
        k: v for k, v in os.environ.items() if not k.startswith(("PYTHON", "ORGANIZER", "TEXTUAL", "COLUMNS", "LINES"))
    }
    return {**kept, "HOME": str(home), "XDG_DATA_HOME": str(home / "share"), "ORGANIZER_NOW": "2026-06-11T09:14"}


def ran(*command: str | Path, home: Path) -> str:
    """What a program prints; it ends well."""
    words = [str(word) for word in command]
    done = subprocess.run(
        words, cwd=home, env=environment(home), capture_output=True, text=True, encoding="utf-8", timeout=LIMIT
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The source archive, and the wheel made of nothing but what is in it."""
    folder = tmp_path_factory.mktemp("dist")
    ran(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, home=folder)
    (source,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return source, wheel


@pytest.fixture(scope="module")
def bin_(built: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs of an environment that has the wheel and the libraries, and not this folder."""
    home = tmp_path_factory.mktemp("clean")
    venv = home / "venv"
    ran(sys.executable, "-m", "venv", "--without-pip", venv, home=home)
    pip = (sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "--disable-pip-version-check")
    ran(*pip, "install", "--quiet", "--no-deps", "--no-index", built[1], home=home)
    inside = ran(venv / "bin" / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))", home=home)
    # A folder named in a .pth gives its packages, and none of its own .pth: ours is installed there as a link.
    Path(inside.strip(), "libraries.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")
    return venv / "bin"


@pytest.fixture
def organizer(bin_: Path, tmp_path: Path) -> Run:
    """The installed program, on a machine of this test's own."""
    return lambda *words: ran(bin_ / "organizer", *words, home=tmp_path)


def test_the_packages_have_every_file_of_the_three_rooms(built: tuple[Path, Path]) -> None:
    source, wheel = built
    with zipfile.ZipFile(wheel) as packed:
        names = set(packed.namelist())
        (metadata,) = (name for name in names if name.endswith(".dist-info/METADATA"))
        told = packed.read(metadata).decode()
    assert {name for name in names if ".dist-info/" not in name} == files()
    assert f"\nVersion: {VERSION}\n" in told
    with tarfile.open(source) as packed_source:
        inside = {name.partition("/")[2] for name in packed_source.getnames()}
    assert files() <= inside
    assert {"README.md", "LICENSE", "CHANGELOG.md", "Makefile", "constraints.txt", ".ci/run"} <= inside
    assert {page.relative_to(ROOT).as_posix() for page in (ROOT / "docs").rglob("*.*")} <= inside
    assert not [name for name in inside | names if name.endswith(".pyc") or "/.venv/" in name]


def test_it_is_the_installed_one_that_runs(bin_: Path, tmp_path: Path) -> None:
    told = ran(bin_ / "python", "-c", "import organizer, screens, data; print(data.__file__)", home=tmp_path)
    assert Path(told.strip()).is_relative_to(bin_.parent)


def test_its_verbs_work_on_a_fresh_machine(organizer: Run, tmp_path: Path) -> None:
    assert organizer("--version") == f"organizer {VERSION}\n"
    added = organizer("add", "Call back Heron 7 today 10am #outreach ~15m")
    assert "Call back Heron 7" in added
    assert "Call back Heron 7" in [item["text"] for item in json.loads(organizer("today", "--json"))["also"]]
    assert "solo-insurance" in organizer("packs")
    assert "Are today’s notes written?" in organizer("rituals", "show", "close")
    assert organizer("check")
    assert str(tmp_path) in organizer("where")
    organizer("undo")
    assert json.loads(organizer("list", "--json")) == []


def test_the_full_screen_opens_and_goes_to_all_eight_places(bin_: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyte")
    from tests.bench.pty_run import Terminal

    said = (
        "Chosen",
        "columns",
        "Collections",
        "Room to breathe",
        "kept, or put right",
        "Waiting",
        "A year of wins",
        "asks",
    )
    with Terminal([str(bin_ / "organizer"), "demo"], (120, 36), environment(tmp_path), tmp_path) as terminal:
        assert terminal.start("Heron").ready is not None, terminal.emulator.text()
        for number, words in enumerate(said[1:], 2):
            for _ in range(20):  # a machine with much to do may take its time
                terminal.key(str(number), quiet=0.2, patience=1)
                if terminal.shows(words):
                    break
            assert terminal.shows(words), (number, terminal.ended, terminal.emulator.text())
        assert terminal.stop(("\x11",)) is not None
    assert not (tmp_path / "share" / "organizer").exists()


def test_the_one_folder_program_runs_what_runs_beside_it(tmp_path: Path) -> None:
    """It is started without being frozen: by the same script, and by the words the house calls itself with."""
    start = (sys.executable, ROOT / ".ci" / "app" / "start.py")
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "organizer").rglob("*.py"))
    beside = set(re.findall(r'sys\.executable, "-m", "([\w.]+)"', code))
    assert beside == {"organizer.agent.inside", "organizer.notifying.helper"}
    with_rooms = {**environment(tmp_path), "PYTHONPATH": str(ROOT)}

    def said(*words: str) -> str:
        done = subprocess.run([*map(str, start), *words], cwd=tmp_path, env=with_rooms, capture_output=True, check=True,
                              text=True, stdin=subprocess.DEVNULL, timeout=LIMIT)  # fmt: skip
        return done.stdout

    assert said("--version") == said("-m", "organizer", "--version") == f"organizer {VERSION}\n"
    said("add", "Pay rent friday 4pm")
    assert said("-m", "organizer", "remind") == ""
    said("-m", "organizer.agent.inside", "schedule", str(tmp_path / "share" / "organizer"))
