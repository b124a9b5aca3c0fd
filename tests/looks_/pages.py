"""The pages that pictures are taken of: empty, ordinary (the demo practice) and overfull, and every overlay."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from textual.app import App

from data.starter import beginnings
from data.starter.demo import demo_records
from data.starter.library import library
from data.starter.scripts import scripts
from organizer.clock import StoppedClock
from organizer.office import Office
from organizer.records import Area, Day, Entry, Placement, Record, Setting, Theme
from organizer.records.door import Answer, Inquiry, Quiet
from organizer.records.finding import Filter
from organizer.records.journal import Habit, JournalPage
from organizer.records.rituals import Run
from organizer.records.theme import Pile, Sharing, Studio, Thought, Writing
from organizer.records.word import Commitment, Step
from organizer.reminding.bell import Bell
from organizer.reminding.shared import Alone
from organizer.views.first_steps import STEPS
from organizer.views.theme import STOPS
from screens.app import Organizer
from tests.memory import MemoryVault
from tests.screens_.sealed import MemoryKeeper

NOW = datetime(2026, 6, 11, 9, 14)

HARD = (
    "see [/] x [bold]",
    "a title of three hundred characters: " + "so that nothing is ever cut off where it matters " * 6,
    "a family 👨‍👩‍👧‍👦 and a flag 🇺🇸 at the desk",
    "a tab\there and a line\nbreak pasted",
    "שלום and مرحبا and 日本語の予定",
    "\x1b[31mred\x07 alert",
)
"""Texts that have broken pages elsewhere."""


def overfull(now: datetime) -> list[Record]:
    """Four hundred entries, the hard texts among them, due before, on and after the day."""
    made: list[Record] = []
    areas = ("documentation", "scheduling", "accounting", "training", "systems", "")
    for number in range(400):
        due = (now + timedelta(days=number % 40 - 20)).date().isoformat() if number % 3 else None
        text = HARD[number % len(HARD)] if number % 4 == 0 else f"Look through the {number}th folder on the shelf"
        made.append(
            Entry(
                f"{number:010d}",
                text=text,
                area=areas[number % 6],
                stage=("inbox", "next", "doing", "waiting")[number % 4],
                due=due,
                estimate=number % 90 or None,
                dread=number % 4,
                step=HARD[number % 6] if number % 5 == 0 else "",
                created="2026-06-01T09:00:00",
            )
        )
    return made


def app_of(
    records: list[Record], dark: bool = True, plain: bool = False, place: str = "today", now: datetime = NOW
) -> App[Any]:
    """An app over a vault in memory, with a clock that stands still."""
    looks = [Setting("light", "dark" if dark else "light"), Setting("signs", "plain" if plain else "pretty")]
    app = Organizer(Office(MemoryVault(*records, *looks), StoppedClock(now)), place)
    app.library = lambda office: library()._replace(scripts=scripts())
    if any(isinstance(one, Setting) and one.id == "reminders" for one in records):
        app.bell = Bell(Alone())
        if Setting("reminders_off", "ritual") not in records:  # it rings as soon as the page is there
            app.call_later(app.desk.call_after_refresh, app.hang_bell)
    return app


def kept_app(kind: str, dark: bool, plain: bool) -> App[Any]:
    """An app with a keeper: behind its lock when it is sealed, colored then as the clock says."""
    at = NOW.replace(hour=21) if dark else NOW
    vault, clock = MemoryVault(*(first_steps("passphrase") if "at" in kind else demo_records(NOW))), StoppedClock(at)
    looks = (Setting("light", "dark" if dark else "light"), Setting("signs", "plain" if plain else "pretty"))
    vault.tables["settings"].update({setting.id: setting for setting in looks})
    keeper = MemoryKeeper(vault, clock, "nine blue herons" if kind == "sealed" else "")
    return Organizer(None if kind == "sealed" else Office(vault, clock), keeper=keeper, clock=clock)


def first_steps(step: str) -> list[Record]:
    """A new practice that has come to a step; some of what it began with is not its own."""
    gone = ("administration", "outreach")
    areas = [area._replace(retired=area.id in gone) for area in beginnings() if isinstance(area, Area)]
    return [Setting("first_run", step), *areas]


def own_areas() -> list[Record]:
    """The made-up practice, its areas colored, one added, one retired."""
    colors = {"documentation": "Dusk blue", "accounting": "Marigold", "training": "Heather"}
    made = [area for area in beginnings() if isinstance(area, Area)]
    areas = [area._replace(color=colors.get(area.id, ""), retired=area.id == "training") for area in made]
    return [*demo_records(NOW), *areas, Area("consulting", name="Consulting [/] and teaching", order=10)]


def full_journal(now: datetime) -> list[Record]:
    """Ninety lines on each kind of page, some of them hard to draw; thirty collections, and pages of two years."""
    made: list[Record] = []
    today = f"day:{now:%Y-%m-%d}"
    kinds = (today, "month:2026-06", "future:2026-07", "collection:c00", "day:2026-06-09")
    for number in range(450):
        place = (Placement(kinds[number % 5]),)
        if number % 7 == 0:
            place = (Placement("day:2026-06-08", "moved"), Placement("day:2026-06-09", "moved", "2026-06-09T09:00:00"),
                     Placement(kinds[number % 5], "here", "2026-06-11T08:00:00"))  # fmt: skip
        done = number % 4 == 0
        made.append(
            Entry(
                f"{number:010d}",
                text=HARD[number % len(HARD)] if number % 3 == 0 else f"Look through the {number}th folder",
                kind=("task", "task", "note", "event")[number % 4],
                stage="done" if done else "next",
                closed="2026-06-11T09:00:00" if done else None,
                signifiers=(("priority",), (), ("idea",), ("investigate",))[number % 4],
                waiting_for="the payer of the plan" if number % 11 == 0 else "",
                due="2026-07-02" if number % 13 == 0 else None,
                dread=number % 4,
                created=f"2026-06-08T{8 + number % 10:02}:{number % 60:02}:00",
                placements=place,
            )
        )
    names = [f"{HARD[number % 6]} {number}" for number in range(30)]
    pages = [JournalPage(f"collection:c{n:02}", 100 + n, name, n + 1) for n, name in enumerate(names)]
    habits = [Habit(f"h{n}", name=HARD[n], order=n, since="2026-05-01") for n in range(6)]
    days = [Day(f"2026-06-{n:02}", ticked=("h0", "h1", "h4")[: n % 4], skipped=("h3",)) for n in range(1, 11)]
    old = [JournalPage(f"day:20{24 + n // 365:02}-{n // 31 % 12 + 1:02}-{n % 28 + 1:02}", 200 + n) for n in range(600)]
    return [*made, *pages, *habits, *days, *{page.id: page for page in old}.values()]


THOUGHTS = (
    "too many tabs open", "lunch at my desk, always", "Fridays without sessions?", "notes until 9 pm",
    "an hour with no phone", "callers hear nothing", "forms are 14 pages", "waiting room is dark",
    "voicemail is from 2021", "I put off superbills", "no idea what June earned", "insurance renewal",
    "ask about cards on file", "“I like my desk clear”", "label printer", "the plant died", "thank-you cards",
    "call the accountant", "music on Mondays",
)  # fmt: skip


def making(stop: str) -> list[Record]:
    """The made-up practice with a theme in the making, at one of the stops."""
    named = ("word", "color", "frame", "write", "share")
    theme = Theme("newtheme", name="It's our year's “Élan”", statement="Small doors, opened early.", color="#8aa4d6",
                  since="2026-06-10T09:00")  # fmt: skip
    names = ("Breathing space", "A kinder welcome", "Money without the knot")
    ends = (5, 9, 13)
    piles = [Pile(f"p{n}", "", "making", name, n) for n, name in enumerate(names)]
    lines = [
        Thought(f"t{n}", "", "making", text, next((f"p{p}" for p, end in enumerate(ends) if n < end), ""), n)
        for n, text in enumerate(THOUGHTS)
    ]
    if stop == "pour":
        piles, lines = [], [line._replace(pile="") for line in lines]
    studio = Studio("making", stop=stop, reached=stop, picked="p0", theme="newtheme" if stop in named else "",
                    begun="2026-06-10T09:00:00")  # fmt: skip
    written = [Writing(f"w{n}", "", "newtheme", theme.name, n, "2026-06-10T09:00:00") for n in range(1, 38)]
    hung = [theme, *(written if stop in ("write", "share") else [])] if stop in named else []
    return [*demo_records(NOW), studio, *piles, *lines, *hung]


def full_theme(stop: str) -> list[Record]:
    """A theme with too much of everything: hard lines, eleven piles, a long sentence, a log of forty lines."""
    theme = Theme("fu11theme", name="Wwwww [bold] מקום 日本語 Élan", statement=" ".join(HARD), color="#ff00ff",
                  frame="stars", since="2026-01-02")  # fmt: skip
    studio = Studio("making", stop=stop, picked="p0", theme="fu11theme", begun="2026-06-10T09:00:00")
    piles = [Pile(f"p{n}", "", "making", HARD[n % 6], n) for n in range(11)]
    lines = [Thought(f"t{n}", "", "making", f"{HARD[n % 6]} {n}", f"p{n % 13}", n) for n in range(120)]
    written = [Writing(f"w{n}", "", "fu11theme", HARD[n % 6], n, "2026-06-10T09:00:00") for n in range(1, 101)]
    told = [Sharing(f"s{n}", "", "fu11theme", "group", HARD[n % 6], "2026-05-01T09:00:00") for n in range(40)]
    before = [Theme(f"o1d{n:02}", name=HARD[n % 6], statement=HARD[n % 6], since=f"20{n:02}-01-01") for n in range(25)]
    carrying = [one._replace(theme="fu11theme") for one in overfull(NOW)[:40] if isinstance(one, Entry)]
    open_ = [studio] if stop else []
    return [*carrying, *before, theme, *open_, *piles, *lines, *written, *told]


def full_door(now: datetime) -> list[Record]:
    """Two hundred who wait, some of them hard to draw, forty on the waitlist, ten who went away."""
    hows = ("phone", "email", "website", "a letter by the hand of a neighbor", "")
    made: list[Record] = []
    for number in range(240):
        at = (now - timedelta(hours=number * 3)).isoformat(timespec="seconds")
        listed = (Answer("waitlist", at, review=f"2026-06-{number % 20 + 8:02}"),) if number >= 200 else ()
        tried = (Answer("left word", at),) if number % 9 == 5 else ()
        made.append(
            Inquiry(
                f"{number:010d}",
                text=HARD[number % 6] if number % 3 == 0 else f"asks for the {number}th time",
                who=HARD[number % 6] if number % 7 == 0 else f"Heron {number}",
                how=hows[number % 5],
                received=at,
                answers=listed or tried,
            )
        )
    return [*made, *(Quiet(f"q{n}", who=HARD[n % 6], since="2026-05-02", note=HARD[n % 6]) for n in range(10))]


def full_word(now: datetime) -> list[Record]:
    """Two hundred promises, a third of them to be put right, some of them hard to draw."""
    made: list[Record] = []
    for number in range(200):
        due = (now + timedelta(days=number % 60 - 20)).date().isoformat()
        steps = [Step("promise", "2026-05-01T09:00:00", due, how="call")]
        if due < f"{now:%Y-%m-%d}":
            told = HARD[number % len(HARD)]
            ways = (("say",), ("say", "apologize"), ("keep",), ("say", "apologize", "plan"), ())[number % 5]
            steps += [Step(kind, f"{due}T{8 if kind == 'keep' else 23}:30:00", note=told) for kind in ways]
        text = HARD[number % len(HARD)] if number % 3 == 0 else f"letter number {number}"
        who = "a board with a very long name indeed" if number % 17 == 0 else f"Heron {number}"
        made.append(Commitment(f"{number:010d}", text=text, who=who, steps=tuple(steps), created="2026-05-01T09:00:00"))
    return made


def opening(now: datetime) -> list[Record]:
    """The made-up practice on a morning before the office is opened."""
    today = now.date().isoformat()
    made = [one for one in demo_records(now) if not (isinstance(one, Day) and one.id == today)]
    return [one for one in made if not (isinstance(one, Run) and one.begun[:10] == today)]


def ringing(off: str) -> list[Record]:
    """The made-up practice with its reminders; of kinds that are not off."""
    claims = Entry("c1a1ms0000", text="Submit claims", area="accounting", due="2026-06-11T09:14", created="2026-06-01")
    return [*demo_records(NOW), claims, Setting("reminders", "on"), Setting("reminders_off", off)]


SAVED = (Filter("f1", "", "With others", "is:waiting", 1), Filter("f2", "", "Soon due", "due:<=7d", 2))
HELPED = {"2": "board", "3": "journal", "4": "theme", "5": "my-word", "6": "front-door", "7": "wins", "8": "rituals",
          "comma": "settings"}  # fmt: skip
"""The key to a place, and the picture of its help."""

KINDS: dict[str, Callable[[], list[Record]]] = {
    "ordinary": lambda: demo_records(NOW),
    "opening": lambda: opening(NOW),
    "empty": list,
    "overfull": lambda: overfull(NOW),
    "own areas": own_areas,
    "full journal": lambda: full_journal(NOW),
    **{f"making {stop}": partial(making, stop) for stop in STOPS},
    **{f"full {stop}": partial(full_theme, stop) for stop in ("", *STOPS)},
    "saved": lambda: [*demo_records(NOW), *SAVED],
    "rare": lambda: [*demo_records(NOW), Setting("celebrations", "still")],
    "ringing": partial(ringing, "ritual"),
    "came meanwhile": partial(ringing, ""),
    "rings now": partial(ringing, "event promise inquiry ritual renewal"),
    "full door": lambda: full_door(NOW),
    "full word": lambda: full_word(NOW),
    **{f"at {step}": partial(first_steps, step) for step in STEPS},
}

KEYS: dict[str, tuple[str, tuple[str, ...]]] = {
    "01-today": ("ordinary", ()),
    "01-today-empty": ("empty", ()),
    "01-today-overfull": ("overfull", ()),
    "02-board": ("ordinary", ("2",)),
    "02-board-by-stage": ("ordinary", ("2", "v")),
    "02-board-empty": ("empty", ("2",)),
    "02-board-overfull": ("overfull", ("2",)),
    "03-journal": ("ordinary", ("3",)),
    "03-journal-writing": ("ordinary", ("3", "a", *"* Call back Otter 4 tomorrow 10am #outreach")),
    "03-journal-empty": ("empty", ("3",)),
    "03-journal-overfull": ("full journal", ("3",)),
    "03-month": ("ordinary", ("3", "v")),
    "03-month-empty": ("empty", ("3", "v")),
    "03-month-overfull": ("full journal", ("3", "v")),
    "03-future": ("ordinary", ("3", "v", "v")),
    "03-future-empty": ("empty", ("3", "v", "v")),
    "03-future-overfull": ("full journal", ("3", "v", "v")),
    "03-collections": ("ordinary", ("3", "v", "v", "v")),
    "03-collections-open": ("ordinary", ("3", "v", "v", "v", "enter")),
    "03-collections-empty": ("empty", ("3", "v", "v", "v")),
    "03-collections-overfull": ("full journal", ("3", "v", "v", "v", "enter")),
    "03-index": ("ordinary", ("3", "i")),
    "03-index-empty": ("empty", ("3", "i")),
    "03-index-overfull": ("full journal", ("3", "i")),
    "03-migrate": ("ordinary", ("3", "M", "greater_than_sign", "delete")),
    "03-migrate-empty": ("empty", ("3", "M")),
    "03-migrate-overfull": ("full journal", ("3", "M")),
    "03-migrate-why": ("ordinary", ("3", "M", *("n",) * 8, "greater_than_sign")),
    "03-move-to": ("ordinary", ("3", "m")),
    "03-schedule": ("ordinary", ("3", "less_than_sign")),
    "03-new-volume": ("ordinary", ("3", "ctrl+p", *"new volume", "enter", "space")),
    "04-theme": ("ordinary", ("4",)),
    "04-theme-empty": ("empty", ("4",)),
    "04-theme-overfull": ("full ", ("4",)),
    "04-theme-past": ("ordinary", ("4", "end", "up", "enter")),
    **{f"04-{stop}": (f"making {stop}", ("4",)) for stop in STOPS},
    **{f"04-{stop}-overfull": (f"full {stop}", ("4",)) for stop in STOPS},
    "04-season": ("ordinary", ("4", "s")),
    "04-pile": ("making gather", ("4", "m", *"kind")),
    "04-print": ("ordinary", ("4", "p")),
    "08-rituals": ("ordinary", ("8",)),
    "08-rituals-questions": ("ordinary", ("8", "down", "e")),
    "08-ritual-open": ("opening", ("o", *["enter"] * 4, "space", "down", "space", "down")),
    "08-ritual-write": ("opening", ("o", "enter", *"call the landlord", "enter", *"order intake")),
    "08-ritual-close": ("ordinary", ("o", "enter", "enter")),
    "05-my-word": ("ordinary", ("5",)),
    "05-my-word-figures": ("ordinary", ("5", "v")),
    "05-my-word-story": ("ordinary", ("5", "enter")),
    "05-my-word-promise": ("ordinary", ("5", "a", *"letter to the GP", "enter", *"Heron 7", "enter", *"friday 4pm")),
    "05-my-word-sorry": ("ordinary", ("5", "r")),
    "05-my-word-words": ("ordinary", ("5", "w")),
    "05-my-word-more": ("ordinary", ("5", "down", "down", "m")),
    "06-front-door": ("ordinary", ("6",)),
    "06-front-door-everyone": ("ordinary", ("6", "v")),
    "06-front-door-answered": ("ordinary", ("6", "r")),
    "06-front-door-add": ("ordinary", ("6", "a", *"asks for evenings", "enter")),
    "06-front-door-words": ("ordinary", ("6", "w")),
    "06-front-door-open": ("ordinary", ("6", "enter")),
    "06-front-door-empty": ("empty", ("6",)),
    "06-front-door-two-hundred": ("full door", ("6",)),
    "06-front-door-two-hundred-everyone": ("full door", ("6", "v")),
    "05-my-word-empty": ("empty", ("5",)),
    "05-my-word-overfull": ("full word", ("5",)),
    "07-wins": ("ordinary", ("7",)),
    "07-wins-wall": ("ordinary", ("7", "v", "down", "down")),
    "07-wins-numbers": ("ordinary", ("7", "n")),
    "07-wins-rewards": ("ordinary", ("7", "r")),
    "07-wins-before": ("ordinary", ("7", "left_square_bracket")),
    "07-wins-add": ("ordinary", ("7", "a", *"Every June invoice is out")),
    "07-wins-share": ("ordinary", ("7", "x")),
    "07-celebration": ("rare", ("space", "K")),
    "07-wins-offer": ("ordinary", ("space",)),
    "07-wins-empty": ("empty", ("7",)),
    "06-way": ("ordinary", ("6", "tab", "right")),
    "06-telling": ("ordinary", ("6", "tab", "down", "down", "down", "enter")),
    "06-walking": ("ordinary", ("6", "ctrl+p", *"walk the path", "enter")),
    "06-snag": ("ordinary", ("6", "n", *"the bell sticks", "enter", "4")),
    "06-feedback": ("ordinary", ("6", "f")),
    "06-feedback-type": ("ordinary", ("6", "f", *"type", "enter", *"4 5 - 3 9 the parking was hard")),
    "09-reminders": ("ringing", ("R",)),
    "09-quiet-line": ("rings now", ()),
    "09-quiet-line-digest": ("came meanwhile", ()),
    "09-catch": ("ordinary", ("c", *"call back Heron 7 tomorrow 10am #door ~15m * -> look up the number")),
    "09-drawer": ("ordinary", ("2", "right", "right", "enter")),
    "09-drawer-editing": ("ordinary", ("down", "enter", "down", "enter", *"someday")),
    "09-catch-remark": ("ordinary", ("c", *"call Maria Gonzalez back tomorrow")),
    "09-names-hidden": ("ordinary", ("h", "2")),
    "09-lock": ("sealed", tuple("nine blue he")),
    "09-lock-wrong": ("sealed", (*"not it", "enter")),
    "09-cover": ("unsealed", ("ctrl+l",)),
    "09-passphrase": ("unsealed", ("ctrl+p", *"set a pass", "enter", *"nine blue herons")),
    "09-passphrase-sheet": ("unsealed", ("ctrl+p", *"set a pass", "enter", *(*"nine blue", "enter") * 2)),
    "09-first-run-4-passphrase": ("unsealed at passphrase", ()),
    "09-drawer-coming-back": ("ordinary", ("slash", *"confirm next", "enter", *("down",) * 3)),
    "09-drawer-rhythm": (
        "ordinary",
        ("slash", *"confirm next", "enter", *("down",) * 3, "enter", *"first monday of every month"),
    ),
    "09-settings": ("ordinary", ("comma", "down")),
    "09-settings-keys": ("ordinary", ("comma", "v", *("down",) * 9)),
    "09-settings-key-taken": ("ordinary", ("comma", "v", "enter", "d")),
    "09-settings-hour": ("ordinary", ("comma", "down", "enter")),
    "09-palette": ("ordinary", ("ctrl+p",)),
    "09-palette-operators": ("ordinary", ("ctrl+p", *"area:acc")),
    "09-find": ("ordinary", ("slash", *"insur")),
    "09-find-operators": ("ordinary", ("slash", *"is:waiting due:")),
    "09-find-trouble": ("ordinary", ("slash", *"rent due:soonish")),
    "09-find-saved": ("saved", ("slash",)),
    "09-tour": ("ordinary", ("ctrl+p", *"the tour", "enter", "enter", "enter")),
    "09-later": ("ordinary", ("l", *"next fri 4pm")),
    "09-where": ("ordinary", ("m",)),
    "09-small": ("ordinary", ("s",)),
    "09-waiting": ("ordinary", ("t", *"payer, ask again friday")),
    "09-help": ("ordinary", ("question_mark",)),
    **{f"09-help-{name}": ("ordinary", (key, "question_mark")) for key, name in HELPED.items()},
    "09-areas": ("own areas", ("A", "down", "down")),
    "09-areas-naming": ("own areas", ("A", "a", *"Groups")),
    "09-areas-color": ("own areas", ("A", "o")),
    "09-areas-board": ("own areas", ("2",)),
    "09-first-run-1-hello": ("at hello", ()),
    "09-first-run-2-areas": ("at areas", ("down",) * 5),
    "09-first-run-2-naming": ("at areas", ("a", *"Groups and teaching")),
    "09-first-run-3-office": ("at office", ("down", "down")),
    "09-first-run-3-hours": ("at office", (*("down",) * 7, "e", *"9")),
    "09-first-run-4-note": ("at note", tuple("the phone is answered, every day")),
    "09-first-run-4-end": ("at note", (*"the phone is answered, every day", "enter")),
    "09-first-run-help": ("at areas", ("question_mark",)),
}
"""Each picture: which practice, and the keys that lead there."""
