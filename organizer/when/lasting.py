"""At what time, from and until when, with which exceptions something comes back; what becomes of missed ones."""

from __future__ import annotations

from datetime import date, timedelta

from organizer.when.days import day
from organizer.when.lengths import amount
from organizer.when.lists import plural, weekday_list, word
from organizer.when.placing import business
from organizer.when.said import DONE, STARTING, Parts, Said
from organizer.when.spans import meant
from organizer.when.times import Words, part_after, time, time_range
from organizer.when.words import WEEKDAYS, number

UNTIL = ("until", "till", "through", "thru", "ending", "til")
_TURNS = ("times", "occurrences", "time", "sessions", "visits", "meetings", "appointments")
_CATCH_UP = {
    "every": (
        "catch up every", "catch up every one", "catch up", "catching up", "make up missed ones", "make up missed",
        "making up missed ones", "make up every missed one", "catch up every missed one",
    ),
    "skip": ("skip missed", "skip missed ones", "skipping missed ones", "skipping missed", "leave out missed ones",
             "skip the missed ones", "leaving out missed ones"),
    "current": ("only the newest", "newest only", "only the newest one"),
}  # fmt: skip
_MISSED = {tuple(said.split()): name for name, all_said in _CATCH_UP.items() for said in all_said}
"""What is said of missed ones, by the names of the record."""


def at_time(words: Words, at: int, said: Said) -> Parts:
    """A time of day, or a part of the day."""
    if said.clock is not None:
        return
    before = word(words, at - 1)
    bare = bool(said.part) or before in WEEKDAYS or plural(before) is not None
    for clock, after in time(words, at, bare and at > 0, said.part):
        if word(words, at) not in ("by", "before") and word(words, after) not in ("times", "occurrences"):
            yield said._replace(clock=clock), after
    for clock, _, after in time_range(words, at, bool(said.part), said.part):
        yield said._replace(clock=clock), after
    if not said.part and at:
        for name, after in part_after(words, at):
            yield said._replace(part=name), after


def ends(words: Words, at: int, said: Said, today: date, day_first: bool) -> Parts:
    """ "until may 1", "for 6 weeks", "10 times", "starting monday", "after it is done"."""
    lead = words[at]
    if lead in UNTIL or (lead == "to" and said.start):
        if said.until:
            return
        begin = said.start or today
        for there, after in day(words, at + 1 + (word(words, at + 1) == "on"), begin, day_first):
            yield said._replace(until=there), after
        for (first, last), after in meant(words, at + 1, begin, lambda first, last: last):
            whole = lead in ("through", "thru", "ending")
            yield said._replace(until=last if whole else first - timedelta(1)), after
    if lead in STARTING and not said.start:
        for there, after in day(words, at + 1 + (word(words, at + 1) in ("on", "from")), today, day_first):
            yield said._replace(start=there), after
    if lead in ("after", "from", "since") and not said.after_done:
        for phrase in DONE:
            if tuple(words[at + 1 : at + 1 + len(phrase)]) == phrase:
                yield said._replace(after_done=True), at + 1 + len(phrase)
    if said.times or said.length:
        return
    skip = at + (lead == "for")
    skip += 2 if lead == "for" and words[skip : skip + 2] == ["the", "next"] else 0
    count = number(word(words, skip))
    if count and word(words, skip + 1) in _TURNS:
        yield said._replace(times=count), skip + 2
    if "x" in lead:  # "x10", "x 10", "10x"
        spaced = lead == "x"
        figure = word(words, at + 1) if spaced else lead[1:] if lead[0] == "x" else lead[:-1]
        if figure.isdecimal() and 0 < len(figure) < 4 and int(figure):
            yield said._replace(times=int(figure)), at + 1 + spaced
    if lead == "for":
        for (many, unit), after in amount(words, skip):
            if many and unit in ("day", "week", "fortnight", "month", "quarter", "year"):
                yield said._replace(length=(many, unit)), after


def besides(words: Words, at: int, said: Said) -> Parts:
    """ "except holidays", "but not on weekends", "or the next business day", "skip missed", "paused"."""
    lead = words[at]
    if lead == "paused" and not said.paused:
        yield said._replace(paused=True), at + 1
    at += lead == "and"
    for count in range(min(5, len(words) - at), 1, -1) if not said.catch_up else ():
        name = _MISSED.get(tuple(words[at : at + count]))
        if name:
            yield said._replace(catch_up=name), at + count
            break
    if lead == "and":
        return
    if lead in ("except", "excluding", "skipping", "without", "but", "not"):
        at += 1 + (lead == "but" and word(words, at + 1) == "not")
        at += word(words, at) in ("on", "for")
        at += word(words, at) in ("federal", "public", "bank", "us", "legal")
        days, after = weekday_list(words, at)
        if word(words, at) in ("holidays", "holiday") and not said.holidays:
            yield said._replace(holidays=True), at + 1
        elif word(words, at) in ("weekends", "weekend") and not said.without:
            yield said._replace(without=(5, 6)), at + 1
        elif days and not said.without:
            yield said._replace(without=days), after
    if lead in ("or", "else", "moved", "shifted") and not said.shift:
        at += 1 + (word(words, at + 1) in ("on", "to"))
        at += word(words, at) == "the"
        if word(words, at) == "next" and business(words, at + 1):
            yield said._replace(shift=True), at + 3
