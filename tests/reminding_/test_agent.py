"""The agent on a real home: told once whoever looks, small, set up and taken away, and without anybody's words."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier, Thread
from typing import Any

import pytest

from organizer.agent import installing
from organizer.agent.box import Box
from organizer.agent.ticking import tick
from organizer.agent.units import UNITS, Place
from organizer.agent.watching import pause
from organizer.clock import StoppedClock
from organizer.notify import Sent
from organizer.reminding.manners import Manners
from organizer.reminding.schedule import Schedule
from organizer.reminding.telling import Item, State
from tests.reminding_.bus import Bus, bus

ROOT = Path(__file__).parents[2]
GOLDEN = Path(__file__).parent / "golden"
NOW = datetime(2026, 6, 11, 10, 0)
WORDS = [f"{kind}{number:03d}quill" for number in range(50) for kind in ("zeph", "brix", "vorn", "quax")]
"""Two hundred words that stand nowhere but in what the person wrote."""


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home, a PATH and a folder of settings of this test alone."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX",
                 "XDG_CURRENT_DESKTOP"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("ORGANIZER_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("ORGANIZER_BACKUPS", "off")
    monkeypatch.setenv("ORGANIZER_NOW", NOW.isoformat())
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    monkeypatch.setenv("HOME", str(tmp_path / "me"))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("TZ", "UTC")
    return tmp_path / "home"


@pytest.fixture
def service(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bus]:
    """A bus with a notification service."""
    with tempfile.TemporaryDirectory(prefix="o") as made, bus(Path(made)) as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
        monkeypatch.setenv("PATH", made)
        yield found


def organizer(*words: str, **env: str) -> Any:
    """Run a verb in a process of its own; what it prints, as JSON if it is."""
    done = subprocess.run(
        [sys.executable, "-m", "organizer", *words],
        capture_output=True,
        text=True,
        env={**os.environ, **env},
        timeout=60,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout) if "--json" in words else done.stdout


def later(minutes: int) -> dict[str, str]:
    """The clock so many minutes later."""
    return {"ORGANIZER_NOW": (NOW + timedelta(minutes=minutes)).isoformat()}


# -- telling


@pytest.fixture
def plain(home: Path) -> None:
    """A practice whose rituals do not ring."""
    organizer("settings", "reminders_off", "rituals")


def test_what_is_due_is_told_once_over_the_bus_and_counted(service: Bus, plain: None) -> None:
    organizer("add", "Submit claims 10:30am")
    organizer("add", "Call the payer 10:30am")
    assert organizer("remind", "--json")["told"] == 0
    first = organizer("remind", "--json", **later(30))
    assert (first["told"], first["way"]) == (2, "session bus"), first
    assert organizer("remind", "--json", **later(31))["told"] == 0
    assert [(one.title, one.body) for one in service.popups] == [("Organizer", "A task is due, and 1 more.")]
    status = organizer("reminders", "status", "--json", **later(31))
    assert (status["last_way"], status["missed"], status["waiting"]) == ("session bus", 0, 0)


def test_what_is_done_meanwhile_does_not_ring(service: Bus, plain: None) -> None:
    id = organizer("add", "Submit claims 10:30am")[:5]
    organizer("remind")
    organizer("done", id)
    assert organizer("remind", "--json", **later(30))["told"] == 0
    assert service.popups == []


def test_what_cannot_be_told_stays_due(home: Path, plain: None, monkeypatch: pytest.MonkeyPatch) -> None:
    organizer("add", "Submit claims 10:30am")
    organizer("remind")
    first = organizer("remind", "--json", **later(30))
    assert (first["told"], first["way"]) == (0, None)
    assert organizer("remind", "--json", **later(30))["tried"] == [], "not again at once"
    with tempfile.TemporaryDirectory(prefix="o") as made, bus(Path(made)) as found:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", found.address)
        assert organizer("remind", "--json", **later(35))["told"] == 1
        assert len(found.popups) == 1


def test_the_words_are_said_when_they_may_be(service: Bus, plain: None) -> None:
    organizer("add", "Submit claims 10:30am #accounting")
    organizer("settings", "reminders_level", "area")
    organizer("remind")
    organizer("remind", **later(30))
    organizer("add", "Water the plants 11am")
    organizer("settings", "reminders_level", "words")
    organizer("remind")
    organizer("remind", **later(60))
    assert [one.body for one in service.popups] == ["A task is due, Accounting.", "A task is due: Water the plants."]


def test_eight_agents_at_once_tell_each_thing_once(home: Path) -> None:
    box = Box(str(home))
    box.want()
    items = tuple(Item((NOW - timedelta(minutes=n)).isoformat(timespec="minutes"), f"k{n}") for n in range(40))
    box.keep(Schedule(items, Manners()))
    sent: list[str] = []
    told: list[int] = []

    def send(title: str, body: str) -> Sent:
        sent.append(body)
        return Sent("tests")

    together = Barrier(8)

    def look(wait: Callable[[], Any] = together.wait) -> None:
        """Eight clocks show the same minute: what another is telling is left to it."""
        for minute in range(-45, 1, 3):
            wait()
            now = StoppedClock(NOW + timedelta(minutes=minute), "UTC").moment()
            told.append(tick(Box(str(home)), now, "UTC", send).told)

    threads = [Thread(target=look) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    look(lambda: None)
    assert sum(told) == 40
    assert len(box.state().told) == 40
    assert len(sent) <= 40


def test_a_state_that_is_torn_is_told_again_rather_than_never(home: Path) -> None:
    box = Box(str(home))
    box.want()
    box.keep(Schedule((Item("2026-06-11T09:30", "k"),), Manners()))
    now = StoppedClock(NOW, "UTC").moment()
    assert tick(box, now, "UTC", lambda title, body: Sent("tests")).told == 1
    (home / "state" / "reminders.json").write_text('{"told": {"k"')
    assert box.state() == State()
    assert tick(box, now, "UTC", lambda title, body: Sent("tests")).told == 1


def test_one_agent_stays_and_a_second_one_leaves_it_to_it(home: Path) -> None:
    box = Box(str(home))
    box.want()
    lock = box.watching()
    assert lock is not None
    assert organizer("remind", "--watch") == ""
    lock.close()


def test_it_looks_again_when_something_is_due_and_at_the_latest_in_half_a_minute() -> None:
    from organizer.agent.ticking import Look

    assert pause(Look(next=100.0), 95.0) == 5.0
    assert pause(Look(next=100.0), 99.9) == 1.0
    assert pause(Look(next=1000.0), 95.0) == pause(Look(), 95.0) == 30.0


def test_a_look_with_nothing_due_loads_next_to_nothing(home: Path) -> None:
    organizer("add", "Submit claims tomorrow 10:30am")
    organizer("remind")
    program = (
        "import sys; from organizer.__main__ import run; run(['remind']); "
        "print(*[name for name in sys.modules if name.split('.')[0] in ('organizer', 'subprocess', 'textual', "
        "'cryptography', 'asyncio', 'plyer', 'jeepney', 'dataclasses', 'zoneinfo', 'tinydb')])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    loaded = set(done.stdout.split())
    assert "organizer.agent.ticking" in loaded
    rooms = ("organizer.agent", "organizer.reminding", "organizer.notify", "organizer.clock", "organizer.paths",
             "organizer.errors", "organizer.shell.ending", "organizer.shell.terminal")  # fmt: skip
    heavy = {one for one in loaded if not one.startswith(rooms)} - {
        "organizer",
        "organizer.shell",
        "organizer.__main__",
    }
    assert heavy == set()
    assert not {one for one in loaded if one.startswith("organizer.reminding.")} & {
        "organizer.reminding.making", "organizer.reminding.sources", "organizer.reminding.entries",
    }  # fmt: skip


# -- sealed


def test_a_sealed_vault_is_told_of_by_times_and_names_that_say_nothing(
    service: Bus, plain: None, tmp_path: Path
) -> None:
    word = tmp_path / "word"
    word.write_text("nine blue herons")
    organizer("settings", "reminders_level", "words")
    organizer("add", "Submit zeph001quill 10:30am")
    organizer("remind")
    organizer("passphrase", "set", "--sheet", str(tmp_path / "sheet"), ORGANIZER_NEW_PASSPHRASE_FILE=str(word))
    organizer("add", "Call brix002quill 11am", ORGANIZER_PASSPHRASE_FILE=str(word))
    schedule = tmp_path / "home" / "reminders" / "schedule.json"
    wait_for(lambda: '"sealed":true' in schedule.read_text())
    assert organizer("remind", "--json", **later(30))["told"] == 1
    assert organizer("remind", "--json", **later(60))["told"] == 1
    assert {one.body for one in service.popups} == {"A task is due."}
    assert "quill" not in schedule.read_text()
    assert schedule.stat().st_mode & 0o777 == 0o600
    doc = json.loads(schedule.read_text())
    assert all(len(item) == 3 and len(item[0]) == 16 and len(item[1]) == 24 for item in doc["items"])


def wait_for(true: Any) -> None:
    """Wait for a process that nobody waits for."""
    import time

    for _ in range(400):
        if true():
            return
        time.sleep(0.05)
    raise AssertionError("it did not come")


# -- whatever is written, none of it is told


def test_none_of_two_hundred_words_is_anywhere(service: Bus, plain: None, home: Path, tmp_path: Path) -> None:
    lines = [
        f"{' '.join(WORDS[at : at + 8])} 10:30am{' #accounting' if at % 3 else ''}\n" for at in range(0, len(WORDS), 8)
    ]
    done = subprocess.run(
        [sys.executable, "-m", "organizer", "add", "-"],
        input="".join(lines),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.returncode == 0
    organizer("promise", WORDS[0], "--to", WORDS[1], "--by", "today 11:30am")
    installing.install(Box(str(home)), "cron") if shutil.which("crontab") else None
    for way in UNITS.values():
        unit = way(installing.here())
        assert not found_in(repr(unit))
    organizer("remind")
    assert not found_in(json.dumps(organizer("remind", "--json", **later(30))))
    assert len(service.popups) == 1
    assert not found_in(repr(service.popups))
    titles = "".join(
        Path(f"/proc/{name}/cmdline").read_text(errors="replace")
        for name in os.listdir("/proc")
        if name.isdecimal() and os.path.exists(f"/proc/{name}/cmdline")
    )
    assert not found_in(titles)
    for path in [*home.rglob("*"), *tmp_path.rglob("*")]:
        if path.is_file() and "vault" not in path.parts:
            assert not found_in(path.read_text(errors="replace")), path


def found_in(text: str) -> list[str]:
    """Which of the words stand in a text."""
    return [word for word in WORDS if word in text]


# -- setting it up and taking it away

PLACE = Place("/opt/my venv/bin/python", "/home/me", "/home/me/.config", 1000, "/home/me/50% of it")


@pytest.mark.parametrize("way", UNITS)
def test_what_is_written_is_as_it_should_be(way: str) -> None:
    unit = UNITS[way](PLACE if way != "schtasks" else PLACE._replace(python="C:\\My App\\python.exe", user="C:\\me"))
    told = [unit.line] if unit.line else []
    for path, data in unit.files:
        told += [f"== {path}", data.decode("utf-16" if way == "schtasks" else "utf-8").replace("\r\n", "\n")]
    told += ["== known", *map(" ".join, unit.known), "== gone", *map(" ".join, unit.gone), "== begin", *unit.begin]
    text = "\n".join(told) + "\n"
    golden = GOLDEN / f"{way}.txt"
    if os.environ.get("RENEW"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_systemd_itself_finds_nothing_wrong_with_its_units(tmp_path: Path) -> None:
    verify = shutil.which("systemd-analyze")
    assert verify, "systemd-analyze is not here: run these tests on a Linux with systemd"
    unit = UNITS["systemd"](Place(sys.executable, str(tmp_path), str(tmp_path), 1000, str(tmp_path / "a home")))
    paths = [path for path, _ in unit.files]
    for path, data in unit.files:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        Path(path).write_bytes(data)
    env = {**os.environ, "XDG_RUNTIME_DIR": str(tmp_path)}
    done = subprocess.run([verify, "--user", "verify", *paths], capture_output=True, text=True, env=env, check=False)
    wrong = [line for line in done.stderr.splitlines() if "organizer" in line]
    assert (done.returncode, wrong) == (0, []), done.stderr


def test_xml_and_plist_are_well_formed() -> None:
    import plistlib
    from xml.etree import ElementTree

    (_, task), = UNITS["schtasks"](PLACE._replace(home='C:\\a "b" & <c>')).files  # fmt: skip
    assert ElementTree.fromstring(task.decode("utf-16")).tag.endswith("Task")
    (_, plist), = UNITS["launchd"](PLACE).files  # fmt: skip
    assert plistlib.loads(plist)["StartCalendarInterval"] == {}


PROGRAM = """#!{python}
import os, sys
log = {log!r}
with open(log, "a") as file:
    file.write(" ".join([os.path.basename(sys.argv[0]), *sys.argv[1:]]) + "\\n")
