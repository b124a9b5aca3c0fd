"""Find anything by its words; the palette is the same list with the commands first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Any

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.office import Office
from organizer.records import Entry
from organizer.views.index import collections
from organizer.views.promised import Promised
from organizer.views.search import Finder
from organizer.words import count
from screens.ink import Ink, Part, shown, who
from screens.widgets.keybar import key_of
from screens.widgets.lane import Item

Chosen = Callable[[str, str], None]
"""("entry" | "word" | "door" | "win" | "page" | "command" | "add", its id or the words)"""

AT_MOST = 200
UNLISTED = ("move.", "back", "palette", "find", "check.")


class Found:
    """What find and palette list: tasks, journal lines, things I can do."""

    enter = "open"

    def __init__(
        self,
        office: Office,
        ink: Ink,
        chosen: Chosen,
        place: str,
        ids: tuple[str, ...],
        commands: bool,
        here: frozenset[str] = frozenset(),
    ) -> None:
        self.title = "Anything by name" if commands else "Find"
        self.placeholder = "a command, a place, or words of yours" if commands else "any words of yours"
        self._office, self._ink, self._chosen = office, ink, chosen
        self._place, self._ids, self._commands = place, ids, commands
        self._finder, self._here = Finder(office.practice), here
        self._promised = Promised(office.practice)
        self._all = False

    def items(self, query: str) -> list[Item]:
        """Commands first in the palette, last in find."""
        words = query.strip()
        found = self._entries(words)
        doing = self._doing(words, bool(found))
        groups = [doing, self._settings(words), *found] if self._commands else [*found, doing if words else []]
        items: list[Item] = []
        if words and not self._commands:
            groups.insert(len(found), self._older())
        for group in groups:
            items += ([Item("", "")] if items and group else []) + group
        return items or [Item("", "", "Type a few letters of it.")]

    def reading(self) -> Iterator[int]:
        """Read what was over with within a year, as soon as this is open."""
        now = self._office.clock.now().isoformat()
        return chain(self._finder.reading(now), self._promised.reading(now))

    def more(self) -> Iterator[int]:
        """Read all the rest, once."""
        if self._all:
            return iter(())
        self._all = True
        return chain(self._finder.reading(), self._promised.reading())

    def _older(self) -> list[Item]:
        """What was not looked through yet."""
        left = self._finder.left + self._promised.left
        return [Item("older", "more", left)] if left else []

    def _entries(self, words: str) -> list[list[Item]]:
        if not words:
            return []
        found = self._finder.find(words, AT_MOST)
        here = [Item(entry.id, "entry", entry) for entry in found if entry.id in self._here]
        rest = [entry for entry in found if entry.id not in self._here]
        tasks = [Item(entry.id, "entry", entry) for entry in rest if entry.kind != "note"]
        notes = [Item(entry.id, "entry", entry) for entry in rest if entry.kind == "note"]
        groups = (
            ("On this page", here),
            ("Tasks", tasks),
            ("Journal", notes),
            ("My Word", self._word(words)),
            ("Front Door", self._door(words)),
            ("Wins", self._wins(words)),
            ("Collections", self._pages(words)),
        )
        return [[Item("", "group", name), *group] for name, group in groups if group]

    def _word(self, words: str) -> list[Item]:
        """The promises that say all the words."""
        return [Item(one.id, "word", one) for one in self._promised.find(words, AT_MOST)]

    def _door(self, words: str) -> list[Item]:
        """Those at the door, at hand, who are called so or asked about it."""
        parts = words.casefold().split()
        held = self._office.practice.inquiries.values()
        found = [one for one in held if all(part in f"{one.text} {one.who}".casefold() for part in parts)]
        found.sort(key=lambda one: one.created, reverse=True)
        return [Item(one.id, "door", one) for one in found[:AT_MOST]]

    def _wins(self, words: str) -> list[Item]:
        """The wins at hand that say all the words."""
        parts = words.casefold().split()
        held: list[Any] = [*self._office.practice.table("wins").values()]
        found = [one for one in held if all(part in f"{one.text} {one.note}".casefold() for part in parts)]
        found.sort(key=lambda one: one.at, reverse=True)
        return [Item(one.id, "win", one) for one in found[:AT_MOST]]

    def _pages(self, words: str) -> list[Item]:
        """The collections whose name holds all the words, those put away too."""
        parts = words.casefold().split()
        practice = self._office.practice
        lines = (*collections(practice), *collections(practice, archived=True))
        return [Item(one.page, "page", one) for one in lines if all(part in one.title.casefold() for part in parts)]

    def _settings(self, words: str) -> list[Item]:
        """The settings that say all the words, in the palette: each leads to its row."""
        if not words:
            return []
        from organizer.settings import matching

        rows = [Item(f"set:{one.name}", "setting", one) for known in matching(words).values() for one in known]
        return [Item("", "group", "Settings"), *rows] if rows else []

    def _doing(self, words: str, found: bool) -> list[Item]:
        if self._commands:
            low = words.lower()
            fitting = [c for c in self._allowed() if low in f"{c.title} {c.help}".lower()]
            fitting.sort(key=lambda c: _far(low, c.title.lower()))
            items = [Item(f"do:{c.id}", "command", c) for c in fitting]
            return [Item("", "group", "Things I can do"), *items] if items else []
        lead = "Things I can do" if found or not words else "Nothing by that name."
        return [Item("", "group", lead), Item("add", "add", words)]

    def _allowed(self) -> list[Command]:
        practice = self._office.practice
        return [
            command
            for command in COMMANDS.values()
            if command.title
            and not command.id.startswith(UNLISTED)
            and (not command.places or self._place in command.places)
            and not command.allowed(practice, self._ids)
            and command.id != "practice.fill"
        ]

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A row: the sign, the words with what was typed lit, and where it stands."""
        signs = self._ink.signs
        if item.kind == "add":
            return [
                (f"{signs.step} ", "muted"),
                ("Add a task about ", "foreground"),
                (f"{signs.quote_open}{shown(query.strip())}{signs.quote_close}", "accent b"),
            ], [("a", "faint")]
        if item.kind == "more":
            left = count(item.data, "older entry", "older entries")
            words = f"Looking through {left}" if self._all else f"{left}: look through the archive too"
            return [(f"{signs.step} ", "muted"), (words, "foreground")], []
        if item.kind == "command":
            command: Command = item.data
            return [(f"{signs.step} ", "muted"), *self._lit(command.title, query)], [
                (key_of(command, self._ink) if command.key else "", "faint")
            ]
        if item.kind == "setting":
            said = item.data.said(self._office.practice)
            return [(f"{signs.step} ", "muted"), *self._lit(item.data.title, query)], [(said, "faint")]
        if item.kind in ("word", "door"):
            sign = signs.promise if item.kind == "word" else signs.waiting[0]
            return [(f"{sign}  ", "muted"), *self._lit(shown(item.data.text), query)], [(who(item.data.who), "faint")]
        if item.kind == "win":
            fact = when.say(item.data.at[:10], self._office.clock.now())
            return [(f"{signs.star}  ", "muted"), *self._lit(shown(item.data.text), query)], [(fact, "faint")]
        if item.kind == "page":
            return [("   ", "muted"), *self._lit(shown(item.data.title), query)], [
                (f"page {item.data.numbers}", "faint")
            ]
        entry: Entry = item.data
        mark = (
            signs.listed_done
            if entry.stage == "done"
            else signs.let_go
            if not entry.open
            else {"event": signs.event, "note": signs.note}.get(entry.kind, signs.task)
        )
        return [(f"{mark}  ", "muted"), *self._lit(shown(entry.text), query)], [(self._where(entry), "faint")]

    def _where(self, entry: Entry) -> str:
        area = self._office.practice.areas.get(entry.area)
        now = self._office.clock.now()
        what = when.say(entry.due, now) if entry.due and entry.open else entry.stage if not entry.open else ""
        if entry.kind == "note":
            what = when.say(entry.created[:10], now)
        return f" {self._ink.signs.dot} ".join(part for part in (area.name if area else "", what) if part)

    def _lit(self, text: str, query: str) -> list[Part]:
        words = query.split()
        at = text.casefold().find(words[0].casefold()) if words else -1
        if at < 0:
            return [(text, "foreground")]
        end = at + len(words[0])
        return [(text[:at], "foreground"), (text[at:end], "accent b"), (text[end:], "foreground")]

    def pick(self, item: Item, query: str) -> str:
        """Hand over what was chosen."""
        if not item.key:
            return "Nothing to open yet."
        if item.kind == "command":
            self._chosen("command", item.data.id)
        elif item.kind == "add":
            self._chosen("add", query.strip())
        else:
            self._chosen(item.kind, item.key)
        return ""


def _far(words: str, title: str) -> int:
    """How far a command's title is from what was typed: it is that, begins with it, holds it, or only its help does."""
    return 0 if title == words else 1 if title.startswith(words) else 2 if words in title else 3
