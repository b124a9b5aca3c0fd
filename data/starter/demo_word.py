"""The promises of the made-up practice: what is to be put right, what is due, and a year of what was kept."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from organizer.records import Repeat
from organizer.records.word import Commitment, Step

Moment = Callable[[str], str]
"""A day of the made-up practice ("-2d", "fri 16:00") -> ISO."""

NOW_OPEN = (
    ("intake letter to GP", "Heron 7", "documentation", (
        "promise|-16d 11:20|-9d|call|", "say|-8d 10:05||call|The letter went out a week late.")),
    ("call about referral", "Dr Osei", "outreach", ("promise|-6d 15:10|-2d 17:00|letter|",)),
    ("May receipt", "Heron 7", "accounting", ("promise|-1b 12:00|today 12:00||",)),
    ("release form", "school", "administration", ("promise|-2b 09:40|today 17:00|letter|",)),
    ("three names to call", "Wren 4", "outreach", ("promise|-1b 16:30|+1d|call|",)),
    ("lunch away from desk", "me", "", ("promise|-1b 13:00|today 13:00||",)),
    ("lease answer", "landlord", "operations", (
        "promise|-12d 10:00|+1d|letter|", "renegotiate|-3d 09:00|+8d|call|They need the bank first; agreed.")),
    ("two new times", "Plover 2", "scheduling", ("promise|-4d 11:00|-1d|call|", "keep|-1d 08:50||call|")),
    ("superbill for April", "Larch 5", "accounting", ("promise|-9d 11:00|-3d|letter|", "keep|-3d 16:10||letter|")),
    ("room booking", "group", "operations", ("promise|-9d 12:00|-3d|call|", "keep|-3d 12:30|||")),
    ("late start, put right", "Finch 3", "scheduling", (
        "promise|-20d 09:00|-17d 10:00|in person|", "say|-17d 10:10||in person|I began ten minutes late.",
        "apologize|-17d 10:12||in person|", "plan|-17d 10:20|-14d||Ten minutes at the end of the next one.",
        "repair|-14d 11:00||in person|", "close|-14d 17:00|||The pause before ten o’clock is kept free.")),
)  # fmt: skip
"""Text, to whom, area, and steps: kind, when, by when, which way, in which words."""
PAST = (
    ("superbill", "Larch 5", "accounting"), ("call back about a first hour", "Otter 4", "outreach"),
    ("signed consent form", "Wren 4", "documentation"), ("answer about the fee", "Plover 2", "accounting"),
    ("records request", "payer", "record-keeping"), ("notes of the week", "me", "documentation"),
    ("new appointment time", "Finch 3", "scheduling"),
)  # fmt: skip
WHOM = {
    "me": "self", "payer": "payer", "Dr Osei": "colleague", "group": "colleague", "school": "other",
    "landlord": "other",
}  # fmt: skip
EVERY_DAYS, OLDEST = 4, 455


def promises(
    now: datetime, moment: Moment, uuid_of: Callable[[str], str], id_of: Callable[[str], str]
) -> list[Commitment]:
    """All of them as of a moment."""
    made = [_open(one, moment) for one in NOW_OPEN] + _past(now)
    made[5] = made[5]._replace(repeat=_daily(made[5]))
    seeds = [
        f"promise {one.text} {one.steps[0].at[:10] if number >= len(NOW_OPEN) else ''}"
        for number, one in enumerate(made)
    ]
    named = [(one, uuid_of(seed)) for seed, one in zip(seeds, made, strict=True)]
    return [
        one._replace(id=id_of(uuid), uuid=uuid, whom=WHOM.get(one.who, "client"), created=one.steps[0].at)
        for one, uuid in named
    ]


def _open(one: tuple[str, str, str, tuple[str, ...]], moment: Moment) -> Commitment:
    text, who, area, steps = one
    made = []
    for line in steps:
        kind, at, due, how, note = line.split("|")
        when = moment(at)
        told = kind in ("renegotiate", "say", "apologize")
        made.append(Step(kind, f"{when}:00", moment(due) if due else None, "", how, note, told))
    return Commitment("", text=text, who=who, area=area, steps=tuple(made))


def _daily(one: Commitment) -> Repeat:
    due = one.steps[0].due or ""
    return Repeat("FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", anchor=due, on=due)


def _past(now: datetime) -> list[Commitment]:
    """A year and some of promises, a few each month; as time goes on fewer slip, and more of those are put right."""
    made = []
    noon = now.replace(hour=12, minute=0, second=0)
    for number, days in enumerate(range(21, OLDEST, EVERY_DAYS)):
        text, who, area = PAST[number % len(PAST)]
        due = noon - timedelta(days=days)
        made.append(Commitment("", text=text, who=who, area=area, steps=_lived(number, days, due)))
    return made


def _lived(number: int, days: int, due: datetime) -> tuple[Step, ...]:
    def at(hours: float) -> str:
        return (due + timedelta(hours=hours)).isoformat(timespec="seconds")

    given = Step("promise", at(-96), due.isoformat(timespec="minutes"), how="call")
    worst = 3 + 2 * ((OLDEST - days) // 120)
    if number % worst == 1 and days > 90:
        return (given, Step("say", at(50), how="call"), Step("give up", at(90), note="It was too late to be of use."))
    if number % 9 == 4:
        day = Step("plan", at(30), (due + timedelta(days=4)).isoformat(timespec="minutes"), note="Send it, and call.")
        done = Step("repair", at(75)), Step("close", at(80), note="")
        return (given, Step("say", at(20), how="call"), Step("apologize", at(21), how="call"), day, *done)
    if number % 7 == 5:
        later = Step(
            "renegotiate", at(-30), (due + timedelta(days=2)).isoformat(timespec="minutes"), how="call", told=True
        )
        return (given, later, Step("keep", at(20)))
    return (given, Step("keep", at(-5)))
