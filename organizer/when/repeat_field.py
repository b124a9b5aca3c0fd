"""A field that can only be a repeat: what a line may say, and also a list of days, and days after an event."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from organizer.records import Repeat
from organizer.repeat import rule as rules
from organizer.when.calendar import in_year
from organizer.when.lengths import amount
from organizer.when.lists import date_list
from organizer.when.repeating import read
from organizer.when.said import DONE
from organizer.when.words import Word, word_at


def read_field(words: Sequence[Word], text: str, now: datetime, day_first: bool) -> Repeat | None:
    """What a text that can only be a repeat says: also a list of days, and a count of days after an event."""
    got = read(words, now, day_first)
    if got:
        return got[0]
    if text.lstrip()[:6].upper() in ("RRULE:", "FREQ=D", "FREQ=W", "FREQ=M", "FREQ=Y"):
        return _ruled(text, now)
    if words and [word.text for word in words[-5:]] == ["or", "the", "next", "business", "day"]:
        found = read_field(words[:-5], text[: words[-5].start].rstrip(", "), now, day_first)
        return found and found._replace(shift="next-business-day")
    texts = [word.text for word in words]
    if not texts or not all(texts):
        return None
    dates, after = date_list(texts, 0)
    if dates and after == len(texts):
        return _days_of_the_year(dates, now)
    single = [word for word in text.replace(",", " ").split() if word != "and"]
    if single and all(len(word) == 10 and _real(word) for word in single):
        return Repeat(dates=tuple(sorted(set(single))), anchor=min(single))
    if len(words) > 4 and " ".join(texts[texts[0] == "the" :][:3]) == "same day as":
        return Repeat(event=text[words[3 + (texts[0] == "the")].start :].strip())
    for (count, unit), end in amount(texts, 0):
        if (
            unit in ("day", "week", "business", "month", "year")
            and texts[end : end + 1] == ["after"]
            and len(texts) > end + 1
        ):
            if tuple(texts[end + 1 :]) in DONE:
                got = read([word_at("every", 0, 5), *words], now, day_first)
                return got[0] if got else None
            if unit in ("month", "year"):
                return None
            count *= 7 if unit == "week" else 1
            event = text[words[end + 1].start :].strip()
            return Repeat(event=event, offset=count, business=unit == "business")
    return None


def _ruled(text: str, now: datetime) -> Repeat | None:
    """A rule in the words of RFC 5545, from its first day on; None for one that is not known or never comes."""
    rule = rules.read(text)
    first = next(rules.days(rule, now.date(), now.date()), None) if rule else None
    return Repeat(rule.text(), anchor=first.isoformat()) if rule and first else None


def _days_of_the_year(dates: tuple[tuple[int, int], ...], now: datetime) -> Repeat | None:
    """Days of every year, from the next of them on; None where there is none left."""
    said = tuple(f"{month:02d}-{day:02d}" for month, day in dates)
    ahead = [next_one for month, day in dates if (next_one := in_year(now.date(), month, day))]
    return Repeat(dates=said, anchor=min(ahead).isoformat()) if ahead else None


def _real(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
