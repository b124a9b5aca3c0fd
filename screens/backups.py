"""Backups in the full screen: make one, look through them, see what going back to one would do, and go back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from organizer.errors import OrganizerError
from organizer.ids import short
from organizer.keeping import Backup, Backups, Difference, Restored, in_words
from organizer.words import count
from screens.daily import beside
from screens.desk import Desk
from screens.dialogs.chooser import Chooser
from screens.ink import Ink, Part, shown
from screens.private import keeper_of
from screens.widgets.lane import Item

NOTHING_KEPT = "What is open here is gone when it is left, so there is nothing to back up."
MOST = 12
"""How many entries of each kind a dry run lists."""


def _backups(desk: Desk) -> Backups | None:
    keeper = keeper_of(desk)
    if keeper is None:
        desk.say(NOTHING_KEPT, care=True)
        return None
    return keeper.backups


def back_up(desk: Desk) -> None:
    """Make one now, in a thread: a large vault takes seconds."""
    backups = _backups(desk)
    if backups is None:
        return
    desk.say("Backing up…", stays=True)

    def make() -> list[str]:
        try:
            made = backups.back_up()
        except OrganizerError as error:
            return [str(error)]
        said = f"Backed up: {made.name}, opened again and counted."
        return [said if made.whole else f"{said} The vault is damaged, and so is this."]

    beside(desk, make)


def show(desk: Desk) -> None:
    """The list of them."""
    backups = _backups(desk)
    if backups is None:
        return
    try:
        found = backups.listed()
    except OrganizerError as error:
        desk.say(str(error), care=True)
        return
    chosen = partial(_chosen, desk, backups)
    desk.app.push_screen(
        Chooser(desk.office, desk.ink, List(desk.ink, found, lambda one: desk.call_later(chosen, one)))
    )


def _chosen(desk: Desk, backups: Backups, one: Backup) -> None:
    """The way to what it would do leads by its passphrase, if it has one of its own."""
    try:
        question = backups.question(one.path)
    except OrganizerError as error:
        desk.say(str(error), care=True)
        return
    if question:
        go = partial(_look, desk, backups, one)
        desk.app.push_screen(Chooser(desk.office, desk.ink, Passphrase(question, go)))
    else:
        why = _look(desk, backups, one, "")
        if why:
            desk.say(why, care=True)


def _look(desk: Desk, backups: Backups, one: Backup, passphrase: str) -> str:
    try:
        found = backups.difference(one.path, passphrase)
    except OrganizerError as error:
        return str(error)
    go = partial(_restore, desk, backups, one, passphrase)
    desk.call_later(lambda: desk.app.push_screen(Chooser(desk.office, desk.ink, DryRun(desk.ink, found, go))))
    return ""


def _restore(desk: Desk, backups: Backups, one: Backup, passphrase: str) -> str:
    try:
        done = backups.restore(one.path, passphrase)
    except OrganizerError as error:
        return str(error)
    desk.office.begin_again()
    desk.call_later(partial(desk.say, said(done), stays=True))
    return ""


def said(done: Restored) -> str:
    """What was done, and where what it replaced is."""
    kept = f" What was here is kept: {done.backup or done.kept}, to be restored in the same way." if done.kept else ""
    return f"Restored {in_words(done.made) or done.name}.{kept}" + (f" {done.opens}" if done.opens else "")


class List:
    """The backups to choose from; `go(one)` follows."""

    title = "Backups"
    placeholder = "2031-05, may 2, before restore"
    enter = "what it would do"

    def __init__(self, ink: Ink, found: list[Backup], go: Callable[[Backup], object]) -> None:
        self._ink, self._found, self._go = ink, found, go

    def items(self, query: str) -> list[Item]:
        """Those whose name or day holds what is typed."""
        words = query.casefold().split()
        names = [(one, f"{one.name} {in_words(one.made)}".casefold()) for one in self._found]
        items = [Item(one.name, "backup", one) for one, name in names if all(word in name for word in words)]
        none = "None by that name." if self._found else "There are none yet. Back up now makes one."
        return items or [Item("", "", none)]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """When, why, and how much is in it."""
        one: Backup = item.data
        _, before, why = one.name.removesuffix(".organizer").partition("-before-")
        left: list[Part] = [(shown(in_words(one.made) or one.name), "foreground")]
        if before:
            left.append((f"  before {shown(why.partition('-')[0])}", "muted"))
        if one.state != "verified":
            return left, [(one.state, "clay")]
        entries = (one.counts or {}).get("entries", 0)
        return left, [("sealed" if one.sealed else count(entries, "entry", "entries"), "faint")]

    def pick(self, item: Item, query: str) -> str:
        """See what it would do; one that is not whole says so."""
        if not item.key:
            return "There is none to choose." if not self._found else "Choose one of them."
        one: Backup = item.data
        if one.state != "verified":
            return one.said
        self._go(one)
        return ""


class Passphrase:
    """The passphrase of a backup, typed unseen; `go(passphrase)` gives "" or why not."""

    secret = True
    placeholder = ""
    enter = "open it"

    def __init__(self, title: str, go: Callable[[str], str]) -> None:
        self.title, self._go = title, go

    def items(self, query: str) -> list[Item]:
        """The recovery code does as well."""
        return [Item("", "", "The recovery code of that time does as well.")]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Nothing here is chosen."""
        return [], []

    def pick(self, item: Item, query: str) -> str:
        """Try it."""
        return self._go(query) if query else "Type it, or esc leaves everything as it is."


class DryRun:
    """What would come and go, and the choice; `go()` gives "" or why not."""

    placeholder = ""
    enter = "choose"

    def __init__(self, ink: Ink, found: Difference, go: Callable[[], str]) -> None:
        self.title = f"Going back to {in_words(found.made) or found.name}"
        self._ink, self._found, self._go = ink, found, go

    def items(self, query: str) -> list[Item]:
        """First the choice, leaving it first; then what it would do."""
        found = self._found
        items = [Item("leave", "leave", "Leave everything as it is"), Item("restore", "restore", "Go back to it")]
        items += [Item("", ""), Item("", "", f"  {line}")] if (line := summary(found)) else []
        for what, title in (("comes", "Come back"), ("goes", "Go"), ("changes", "Are as they were then")):
            some = [entry for entry in found.entries if entry.what == what]
            if some:
                items += [Item("", ""), Item("", "group", f"{title}: {count(len(some), 'entry', 'entries')}")]
                items += [Item("", "", f"  {short(entry.id)}  {in_words(entry.at)}") for entry in some[:MOST]]
                items += [Item("", "", f"  and {len(some) - MOST:,} more")] if len(some) > MOST else []
        return items

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """The two choices."""
        kept = "what is here now is kept" if item.kind == "restore" else ""
        return [(item.data, "foreground")], [(kept, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Leave it, or do it."""
        return self._go() if item.key == "restore" else ""


def summary(found: Difference) -> str:
    """What else there is to know, in a line."""
    lines = []
    if found.foreign:
        lines.append("It is of another vault.")
    if found.others:
        lines.append(f"{count(found.others, 'area, day or setting', 'areas, days or settings')} would differ.")
    if not found.entries and not found.others:
        lines.append("It holds what is here now.")
    return " ".join(lines)
