"""The short lists behind the fields of the drawer: how it comes back, where it ends, what comes first, a day."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from organizer import when
from organizer.commands.rhythm import read_end
from organizer.errors import OrganizerError
from organizer.finding.finder import Finder
from organizer.finding.pillars import ENTRIES
from organizer.office import Office
from organizer.records import Entry
from organizer.repeat import event_due, explain, notice, notices_of, reminded, standing_for, upcoming
from organizer.repeat.occurrences import occurrences
from organizer.repeat.saying import nth
from organizer.when.saying import DAYS, MONTHS
from screens.dialogs.offers import Keep, Offer, Offers
from screens.entry_fields import MISSED
from screens.ink import Ink, Part, shown
from screens.widgets.lane import Item


def rhythm(office: Office, ink: Ink, entry: Entry, keep: Keep) -> Offers:
    """How it comes back, with the next five dates of what is typed."""
    now, day_first = office.clock.now(), office.practice.day_first
    dot = f" {ink.signs.dot} "
    day = date.fromisoformat((entry.due or now.date().isoformat())[:10])
    weekday = DAYS[day.weekday()].lower()
    names = (
        f"every {weekday}",
        f"every 2 weeks on {weekday}",
        "every weekday",
        f"every month on the {nth(day.day)}" if day.day < 29 else "last day of every month",
        f"first {weekday} of every month",
        "last business day of every month",
        f"every year on {MONTHS[day.month - 1].lower()} {day.day}",
        "every 90 days after done",
        "1 business day after intake",
    )

    def dates(text: str, number: int) -> tuple[str, list[str]]:
        repeat = when.read_repeat(text, now, day_first=day_first)
        if repeat is None:
            return "", []
        days = upcoming(repeat, now.date().isoformat(), number)
        return explain(repeat), [when.say(there[:10], now) for there in days]

    def read(text: str) -> list[str]:
        said, days = dates(text, 5)
        return [said, *([dot.join(days)] if days else ["It has no day until that happens."])] if said else []

    offers = [Offer(name, dot.join(dates(name, 2)[1])) for name in names if dates(name, 1)[0]]
    if entry.repeat:
        offers.append(Offer("none", "it does not come back"))
    return Offers("How it comes back", "every friday 4pm, first monday of every month", offers, read, keep)


def missed(keep: Keep) -> Offers:
    """What becomes of missed ones."""
    words = {"current": "one", "every": "each", "skip": "none"}
    offers = [Offer(words[name], said) for name, said in MISSED.items()]
    return Offers("When its day came and went", "one, each or none", offers, lambda text: (), keep)


def ends(office: Office, entry: Entry, keep: Keep) -> Offers:
    """Where it ends."""
    now, on = office.clock.now(), standing_for(entry)
    repeat = entry.repeat

    def last(text: str) -> str:
        found = read_end(text, now, office.practice.day_first)
        if found is None or repeat is None:
            return ""
        if isinstance(found, date):
            return f"until {when.say(found.isoformat(), now, long=True)}"
        day = date.fromisoformat(on[:10] or now.date().isoformat())
        if repeat.after_completion:
            return f"{found} times, this one included"
        days = [
            there
            for there, _ in zip(
                occurrences(repeat._replace(rule=_endless(repeat.rule)), day), range(found), strict=False
            )
        ]
        return f"the last one {when.say(days[-1][:10], now, long=True)}" if days else ""

    names = ("never", "3 times", "5 times", "10 times", f"december 31 {now.year}", f"december 31 {now.year + 1}")
    offers = [Offer(name, "it goes on" if name == "never" else last(name)) for name in names]
    return Offers(
        "Where it ends", "5 times, december 31, never", offers, lambda text: [last(text)] if last(text) else [], keep
    )


def _endless(text: str) -> str:
    from organizer.repeat.rule import read

    rule = read(text)
    return rule._replace(times=0, until=None).text() if rule else text


def told(office: Office, ink: Ink, entry: Entry, keep: Keep) -> Offers:
    """How long before its day it wants to be heard of, with the days that means now."""
    now = office.clock.now()

    def read(text: str) -> list[str]:
        found = when.read_reminders(text)
        if not found:
            return []
        days = [when.say(day[:10], now) for day in notices_of(reminded(entry, found))]
        return [notice.say(found), *([f" {ink.signs.dot} ".join(days[:5])] if days else [])]

    names = ("1 day", "7 days", "30/7 days", "180/90/30/7 days")
    offers = [*(Offer(name, read(name)[0]) for name in names), Offer("none", "not before its day")]
    return Offers("Told before its day", "30/7 days, 2w 3d, 1 hour", offers, read, keep)


def happened(office: Office, entry: Entry, keep: Keep) -> Offers:
    """The day on which what it waits for happened, with the day it is due for that."""
    now, repeat = office.clock.now(), entry.repeat
    assert repeat is not None

    def due(text: str) -> str:
        day = when.read_all(text, now, day_first=office.practice.day_first)
        found = event_due(repeat, day) if day else None
        return f"due {when.say(found, now, long=True)}" if found else ""

    offers = [Offer(name, due(name)) for name in ("today", "yesterday", "tomorrow")]
    if entry.due and repeat.on:
        offers.append(Offer("none", "not yet: it waits for it"))
        title = "One more of them, on another day?"
    else:
        title = f"When did it happen: {shown(repeat.event)}?"
    return Offers(title, "today, monday, june 2", offers, lambda text: [due(text)] if due(text) else [], keep)


def days(office: Office, title: str, keep: Keep) -> Offers:
    """A day in one's own words, or none."""
    now = office.clock.now()

    def say(text: str) -> str:
        found = when.read_all(text, now, day_first=office.practice.day_first)
        return when.say(found, now, long=True) if found else ""

    names = ("tomorrow", "in 3 days", "friday", "next monday", "in 2 weeks")
    offers = [*(Offer(name, say(name)) for name in names), Offer("none", "no day")]
    return Offers(
        title, "friday, june 12, in 3 days, none", offers, lambda text: [say(text)] if say(text) else [], keep
    )


