"""What each way of running the agent wants on the disk: the files, as text, and the programs that make them known.

Everything here is made from where Python and the home are; no word of anybody's is in it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from typing import NamedTuple

NAME = "organizer-reminders"
LABEL = "org.organizer.reminders"
MARK = "# organizer reminders"
"""The end of our line in a crontab."""


class Place(NamedTuple):
    """Where everything is: the Python that runs us, the person's own folder, that of their settings, the number of
    their account, and `home` where ORGANIZER_HOME names one."""

    python: str
    user: str
    config: str
    uid: int = 0
    home: str = ""


class Unit(NamedTuple):
    """One way, ready to be put there. `files` are (path, bytes); `known` and `gone` are commands to be run after they
    were written and before they are removed, `forgotten` after; `begin` is one to leave running; `line` is for a
    crontab."""

    way: str
    files: tuple[tuple[str, bytes], ...] = ()
    known: tuple[tuple[str, ...], ...] = ()
    gone: tuple[tuple[str, ...], ...] = ()
    forgotten: tuple[tuple[str, ...], ...] = ()
    begin: tuple[str, ...] = ()
    line: str = ""


def systemd(place: Place) -> Unit:
    """A timer of the person's own systemd: it looks every minute, and once after the machine has slept."""
    words = " ".join(_quoted(word) for word in (place.python, "-m", "organizer", "remind"))
    home = f"Environment={_quoted(f'ORGANIZER_HOME={place.home}')}\n" if place.home else ""
    service = (
        "[Unit]\nDescription=Organizer, one look at what is due\n\n"
        f"[Service]\nType=oneshot\nExecStart={words}\n{home}TimeoutStartSec=90\nNice=10\n"
    )
    timer = (
        "[Unit]\nDescription=Organizer reminders\n\n"
        "[Timer]\nOnCalendar=*-*-* *:*:00\nAccuracySec=5s\nPersistent=true\n\n"
        "[Install]\nWantedBy=timers.target\n"
    )
    folder = os.path.join(place.config, "systemd", "user")
    control = ("systemctl", "--user")
    return Unit(
        "systemd",
        (
            (os.path.join(folder, f"{NAME}.service"), service.encode()),
            (os.path.join(folder, f"{NAME}.timer"), timer.encode()),
        ),
        known=((*control, "daemon-reload"), (*control, "enable", "--now", f"{NAME}.timer")),
        gone=((*control, "disable", "--now", f"{NAME}.timer"),),
        forgotten=((*control, "daemon-reload"),),
    )


def _quoted(word: str) -> str:
    """A word in a unit of systemd, where % and $ mean something."""
    escaped = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"' if any(char in word for char in " \t\"'\\;") else escaped


def autostart(place: Place) -> Unit:
    """A program that the desktop begins with the session, and that stays."""
    words = (place.python, "-m", "organizer", "remind", "--watch")
    env = ("env", f"ORGANIZER_HOME={place.home}") if place.home else ()
    line = " ".join(_in_entry(word) for word in (*env, *words))
    entry = (
        "[Desktop Entry]\nType=Application\nName=Organizer reminders\nComment=Tells what is due\n"
        f"Exec={line}\nTerminal=false\nNoDisplay=true\nX-GNOME-Autostart-enabled=true\n"
    )
    path = os.path.join(place.config, "autostart", f"{NAME}.desktop")
    return Unit("autostart", ((path, entry.encode()),), begin=words)


def _in_entry(word: str) -> str:
    """A word in the Exec of a desktop entry: quoted where it has to be, and all of it escaped once more."""
    word = word.replace("%", "%%")
    if not any(char in word for char in " \t\n\"'\\><~|&;$*?#()`"):
        return word
    for char in '\\"`$':
        word = word.replace(char, f"\\{char}")
    return '"' + word.replace("\\", "\\\\") + '"'


