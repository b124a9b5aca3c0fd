"""The process that tries the ways to the desktop. It reads a notification as JSON from stdin, and says on stdout which
way worked and what the others said. It may hang or die: nobody waits long for it, and it holds nothing."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from typing import Any

from organizer.notifying.clean import escaped

OF_PLYER, OF_AN_ANSWER = 0.55, 0.25
"""The share of all the time there is that plyer may take, and the desktop's service to say that it is there."""
NO_BACKEND = "it has nothing to work with here"

Note = dict[str, Any]
Ways = list[tuple[str, Callable[[], str]]]


class Untold(Exception):
    """A way that does not work here, and why."""


def main() -> None:
    """Try the ways in turn."""
    note: Note = json.loads(sys.stdin.buffer.read())
    answer = sys.stdout
    sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
    tried: list[tuple[str, str]] = []
    way = ""
    for name, act in _ways(note, tried):
        try:
            way = act()
            break
        except Exception as error:
            tried.append((name, _why(error)))
    answer.write(json.dumps({"way": way, "tried": tried}))
    answer.flush()
    if sys.platform == "win32" and way:
        return  # plyer's thread there stays for as long as the balloon stands
    os._exit(0)


def _ways(note: Note, tried: list[tuple[str, str]]) -> Ways:
    linux = sys.platform.startswith("linux")
    if linux:
        try:
            note["markup"] = "body-markup" in _service(note).capabilities()
        except ImportError:
            pass  # then it cannot be asked, only tried
        except Exception as error:
            tried.append(("session bus", _why(error)))
            return []
    ways: Ways = [("plyer", lambda: by_plyer(note))]
    if linux:
        ways += [("session bus", lambda: by_bus(note)), ("notify-send", lambda: by_notify_send(note))]
    if sys.platform == "darwin":
        ways += [("terminal-notifier", lambda: by_terminal_notifier(note)), ("osascript", lambda: by_osascript(note))]
    return ways


def _service(note: Note) -> Any:
    from organizer.notifying.bus import Service

    return Service(note["limit"] * OF_AN_ANSWER)


def _why(error: Exception) -> str:
    """What went wrong, for people; never a value of anybody's."""
    if isinstance(error, Untold):
        return str(error)
    if isinstance(error, ImportError):
        return "it is not installed"
    if isinstance(error, TimeoutError):
        return "no answer"
    if isinstance(error, OSError | EOFError):
        return "nobody is there"
    if "ServiceUnknown" in str(getattr(error, "name", "")):
        return "no notification service runs"
    return type(error).__name__


def by_plyer(note: Note) -> str:
    """plyer, in a thread: it may wait for an answer that does not come."""
    found: list[str | Exception] = []

    def act() -> None:
        try:
            found.append(_plyer(note))
        except Exception as error:
            found.append(error)

    thread = threading.Thread(target=act, daemon=True)
    thread.start()
    thread.join(note["limit"] * OF_PLYER + 0.1)
    if not found:
        raise Untold("no answer")
    if isinstance(found[0], Exception):
        raise found[0]
    return found[0]


def _plyer(note: Note) -> str:
    import warnings

    warnings.simplefilter("ignore")
    from plyer import notification

    try:
        notification.notify  # noqa: B018 - plyer finds what it works with when something is first asked of it
        backend = type(object.__getattribute__(notification, "_obj")).__name__
    except Exception:
        raise Untold(NO_BACKEND) from None
    if backend == "Notification":
        raise Untold(NO_BACKEND)
    usual: Note = {"title": note["title"], "message": _body(note), "app_name": "Organizer", "timeout": note["seconds"]}
    if backend == "NotifySendNotification":
        _through_notify_send(notification, usual, note["limit"] * OF_PLYER)
        return "plyer (notify-send)"
    if backend == "NotifyDbus":
        hints = {"desktop-entry": "organizer", "category": "x-organizer.reminder"}
        notification._notify(**usual, hints=hints)
        return "plyer (session bus)"
    notification.notify(**usual)
    return f"plyer ({sys.platform})"


def _through_notify_send(notification: Any, usual: Note, limit: float) -> None:
    """plyer 2.1.0 forgets for how long it is to stand unless told so by other names, and how the program ended."""
    real = subprocess.call

    def call(command: list[str], *rest: Any, **options: Any) -> int:
        code = real(command, *rest, timeout=limit, **options)
        if code:
            raise Untold(f"notify-send ended with {code}")
        return code

    subprocess.call = call  # type: ignore[assignment]
    try:
        notification._notify(
            **usual,
            expire_time=str(usual["timeout"] * 1000),
            urgency="normal",
            hint="string:desktop-entry:organizer",
            category="x-organizer.reminder",
        )
    except subprocess.TimeoutExpired:
        raise Untold("no answer") from None
    finally:
        subprocess.call = real


def _body(note: Note) -> str:
    body = str(note["body"])
    return escaped(body) if note.get("markup") else body


def by_bus(note: Note) -> str:
    """The service itself."""
    _service(note).notify(note["title"], _body(note), note["seconds"])
    return "session bus"


def by_notify_send(note: Note) -> str:
    """libnotify's program, without plyer."""
    expire = f"--expire-time={note['seconds'] * 1000}"
    _run(["notify-send", "--app-name=Organizer", expire, "--", note["title"], _body(note)], note)
    return "notify-send"


def by_terminal_notifier(note: Note) -> str:
    """macOS, where somebody has installed it."""
    _run(["terminal-notifier", "-title", note["title"], "-message", note["body"], "-group", "organizer"], note)
    return "terminal-notifier"


def by_osascript(note: Note) -> str:
    """macOS: AppleScript is given the words as arguments, so that none of them is taken for a program."""
    script = ("on run argv", "display notification (item 2 of argv) with title (item 1 of argv)", "end run")
    lines = [part for line in script for part in ("-e", line)]
    _run(["osascript", *lines, "--", note["title"], note["body"]], note)
    return "osascript"


def _run(command: list[str], note: Note) -> None:
    if not shutil.which(command[0]):
        raise Untold("it is not installed")
    try:
        code = subprocess.call(command, stdin=subprocess.DEVNULL, timeout=note["limit"] * OF_PLYER)
    except subprocess.TimeoutExpired:
        raise Untold("no answer") from None
    if code:
        raise Untold(f"it ended with {code}")


if __name__ == "__main__":
    main()