def pick_for(office: Office, ink: Ink, entry: Entry, name: str, keep: Keep) -> Offers | First | None:
    """The list behind a field; None for a field that is typed in place."""
    makers: dict[str, Callable[[], Offers | First]] = {
        "repeat": lambda: rhythm(office, ink, entry, keep),
        "catch_up": lambda: missed(keep),
        "ends": lambda: ends(office, entry, keep),
        "reminders": lambda: told(office, ink, entry, keep),
        "happened": lambda: happened(office, entry, keep),
        "nudge": lambda: days(office, "When to ask again?", keep),
        "blocked_by": lambda: First(office, ink, entry, keep),
    }
    return makers[name]() if name in makers else None


class First:
    """What comes before an entry: open entries found by their words; one that is chosen already is taken off."""

    title = "What comes first?"
    placeholder = "words of it, or its id"
    enter = "choose, take off"

    def __init__(self, office: Office, ink: Ink, entry: Entry, keep: Keep) -> None:
        self._office, self._ink, self._id, self._keep = office, ink, entry.id, keep
        self._finder = Finder(office.practice, office.clock.now, (ENTRIES,))

    @property
    def _chosen(self) -> tuple[str, ...]:
        entry = self._office.practice.entries.get(self._id)
        return entry.blocked_by if entry else ()

    def items(self, query: str) -> list[Item]:
        """Those that are chosen; then what holds the words, or what is open and nearest."""
        practice, chosen = self._office.practice, self._chosen
        first = [Item(one.id, "chosen", one) for one in map(practice.entry, chosen) if one]
        if not query.strip():
            near = sorted(
                (e for e in practice.entries.values() if self._may(e)), key=lambda e: (e.due or "~", e.created)
            )
            return [*first, *(Item(entry.id, "entry", entry) for entry in near[:12])] or [
                Item("", "", "Nothing else is open.")
            ]
        found = [entry for entry in self._finder.entries(query, 50) if self._may(entry) or entry.id in chosen]
        try:
            found += [one for one in [practice.find(query)] if self._may(one) and one not in found]
        except OrganizerError:
            pass
        items = [Item(entry.id, "chosen" if entry.id in chosen else "entry", entry) for entry in found]
        return items or [Item("", "", "Nothing open by these words.")]

    def _may(self, entry: Entry) -> bool:
        return entry.open and entry.kind == "task" and entry.id != self._id and entry.id not in self._chosen

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """Its words, when it is due, and whether it is chosen."""
        entry: Entry = item.data
        signs = self._ink.signs
        sign: Part = (signs.listed_done, "accent") if item.kind == "chosen" else (signs.task, "muted")
        due = when.say(entry.due, self._office.clock.now()) if entry.due else ""
        return [sign, ("  ", "faint"), (shown(entry.text), "foreground")], [(due, "faint")]

    def pick(self, item: Item, query: str) -> str:
        """Choose it, or take it off."""
        if not item.key:
            return "Choose one of these. esc leaves it as it is."
        chosen = self._chosen
        after = [id for id in chosen if id != item.key] + ([] if item.key in chosen else [item.key])
        return self._keep(" ".join(after))