tab = {tab!r}
if "crontab" in sys.argv[0]:
    if sys.argv[1] == "-l":
        print(open(tab).read(), end="") if os.path.exists(tab) else sys.exit(1)
    elif sys.argv[1] == "-r":
        os.unlink(tab)
    else:
        open(tab, "w").write(sys.stdin.read())
"""


@pytest.fixture
def programs(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """systemctl, launchctl, schtasks and crontab that note what they were asked; gives the crontab."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for name in ("systemctl", "launchctl", "schtasks", "crontab"):
        text = PROGRAM.format(python=sys.executable, log=str(tmp_path / "asked"), tab=str(tmp_path / "tab"))
        (folder / name).write_text(text)
        (folder / name).chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.setattr(installing, "_begin", lambda command: None)
    return tmp_path / "tab"


def everything(folder: Path) -> set[str]:
    """Every file there is."""
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize("way", [way for way in UNITS if way != "schtasks"])
def test_it_is_set_up_twice_and_taken_away_without_a_trace(
    programs: Path, home: Path, tmp_path: Path, way: str
) -> None:
    programs.write_text("0 8 * * * backup\n")
    before = everything(tmp_path)
    box = Box(str(home))
    assert installing.standing(box) == installing.Standing()
    installing.install(box, way)
    once = everything(tmp_path)
    first = {path: (tmp_path / path).read_bytes() for path in once if not path.startswith("asked")}
    assert installing.standing(box).way == way
    assert installing.standing(box).wrong == ()
    installing.install(box, way)
    assert everything(tmp_path) == once
    assert {path: (tmp_path / path).read_bytes() for path in first} == first, "again is as once"
    for path in installing.standing(box).files:
        Path(path).write_text("changed")
    assert len(installing.standing(box).wrong) == len(installing.standing(box).files)
    assert installing.uninstall(box) == way
    assert everything(tmp_path) - {"asked"} == before
    assert programs.read_text() == "0 8 * * * backup\n"
    assert installing.uninstall(box) == ""


