"""Notifications by the terminal itself: they reach the person over SSH, where no desktop does. Else its bell."""

from __future__ import annotations

from collections.abc import Callable, Mapping

BELL = "\a"


def tell(title: str, body: str, write: Callable[[str], object], environ: Mapping[str, str], bell: bool = True) -> str:
    """Tell something on a terminal; gives which way that was, "" for none. The texts are clean already.

    What a terminal shows cannot be asked, so this is what is published of it; the others have their bell rung, if
    it may sound.
    """
    name, text = escape(title, body, environ)
    if not text:
        if bell:
            write(BELL)
        return "bell" if bell else ""
    inside = bool(environ.get("TMUX"))
    write(through_tmux(text) if inside else text)
    return f"terminal ({name}{', through tmux' if inside else ''})"


def escape(title: str, body: str, environ: Mapping[str, str]) -> tuple[str, str]:
    """The name and the text of the sequence that this terminal is known to show; ("", "") for one that is not."""
    term, program = environ.get("TERM", ""), environ.get("TERM_PROGRAM", "")
    if environ.get("KITTY_WINDOW_ID") or term == "xterm-kitty":
        first = f"\x1b]99;i=organizer:d=0;{title}\x1b\\"
        return "OSC 99", f"{first}\x1b]99;i=organizer:d=1:p=body;{body}\x1b\\"
    if program in ("WezTerm", "ghostty") or term.startswith(("foot", "xterm-ghostty", "rxvt-unicode")):
        return "OSC 777", f"\x1b]777;notify;{_one(title)};{_one(body)}\x1b\\"
    if program in ("iTerm.app", "WarpTerminal") or environ.get("LC_TERMINAL") == "iTerm2":
        return "OSC 9", f"\x1b]9;{title}: {body}\x1b\\"
    return "", ""


def through_tmux(text: str) -> str:
    """A sequence that tmux hands on to the terminal around it, if its `allow-passthrough` is on."""
    return "\x1bPtmux;" + text.replace("\x1b", "\x1b\x1b") + "\x1b\\"


def _one(text: str) -> str:
    """One field of a sequence whose fields are parted by semicolons."""
    return text.replace(";", ",")
