"""Find anything by its words; the palette is the same list with the commands first."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Iterator
from typing import Any

from organizer import when
from organizer.commands import COMMANDS
from organizer.commands.command import Command
from organizer.finding.finder import Finder
from organizer.finding.offers import offers
from organizer.finding.query import read
from organizer.finding.saved import of_query, saved
from organizer.office import Office
from organizer.reach import BY_ITSELF
from organizer.records import Entry
from organizer.records.finding import Filter
from organizer.views.index import collection_line
from organizer.words import count
from screens.dialogs.commands import fitting, lit, parts_of
from screens.dialogs.pages import PAGES
from screens.ink import Ink, Part, shown, who
from screens.widgets.lane import Item

Chosen = Callable[[str, str], None]
"""(the kind of a pillar, "command", "help", "saved" or "add", and its id or the words)"""

AT_MOST = 200
WIDE = 60
"""Letters of a line of what could not be read: they fit the narrowest list."""
UNLISTED = ("move.", "back", "palette", "check.")


class Found:
    """What find and palette list: all that is kept, the searches that were saved, things I can do, help."""

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
        self._finder, self._here = Finder(office.practice, office.clock.now), here
        self._all = self._asks = False

    def items(self, query: str) -> list[Item]:
        """Commands first in the palette, last in find; what could not be read of the query is said above all."""
        words = query.strip()
        found, self._asks = self._found(words), bool(read(words).asked)
        doing, kept, narrow = self._doing(words, bool(found)), self._saved(words), self._narrow(query)
        valued = bool(narrow) and ":" in (query.split() or [""])[-1] and not query[-1:].isspace()
        called = kept if kept and kept[0].kind == "group" else []
        rest = [self._older(words), [] if called else kept]
        groups = [narrow] if valued else []
        if self._commands:
            found.sort(key=lambda group: group[1].kind != "setting")
            groups += [doing, called, *found, self._help(words), *rest]
        else:
            groups += [called, *found, *([*rest, doing] if words else [])]
        groups += [] if valued else [narrow]
        items: list[Item] = []
        for group in groups:
            items += ([Item("", "")] if items and group else []) + group
        none = "Nothing by that name." if words else "Type a few letters of it."
        return (items if query.endswith(":") and valued else self._troubled(items)) or [Item("", "", none)]

    def _troubled(self, items: list[Item]) -> list[Item]:
        """With the sentence about an operator that could not be read before them; what the palette knows no operator
        by is a word there."""
        if not self._finder.trouble or (self._commands and not self._asks):
            return items
        said = [Item("", "trouble", line) for line in textwrap.wrap(self._finder.trouble, WIDE)]
        return [*said, *([Item("", "")] if items else []), *items]

    def reading(self) -> Iterator[int]:
        """Read what was over with within a year, as soon as this is open."""
        return self._finder.reading(self._office.clock.now().isoformat())

    def more(self) -> Iterator[int]:
        """Read all the rest, once."""
        if self._all:
            return iter(())
        self._all = True
        return self._finder.reading()

    def let_go(self) -> None:
        """Keep nothing of what was read."""
        self._finder.shelves = ()

    def _older(self, words: str) -> list[Item]:
        """What was not looked through yet."""
        left = self._finder.left if words else 0
        return [Item("older", "more", left)] if left else []

    def _found(self, words: str) -> list[list[Item]]:
        """What fits, what stands on this page first, then by pillar."""
        groups: list[tuple[str, list[Item]]] = []
        for pillar, found in self._finder.find(words, AT_MOST):
            items = [Item(_id(one), pillar.kind, one) for one in found]
            if pillar.kind == "entry":
                rest = [item for item in items if item.key not in self._here]
                groups.append(("On this page", [item for item in items if item.key in self._here]))
                groups.append(("Tasks", [item for item in rest if item.data.kind != "note"]))
                groups.append(("Journal", [item for item in rest if item.data.kind == "note"]))
            else:
                groups.append((pillar.title, items))
        return [[Item("", "group", name), *group] for name, group in groups if group]

    def _narrow(self, query: str) -> list[Item]:
        """How it may be narrowed: what may stand next, to be chosen."""
        offered = offers(self._office.practice, query)
        items = [Item(f"type:{text}", "type", (text, said)) for text, said in offered]
        return [Item("", "group", "Narrow it down"), *items] if items else []

    def _saved(self, words: str) -> list[Item]:
        """The searches that were saved and are called so; or what can be done with the one that is typed."""
        practice, low = self._office.practice, words.casefold()
        one = of_query(practice, words)
        if one is not None:
            return [Item("filter.rename", "filter", one), Item("filter.remove", "filter", one)]
        if self._asks and not self._finder.trouble:
            return [Item("filter.save", "filter", None)]
        kept = [Item(f"saved:{one.id}", "saved", one) for one in saved(practice) if _called(one, low)]
        return [Item("", "group", "Saved searches"), *kept] if kept else []

    def _help(self, words: str) -> list[Item]:
        """The help of each screen by its name, once something is typed."""
        low = words.casefold()
        pages = PAGES.items() if len(low) > 1 else ()
        items = [
            Item(f"help:{place}", "help", name) for place, name in pages if low in f"help keys of {name}".casefold()
        ]
        return [Item("", "group", "Help"), *items] if items else []

    def _doing(self, words: str, found: bool) -> list[Item]:
        if self._commands:
            items = [Item(f"do:{c.id}", "command", c) for c in fitting(self._allowed(), words)]
            return [Item("", "group", "Things I can do"), *items] if items else []
        lead = "Things I can do" if found or not words else "Nothing by that name."
        return [Item("", "group", lead), Item("add", "add", words)]

    def _allowed(self) -> list[Command]:
        """What can be done now; what belongs to this place first."""
        practice = self._office.practice
        found = [
            command
            for command in COMMANDS.values()
            if command.title
            and not command.id.startswith(UNLISTED)
            and (not command.places or self._place in command.places)
            and not command.allowed(practice, self._ids)
            and command.id not in BY_ITSELF
        ]
        return sorted(found, key=lambda command: not command.places)

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
            return parts_of(item.data, self._ink, "".join(read(query).words[:1]))
        if item.kind != "entry":
            return self._other(item, query)
        entry: Entry = item.data
        mark = (
            signs.listed_done
            if entry.stage == "done"
            else signs.let_go
            if not entry.open
            else {"event": signs.event, "note": signs.note}.get(entry.kind, signs.task)
        )
        return [(f"{mark}  ", "muted"), *self._lit(shown(entry.text), query)], [(self._where(entry), "faint")]

    def _other(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A row of what is not an entry."""
        signs, one = self._ink.signs, item.data
        step: Part = (f"{signs.step} ", "muted")
        if item.kind == "type":
            return [step, (shown(one[0].strip()), "accent b")], [(one[1], "faint")]
        if item.kind == "saved":
            return [(f"{signs.star} ", "muted"), (shown(one.name), "foreground")], [(shown(one.query), "faint")]
        if item.kind == "filter":
            said = {"filter.save": "Save this search", "filter.rename": "Call it something else",
                    "filter.remove": "Let go of this saved search"}[item.key]  # fmt: skip
            return [step, (said, "foreground")], [(shown(one.name) if one else "", "faint")]
        if item.kind == "help":
            return [step, *self._lit(f"Help: {one}", query)], [("its keys", "faint")]
        text, fact = self._told(item.kind, one)
        sign = {"word": signs.promise, "door": signs.waiting[0], "win": signs.star, "reward": signs.star}
        return [(f"{sign.get(item.kind, ' ')}  ", "muted"), *self._lit(shown(text), query)], [(fact, "faint")]

    def _told(self, kind: str, one: Any) -> tuple[str, str]:
        """Its own words, and the fact beside them."""
        practice, now = self._office.practice, self._office.clock.now()
        if kind in ("word", "door"):
            return one.text, who(one.who)
        if kind == "page":
            return one.title, f"page {collection_line(practice, one).numbers}"
        if kind in ("theme", "ritual"):
            return one.name, ""
        if kind == "setting":
            return one.title, one.said(practice)
        if kind == "feedback":
            return getattr(one, "text", "") or one.said, ""
        day = getattr(one, "at", "") or getattr(one, "created", "")
        return one.text, when.say(day[:10], now) if day else ""

    def _where(self, entry: Entry) -> str:
        area = self._office.practice.areas.get(entry.area)
        now = self._office.clock.now()
        what = when.say(entry.due, now) if entry.due and entry.open else entry.stage if not entry.open else ""
        if entry.kind == "note":
            what = when.say(entry.created[:10], now)
        return f" {self._ink.signs.dot} ".join(part for part in (area.name if area else "", what) if part)

    def _lit(self, text: str, query: str) -> list[Part]:
        return lit(text, "".join(read(query).words[:1]))

    def typed(self, item: Item) -> str:
        """What is typed when this is chosen; "" for what is opened."""
        return item.data[0] if item.kind == "type" else item.data.query if item.kind == "saved" else ""

    def pick(self, item: Item, query: str) -> str:
        """Hand over what was chosen."""
        if not item.key:
            return "Nothing to open yet."
        if item.kind == "command":
            self._chosen("command", item.data.id)
        elif item.kind == "add":
            self._chosen("add", query.strip())
        elif item.kind == "filter":
            self._chosen(item.key, query.strip() if item.data is None else item.data.id)
        elif item.kind == "help":
            self._chosen("help", item.key.partition(":")[2])
        elif item.kind == "page":
            self._chosen("page", collection_line(self._office.practice, item.data).page)
        else:
            self._chosen(item.kind, item.key)
        return ""


def _called(one: Filter, words: str) -> bool:
    """Whether a saved search is called so, from the beginning of a word of its name."""
    return f" {words}" in f" {' '.join(one.name.casefold().split())}"


def _id(one: Any) -> str:
    return str(getattr(one, "id", "") or one.name)