def test_another_way_takes_the_place_of_the_first(programs: Path, home: Path) -> None:
    box = Box(str(home))
    installing.install(box, "cron")
    assert "organizer remind" in programs.read_text()
    installing.install(box, "systemd")
    assert not programs.exists()
    assert installing.standing(box).way == "systemd"
    installing.uninstall(box)


def test_the_way_that_fits(programs: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert installing.fitting() == "systemd"
    (Path(os.environ["PATH"]) / "systemctl").unlink()
    assert installing.fitting() == "cron"
    monkeypatch.setenv("DISPLAY", ":0")
    assert installing.fitting() == "autostart"
    monkeypatch.setattr(sys, "platform", "darwin")
    assert installing.fitting() == "launchd"
    monkeypatch.setattr(sys, "platform", "win32")
    assert installing.fitting() == "schtasks"


def test_the_verbs_of_it(programs: Path, home: Path) -> None:
    assert organizer("reminders", "status", "--json")["way"] is None
    assert organizer("reminders", "install", "--way", "systemd", "--json")["way"] == "systemd"
    assert organizer("reminders", "status", "--json")["way"] == "systemd"
    assert "timer of systemd" in organizer("reminders", "status")
    told = organizer("reminders", "test", "--json")
    assert told["way"] is None
    assert told["tried"] == [{"way": "desktop", "why": "there is no session bus"}]
    assert any("message bus" in line for line in told["advice"])
    assert organizer("reminders", "uninstall", "--json") == {"way": "systemd"}
    assert not (home / "reminders").exists()
    organizer("add", "Submit claims 10:30am")
    (ring,) = [one for one in organizer("reminders", "--json") if one["table"] == "entries"]
    assert (ring["at"], ring["kind"]) == ("2026-06-11T10:30", "task")
    organizer("reminders", "never", ring["id"][:5])
    assert [one for one in organizer("reminders", "--json") if one["table"] == "entries"] == []


@pytest.mark.skipif(os.name == "nt", reason="there is no signal for it")
def test_an_agent_that_stays_goes_when_it_is_uninstalled(home: Path) -> None:
    stays = (
        "import sys, signal; import organizer.agent.watching as w; from organizer.clock import Clock\n"
        "def look(*told):\n    print('looks', flush=True); return w.Look()\n"
        "w.one_pass, w.pause = look, lambda look, now: 3600\n"
        "w.watch(sys.argv[1], Clock(), None, None)"
    )
    agent = subprocess.Popen([sys.executable, "-c", stays, str(home)], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert agent.stdout is not None
        assert agent.stdout.readline() == "looks\n"
        organizer("reminders", "uninstall")
        assert agent.wait(20) != 0, "it did not wait for its next look"
        assert not Box(str(home)).wanted
        assert not Box(str(home)).send_away(), "nobody stays"
    finally:
        agent.kill()
        agent.communicate()


def test_who_stays_on_another_machine_is_left_alone(home: Path) -> None:
    box = Box(str(home))
    box.want()
    (home / "reminders" / "stays.json").write_text(json.dumps([os.getpid(), "another-machine"]))
    lock = box.watching()
    assert lock is not None
    assert not box.send_away()
    (home / "reminders" / "stays.json").write_text("[1")
    assert not box.send_away()
    lock.close()
