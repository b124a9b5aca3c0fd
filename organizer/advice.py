"""What to install, or to turn on, where no notification is seen."""

from __future__ import annotations

import os
import sys

from organizer.notify import Sent


def advice(sent: Sent, platform: str = "") -> list[str]:
    """A few sentences; none where it went by the desktop."""
    platform = platform or sys.platform
    if sent.worked and not sent.way.startswith(("terminal", "bell")):
        return ["If it was not seen, see whether the desktop is set to “do not disturb”."]
    hints = []
    if sent.way.startswith("terminal"):
        hints.append("It was handed to the terminal. If it was not seen, the terminal was told not to show them.")
    if sent.way == "bell":
        hints.append("Only the terminal's bell was rung: this terminal is not known to show notifications.")
    if "tmux" in sent.way or os.environ.get("TMUX"):
        hints.append(
            "Inside tmux: set -g allow-passthrough on, in ~/.tmux.conf, lets the terminal around it show them."
        )
    if platform == "darwin":
        hints.append("brew install terminal-notifier gives macOS a way; allow it in System Settings, Notifications.")
    elif platform == "win32":
        hints.append("See Settings, System, Notifications, whether they are allowed.")
    elif sent.way.startswith("terminal"):
        return hints
    elif any("SSH" in why for _, why in sent.tried):
        hints.append("Over SSH a terminal that shows notifications is needed: kitty, foot, WezTerm, Ghostty or iTerm2.")
    elif any("bus" in why for _, why in sent.tried):
        hints.append("A desktop session has a message bus. Without one, apt install dbus-user-session gives you one.")
    else:
        hints.append("A notification service is needed: that of GNOME, KDE or Xfce, or one such as dunst or mako.")
        hints.append("On Debian and Ubuntu: apt install dunst libnotify-bin.")
    hints.append("Until then what is due is told in the app, and nothing of it is lost.")
    return hints