def cron(place: Place) -> Unit:
    """A line in the person's crontab, where there is nothing better: what comes while the machine sleeps is told at
    the next minute it is awake."""
    env = {"XDG_RUNTIME_DIR": f"/run/user/{place.uid}"} | ({"ORGANIZER_HOME": place.home} if place.home else {})
    words = [f"{name}={_in_shell(value)}" for name, value in env.items()]
    words += [_in_shell(place.python), "-m", "organizer", "remind", ">/dev/null", "2>&1", MARK]
    return Unit("cron", line="* * * * * " + " ".join(words).replace("%", "\\%"))


def _in_shell(word: str) -> str:
    import shlex

    return shlex.quote(word)


def launchd(place: Place) -> Unit:
    """An agent of macOS: every minute of the calendar, so that one that was slept through is caught up with."""
    import plistlib

    doc: dict[str, object] = {
        "Label": LABEL,
        "ProgramArguments": [place.python, "-m", "organizer", "remind"],
        "StartCalendarInterval": {},
        "RunAtLoad": True,
        "LimitLoadToSessionType": "Aqua",
        "ProcessType": "Background",
        "LowPriorityIO": True,
        "StandardOutPath": "/dev/null",
        "StandardErrorPath": "/dev/null",
    }
    if place.home:
        doc["EnvironmentVariables"] = {"ORGANIZER_HOME": place.home}
    path = os.path.join(place.user, "Library", "LaunchAgents", f"{LABEL}.plist")
    domain = f"gui/{place.uid}"
    return Unit(
        "launchd",
        ((path, plistlib.dumps(doc)),),
        known=(("launchctl", "bootout", f"{domain}/{LABEL}"), ("launchctl", "bootstrap", domain, path)),
        gone=(("launchctl", "bootout", f"{domain}/{LABEL}"),),
    )


TASK = """<?xml version="1.0" encoding="UTF-16"?>
<Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
  <RegistrationInfo><Description>Organizer reminders</Description></RegistrationInfo>
  <Triggers>
    <LogonTrigger>
      <Repetition><Interval>PT1M</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition>
      <Enabled>true</Enabled>
    </LogonTrigger>
    <TimeTrigger>
      <Repetition><Interval>PT1M</Interval><StopAtDurationEnd>false</StopAtDurationEnd></Repetition>
      <StartBoundary>2026-01-01T00:00:00</StartBoundary>
      <Enabled>true</Enabled>
    </TimeTrigger>
  </Triggers>
  <Principals><Principal id="Author"><LogonType>InteractiveToken</LogonType><RunLevel>LeastPrivilege</RunLevel></Principal></Principals>
  <Settings>
    <MultipleInstancesPolicy>IgnoreNew</MultipleInstancesPolicy>
    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
    <StartWhenAvailable>true</StartWhenAvailable>
    <ExecutionTimeLimit>PT5M</ExecutionTimeLimit>
    <Hidden>true</Hidden>
    <Enabled>true</Enabled>
  </Settings>
  <Actions Context="Author">
    <Exec><Command>{command}</Command><Arguments>{arguments}</Arguments></Exec>
  </Actions>
</Task>
"""  # noqa: E501
TASK_NAME = "Organizer reminders"


def schtasks(place: Place) -> Unit:
    """A task of Windows, without a window: also on battery, and at once where a minute was missed."""
    from organizer.notifying.clean import escaped

    folder, _, program = place.python.rpartition("\\")
    silent = "\\".join(part for part in (folder, program.replace("python.exe", "pythonw.exe")) if part)
    arguments = "-m organizer remind" + (f' --home "{place.home}"' if place.home else "")
    text = TASK.format(command=escaped(silent), arguments=escaped(arguments)).replace("\n", "\r\n")
    path = place.user + "\\organizer-reminders.xml"
    create = ("schtasks", "/create", "/tn", TASK_NAME, "/xml", path, "/f")
    return Unit(
        "schtasks",
        ((path, text.encode("utf-16")),),
        known=(create,),
        gone=(("schtasks", "/delete", "/tn", TASK_NAME, "/f"),),
    )


UNITS: Mapping[str, Callable[[Place], Unit]] = {
    "systemd": systemd,
    "launchd": launchd,
    "schtasks": schtasks,
    "autostart": autostart,
    "cron": cron,
}
"""Every way by its name."""
