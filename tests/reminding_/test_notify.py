"""One notification out: over a recorded bus, and over every kind of bus that does not answer."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from organizer import notify
from organizer.notifying import clean, terminal
from tests.reminding_.bus import Bus, bus, notify_send

ROOT = Path(__file__).parents[2]
ON_LINUX = sys.platform.startswith("linux")
USUAL = notify.LIMIT
HANGING = 15
"""Seconds after which something hangs, however busy the machine: those that hang here do so for a minute."""


def test_this_machine_can_play_a_bus() -> None:
    """Nothing below is left out silently: the service is in pure Python and started here."""
    assert ON_LINUX, "the bus is that of Linux: run these tests there"


@pytest.fixture
def folder(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder with a short name, a PATH with nothing of the desktop, and no bus."""
    for name in ("DBUS_SESSION_BUS_ADDRESS", "SSH_CONNECTION", "SSH_TTY", "DISPLAY", "WAYLAND_DISPLAY", "TMUX",
                 "KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL"):  # fmt: skip
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm")
    with tempfile.TemporaryDirectory(prefix="o") as made:
        monkeypatch.setenv("XDG_RUNTIME_DIR", made)
        (Path(made) / "bin").mkdir()
        monkeypatch.setenv("PATH", f"{made}/bin")
        monkeypatch.setattr(notify, "LIMIT", 20)  # what works is not cut off by a busy machine
        yield Path(made)


def on(monkeypatch: pytest.MonkeyPatch, made: Bus) -> None:
    """Let the session bus be this one."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)


def children() -> list[str]:
    """The processes this one has begun and that are still there."""
    found = []
    for name in os.listdir("/proc"):
        try:
            fields = Path(f"/proc/{name}/stat").read_text().rpartition(")")[2].split() if name.isdecimal() else []
        except OSError:
            continue
        if fields and int(fields[1]) == os.getpid() and fields[0] != "Z":
            found.append(Path(f"/proc/{name}/cmdline").read_text())
    return [command for command in found if "notifying" in command or "notify-send" in command]


def test_plyer_comes_first(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    log = notify_send(folder / "bin", sys.executable, ROOT)
    with bus(folder) as made:
        on(monkeypatch, made)
        sent = notify.send("Organizer", "A promise is due.")
        assert sent.way == "plyer (notify-send)", sent
        assert [(one.title, one.body, one.expires) for one in made.popups] == [("Organizer", "A promise is due.", 8000)]
    assert "'--expire-time" in log.read_text() or "'-t'" in log.read_text()


def test_without_a_backend_of_plyer_the_bus_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    with bus(folder) as made:
        on(monkeypatch, made)
        sent = notify.send("Organizer", "A promise is due.")
        assert sent.way == "session bus", sent
        assert [one[0] for one in sent.tried] == ["plyer"]
        (popup,) = made.popups
        assert (popup.app, popup.title, popup.body) == ("Organizer", "Organizer", "A promise is due.")
        assert popup.hints == {"desktop-entry": "organizer", "category": "x-organizer.reminder"}
        assert popup.expires == 8000
    assert capfd.readouterr() == ("", ""), "nothing is said onto the screen"


def test_the_bus_is_found_where_it_usually_is(folder: Path) -> None:
    with bus(folder) as made:
        (folder / "bus").symlink_to(made.address.partition("=")[2])
        assert notify.send("Organizer", "A task is due.").way == "session bus"
        assert len(made.popups) == 1


@pytest.mark.parametrize("manner", ["silent", "dead", "bare", "gone", "nonsense", "none"])
def test_no_bus_hangs_us_or_raises_and_the_terminal_is_asked(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], manner: str
) -> None:
    assert USUAL <= 2
    monkeypatch.setattr(notify, "LIMIT", USUAL)
    notify_send(folder / "bin", sys.executable, ROOT)
    written: list[str] = []
    begun = time.monotonic()
    if manner in ("silent", "dead", "bare"):
        with bus(folder, manner) as made:
            on(monkeypatch, made)
            sent = notify.send("Organizer", "A promise is due.", written.append)
    else:
        address = {"gone": f"unix:path={folder}/nobody", "nonsense": "carrier-pigeon:", "none": ""}[manner]
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        sent = notify.send("Organizer", "A promise is due.", written.append)
    assert time.monotonic() - begun < HANGING
    assert (sent.way, written) == ("bell", ["\a"]), sent
    assert sent.tried
    assert all(why for _, why in sent.tried)
    assert capfd.readouterr() == ("", "")
    assert children() == []


def test_a_service_that_stops_answering_after_it_said_hello(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    program = folder / "bin" / "notify-send"
    program.write_text(f"#!{sys.executable}\nimport time\ntime.sleep(60)\n")
    program.chmod(0o755)
    monkeypatch.setattr(notify, "LIMIT", 4)
    with bus(folder) as made:
        on(monkeypatch, made)
        begun = time.monotonic()
        sent = notify.send("Organizer", "A promise is due.")
        assert time.monotonic() - begun < HANGING
        assert sent.way == "session bus", sent
        assert sent.tried == (("plyer", "no answer"),)
        assert len(made.popups) == 1
    assert children() == []


def test_over_ssh_the_terminal_tells(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "10.0.0.2 1 10.0.0.1 22")
    monkeypatch.setenv("TERM_PROGRAM", "WezTerm")
    written: list[str] = []
    with bus(folder) as made:
        on(monkeypatch, made)
        sent = notify.send("Organizer", "A promise; is due.", written.append)
        assert made.popups == []
    assert sent.way == "terminal (OSC 777)"
    assert written == ["\x1b]777;notify;Organizer;A promise, is due.\x1b\\"]


NASTY = (
    "--help", "-u critical", "-t 1", "5 < 6 & 7 > 2 <script>", "a'b\"c", "x\x1b]0;evil\x07y", "\x00", "", " ", "\ud800",
    "é" * 500, "🎉" * 400, "line\nbreak", "\u202eabc", "%s %n", "$(reboot)", "`id`", "'; rm -rf ~", "{}", "<b>bold</b>",
)  # fmt: skip


@pytest.mark.parametrize("markup", [False, True])
def test_nothing_that_is_written_is_taken_for_anything_else(
    folder: Path, monkeypatch: pytest.MonkeyPatch, markup: bool
) -> None:
    notify_send(folder / "bin", sys.executable, ROOT)
    with bus(folder, capabilities=("body", "body-markup") if markup else ("body",)) as made:
        on(monkeypatch, made)
        for text in NASTY[:6]:
            assert notify.send(text, text).way == "plyer (notify-send)"
        assert len(made.popups) == 6
        for text, popup in zip(NASTY, made.popups, strict=False):
            wanted = clean.clean_body(text)
            assert popup.body == (clean.escaped(wanted) if markup else wanted)
            assert popup.expires == 8000


@pytest.mark.parametrize("text", NASTY, ids=range(len(NASTY)))
def test_what_is_left_of_a_text(text: str) -> None:
    title, body = clean.clean_title(text), clean.clean_body(text)
    for made, most in ((title, clean.TITLE_UNITS), (body, clean.BODY_UNITS)):
        assert made
        assert not made.startswith("-")
        assert made.isprintable()
        assert clean.units(made) <= most
        for way in (terminal.escape(made, made, {"TERM": term}) for term in ("xterm-kitty", "foot")):
            assert "\x1b" not in way[1].replace("\x1b]", "").replace("\x1b\\", "")


@pytest.mark.parametrize(
    ("environ", "way", "text"),
    [
        ({"TERM": "xterm-kitty"}, "terminal (OSC 99)",
         "\x1b]99;i=organizer:d=0;T\x1b\\\x1b]99;i=organizer:d=1:p=body;B\x1b\\"),
        ({"TERM": "foot"}, "terminal (OSC 777)", "\x1b]777;notify;T;B\x1b\\"),
        ({"TERM_PROGRAM": "iTerm.app"}, "terminal (OSC 9)", "\x1b]9;T: B\x1b\\"),
        ({"LC_TERMINAL": "iTerm2", "TMUX": "/tmp/t,1,0"}, "terminal (OSC 9, through tmux)",
         "\x1bPtmux;\x1b\x1b]9;T: B\x1b\x1b\\\x1b\\"),
        ({"TERM": "xterm-256color"}, "bell", "\a"),
        ({}, "bell", "\a"),
    ],
)  # fmt: skip
def test_every_terminal_is_told_in_its_own_way(environ: dict[str, str], way: str, text: str) -> None:
    written: list[str] = []
    assert terminal.tell("T", "B", written.append, environ) == way
    assert "".join(written) == text


def test_a_terminal_that_is_gone_is_no_trouble(folder: Path) -> None:
    def gone(text: str) -> None:
        raise OSError("gone")

    sent = notify.send("Organizer", "A promise is due.", gone)
    assert not sent.worked
    assert ("terminal", "OSError") in sent.tried


def test_the_bell_keeps_still_where_it_is_not_to_sound(monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    assert terminal.tell("T", "B", written.append, {"TERM": "xterm-256color"}, bell=False) == ""
    assert terminal.tell("T", "B", written.append, {"TERM": "foot"}, bell=False) == "terminal (OSC 777)"
    assert "\a" not in "".join(written)
    monkeypatch.setattr(notify, "desktop", lambda title, body: notify.Sent())
    monkeypatch.setenv("TERM", "xterm-256color")
    for name in ("KITTY_WINDOW_ID", "TERM_PROGRAM", "LC_TERMINAL"):
        monkeypatch.delenv(name, raising=False)
    sent = notify.send("T", "B", written.append, bell=False)
    assert not sent.worked
    assert sent.tried[-1][0] == "terminal"
