"""One loop over every command: told in plain words, on a key of its own, allowed when it can run, and pure."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections import Counter
from typing import Any

import pytest

import organizer.commands
from organizer.commands import COMMANDS
from organizer.commands.about import PLACES
from organizer.commands.command import Command
from organizer.errors import OrganizerError
from organizer.exchange.reading import Brought
from organizer.feedback.holding import Reply
from organizer.packs import Task
from organizer.records import Day, Entry, Placement, Record, Repeat, Setting, Theme
from organizer.records.door import Closure, Inquiry, Quiet, Script
from organizer.records.feedback import Comment, Heeded
from organizer.records.finding import Filter
from organizer.records.journal import Habit, JournalPage
from organizer.records.path import Snag, Walk
from organizer.records.rituals import Run
from organizer.records.theme import Pile, Sharing, Studio, Thought
from organizer.records.wins import Jar, Reward, Win
from organizer.records.word import Commitment, Step
from organizer.rituals.shipped import SHIPPED
from organizer.word.states import STEPS
from tests.commands_.tools import AT, CALL, FOUR, NOTES, RENT, Room
from tests.rules_.test_word import WAY_TO, standing

BEFORE = "2026-06-01T08:00:00"
EVERYWHERE = (*(place for place, _ in PLACES), "settings")
OVERLAYS = ("entry", "areas", "closures", "first", "scripts", "volume", "run", "reminders")
IN_THE_DRAWER = ("move.up", "move.down", "back", "undo", "redo", "quit")
BRITISH = (
    r"colou?r(?<!color)|favour|organis|behaviour|centre|cheque|licence|catalogue|grey|whilst|apologis|recognis|enquir"
)
ANSWERS: dict[str, dict[str, Any]] = {
    "catch": {"text": "call Heron 7 back"},
    "catch.here": {"lines": ["one", "two"], "area": "training"},
    "entry.edit": {"fields": {"text": "Something else", "due": "friday"}},
    "entry.later": {"when": "tomorrow"},
    "entry.move": {"to": "training"},
    "check.tick": {"line": 0},
    "check.add": {"text": "one more"},
    "check.drop": {"line": 1},
    "check.edit": {"line": 0, "text": "in other words"},
    "look.light": {"name": "light"},
    "look.signs": {"name": "signs"},
    "look.dates": {"name": "day_first"},
    "setting.set": {"name": "answer within", "value": "two"},
    "setting.key": {"of": "entry.pick", "key": "f5"},
    "setting.turn": {"name": "light"},
    "setting.reset": {"name": "light"},
    "area.add": {"name": "Consulting"},
    "area.rename": {"area": "training", "name": "Learning"},
    "area.about": {"area": "training", "about": "license, courses"},
    "area.retire": {"area": "training"},
    "area.face": {"area": "training"},
    "area.color": {"area": "training", "color": "heather"},
    "area.reorder": {"area": "training", "position": 1},
    "area.lower": {"area": "training"},
    "office.day": {"day": 5},
    "office.hour": {"hour": "opens", "time": "9"},
    "office.toggle": {},
    "office.open": {},
    "office.close": {},
    "office.words": {"text": "Enough for today."},
    "office.key": {"name": "office_key"},
    "ritual.add": {"name": "Supervision", "ask": "What do I bring?"},
    "ritual.edit": {"ritual": "week", "rhythm": "every thursday", "at": "4pm"},
    "ritual.rest": {"ritual": "pause"},
    "ritual.reset": {"ritual": "month"},
    "ritual.ask": {"ritual": "close", "ask": "Is the plant watered?"},
    "ritual.reword": {"ritual": "close", "question": "win", "ask": "What shone today?"},
    "ritual.off": {"ritual": "open", "question": "load"},
    "ritual.earlier": {"ritual": "open", "question": "head", "by": -1},
    "ritual.brief": {"ritual": "open", "question": "head"},
    "ritual.drop": {"ritual": "open", "question": "head"},
    "ritual.begin": {"ritual": "open"},
    "ritual.go": {"run": "rvn0000000", "at": "head", "passed": ("theme",)},
    "ritual.draft": {"run": "rvn0000000", "draft": "half a thou"},
    "ritual.say": {"run": "rvn0000000", "question": "head", "does": "catch", "given": {"text": "buy stamps"}},
    "office.answer": {"name": "answer_within"},
    "first.reach": {"step": "areas"},
    "first.write": {"text": "call back within a day"},
    "entry.small": {"step": "open the folder"},
    "entry.wait": {"who": "payer, ask again friday"},
    "entry.step": {"next": "then the next page"},
    "entry.worst": {"text": "the first line"},
    "practice.fill": {"records": [Theme("t1", name="Room to breathe")]},
    "journal.write": {"text": "o Supervision group 11:30"},
    "journal.migrate": {"to": "june 12"},
    "journal.schedule": {"when": "september"},
    "journal.collect": {"collection": "Website words"},
    "journal.mark": {"name": "idea"},
    "journal.answer": {"text": "until the fifteenth"},
    "journal.why": {"matters": "the lease hangs on it"},
    "journal.order": {"page": "day:2026-06-10", "by": 1},
    "journal.number": {},
    "journal.look": {"question": 1, "text": "call back sooner"},
    "journal.volume": {"name": "2027"},
    "journal.sign": {"mark": "$", "meaning": "money"},
    "collection.add": {"name": "Website words"},
    "collection.rename": {"page": "collection:b00ks", "name": "To read"},
    "collection.archive": {"page": "collection:b00ks"},
    "collection.continue": {"page": "collection:b00ks"},
    "collection.order": {"page": "collection:b00ks", "by": 1},
    "habit.add": {"name": "A walk at lunch"},
    "habit.rename": {"habit": "wa1k", "name": "A walk"},
    "habit.tick": {"habit": "wa1k"},
    "habit.pause": {"habit": "wa1k"},
    "habit.retire": {"habit": "wa1k"},
    "repeat.set": {"text": "every friday"},
    "privacy.names": {},
    "privacy.minutes": {"minutes": "10"},
    "reminders.never": {"about": "entries:rent000000"},
    "privacy.draft": {"draft": {"place": "board"}},
    "studio.begin": {},
    "studio.stop": {"stop": "choose"},
    "studio.pour": {"lines": ["callers hear nothing", "forms are 14 pages"]},
    "studio.edit": {"thought": "th0ught1", "text": "in other words"},
    "studio.drop": {"thought": "th0ught1"},
    "studio.move": {"thought": "th0ught1", "name": "A kinder welcome"},
    "studio.name": {"pile": "p1le", "name": "A kinder welcome"},
    "studio.scatter": {"pile": "p1le"},
    "studio.choose": {"pile": "p1le"},
    "studio.pick": {"pile": "p1le"},
    "theme.word": {"name": "Room to breathe"},
    "theme.color": {"color": "#6fb3bd", "name": "Sea glass"},
    "theme.frame": {"frame": "window"},
    "theme.write": {"lines": ["Room to breathe", "ROOM to braethe"]},
    "theme.share": {"how": "group", "where": "the Thursday group"},
    "theme.unshare": {"sharing": "t01d"},
    "theme.season": {"answer": "smaller", "name": "Slow mornings"},
    "theme.moment": {"text": "said no to a ninth session"},
    "word.give": {"text": "letter to the GP", "who": "Heron 7", "when": "friday"},
    "entry.word": {"who": "Heron 7", "when": "friday"},
    "word.edit": {"fields": {"text": "the letter to the GP"}},
    "word.decline": {"note": "full until August"},
    "word.counter": {"note": "two names by Friday"},
    "word.answer_by": {"when": "friday"},
    "word.promise": {"when": "friday"},
    "word.again": {"when": "friday", "note": "the second page"},
    "word.renegotiate": {"when": "june 26", "told": "yes"},
    "word.release": {"note": "they moved away"},
    "word.revoke": {"told": "yes", "note": "they look elsewhere"},
    "word.say": {"how": "call"},
    "word.apologize": {"how": "call", "note": "what it cost them"},
    "word.plan": {"when": "friday", "note": "send it", "steps": "print it; post it"},
    "word.repair": {"note": "sent"},
    "word.close": {"note": "letters leave on Tuesdays"},
    "word.give_up": {"note": "they moved away"},
    "door.ask": {"text": "asks for weekday mornings", "who": "Heron 7", "how": "phone"},
    "door.answer": {"outcome": "referred", "names": "3"},
    "door.edit": {"fields": {"text": "asks for evenings"}},
    "door.away": {"who": "Larch 5", "since": "may 20"},
    "door.follow": {"how": "letter"},
    "script.add": {"name": "When they call twice", "text": "Thank you for calling again."},
    "script.edit": {"script": "w0rds", "text": "Thank you."},
    "script.remove": {"script": "w0rds"},
    "closure.add": {"days": "dec 24 to jan 2", "what": "winter break"},
    "closure.edit": {"closure": "c10sed", "hours": "9 to noon"},
    "closure.remove": {"closure": "c10sed"},
    "win.add": {"text": "Every May invoice is out", "stars": "2", "sticker": "heart"},
    "win.edit": {"fields": {"text": "Every invoice is out", "stars": "5", "on": "june 9"}},
    "win.sticker": {"sticker": "flower"},
    "win.note": {"note": "it took a morning"},
    "reward.add": {"text": "tea and the good biscuits", "stars": "130"},
    "reward.edit": {"fields": {"text": "tea", "stars": "5"}},
    "import": {"records": [Brought("entries", Entry("br0ught000", text="call Heron 7 back"))]},
    "path.snag": {"text": "14 pages, on paper", "stop": "prepare", "weight": "4"},
    "path.edit": {"text": "fourteen pages", "weight": 5},
    "path.task": {"text": "put the forms online"},
    "path.smooth": {"after": "four pages, online"},
    "path.look": {"stop": "find"},
    "stops.add": {"name": "First visit"},
    "stops.edit": {"stop": "ask", "name": "Call"},
    "stops.move": {"stop": "ask", "by": 1},
    "stops.leave_out": {"stop": "book"},
    "feedback.take": {"replies": [Reply("2026-05", {"heard": 4})] * 5},
    "feedback.question": {"question": "heard", "text": "I am listened to here."},
    "feedback.round": {"name": "Spring"},
    "feedback.task": {"text": "a sign at the side door"},
    "feedback.praise": {"text": "we called back"},
    "feedback.changed": {"said": "forms were long", "changed": "four pages"},
    "feedback.unsay": {"heeded": "heeded0000"},
    "filter.save": {"query": "is:waiting rent", "name": "Waiting"},
    "filter.rename": {"which": "payers", "name": "Insurers"},
    "filter.remove": {"which": "Payers"},
    "packs.adopt": {"tasks": [Task("own/tea", "Buy tea", "operations", "calendar", "every friday", "", "", "")]},
}
"""Good answers for every command that asks."""
RUNNING = [command for command in COMMANDS.values() if command.run]

each = pytest.mark.parametrize("command", COMMANDS.values(), ids=lambda command: command.id)
each_running = pytest.mark.parametrize("command", RUNNING, ids=lambda command: command.id)


def test_every_command_is_listed_once() -> None:
    names = [module.name for module in pkgutil.iter_modules(organizer.commands.__path__)]
    modules = [importlib.import_module(f"organizer.commands.{name}") for name in names]
    listed = [command.id for module in modules for command in getattr(module, "COMMANDS", ())]
    assert [id for id, times in Counter(listed).items() if times > 1] == []
    assert set(listed) == set(COMMANDS)
    assert all(id == command.id for id, command in COMMANDS.items())


@each
def test_it_is_told_in_plain_words(command: Command) -> None:
    assert re.fullmatch(r"[A-Z][A-Za-z ,]+\??", command.title)
    assert re.fullmatch(r"[A-Z].+\.", command.help)
    assert command.help.isascii()
    assert not re.search(BRITISH, f"{command.title} {command.help}", re.IGNORECASE)
    assert command.hint == command.hint.lower()
    assert len(command.hint) <= 12
    assert command.group in ("Move", "Do", "Here")
    assert set(command.places) <= {*EVERYWHERE, *OVERLAYS}


@pytest.mark.parametrize("place", [*EVERYWHERE, *OVERLAYS])
def test_no_two_commands_share_a_key_in_a_place(place: str) -> None:
    def holds(command: Command) -> bool:
        if place in ("first", "run") and command.id == "back":
            return False  # it is called later there, and my place is kept
        if place in OVERLAYS:
            return place in command.places or command.id in IN_THE_DRAWER
        return not command.places or place in command.places

    keys = Counter(command.key for command in COMMANDS.values() if command.key and holds(command))
    assert len(keys) >= 6
    assert [key for key, times in keys.items() if times > 1] == []


def test_what_asks_has_answers_to_be_tried_with() -> None:
    assert {command.id for command in RUNNING if command.asks} == set(ANSWERS)


def theme_records(id: str) -> list[Record]:
    """A theme that hangs, and one in the making."""
    hanging = Theme("th3me", name="Daylight", since="2026-01-02")
    studio = Studio("stud10", theme="th3me" if id == "studio.close" else "", begun="2026-06-01T09:00:00")
    lines = [
        Thought("th0ught1", "", "stud10", "too many tabs open", order=1),
        Pile("p1le", "", "stud10", "Breathing space"),
        Pile("p2le", "", "stud10", "Money without the knot", 2),
    ]
    made = [] if id == "studio.begin" or id.startswith("theme.") else [studio, *lines]
    return [hanging, Sharing("t01d", theme="th3me", how="group"), *made]


def of_the_door(id: str) -> list[Record]:
    """A snag, or a comment with what was changed, under the id of the notes; and a walk, where one is under way."""
    walk = [Walk("wa1k", begun=BEFORE)] if id == "path.look" else []
    one: Record = Snag(NOTES.id, stop="prepare", text="14 pages", created=BEFORE)
    if id.startswith("feedback."):
        one = Comment(NOTES.id, question="open", text="a sign at the side door")
    return [one, Heeded("heeded0000", said="long", changed="short"), *walk]


def promise_for(kind: str) -> Commitment:
    """A promise with the id of the notes, standing where a step can be taken."""
    if kind == "roll":
        rule = Repeat("FREQ=DAILY", anchor="2026-06-01", on="2026-06-01")
        return Commitment(NOTES.id, text="lunch", steps=(Step("promise", AT, "2026-06-01"),), repeat=rule)
    at = next(state for state in WAY_TO if state in STEPS.get(kind, STEPS["keep"]).frm)
    return standing(at)._replace(id=NOTES.id, steps=tuple(s._replace(at=BEFORE) for s in standing(at).steps))


def win_records(id: str) -> list[Record]:
    """A win in its jar, and a reward that can be taken, or is."""
    win = Win(NOTES.id, text="Two old files closed", stars=3, at=BEFORE)
    jar = () if id == "win.recount" else (Jar("2026-06", 1, 3, ((1, 1, 3, 0),)),)
    taken = BEFORE if id in ("reward.back", "reward.again") else ""
    return [win, *jar, *([Reward(NOTES.id, text="tea", stars=3, taken=taken)] if id.startswith("reward.") else [])]


def room_for(command: Command) -> Room:
    """A practice in which the command can be run."""
    if command.id.startswith(("win.", "reward.")):
        return Room(*win_records(command.id))
    if command.id in ("entry.skip", "repeat.pause", "repeat.roll"):
        return Room(RENT, NOTES._replace(due="2026-05-28", repeat=Repeat("RRULE:FREQ=WEEKLY", anchor="2026-05-28")))
    if command.id.startswith(("path.", "stops.", "feedback.")):
        return Room(*of_the_door(command.id))
    if command.id.startswith("word.") and command.id != "word.give":
        return Room(promise_for(command.id.partition(".")[2].replace("_", " ")))
    if command.id in ("journal.order", "journal.number"):
        page = (Placement("day:2026-06-10"),)
        return Room(*FOUR, NOTES._replace(placements=page), CALL._replace(placements=page))
    if command.id.startswith(("collection.", "habit.")):
        books = JournalPage("collection:b00ks", 1, "Books", 1), JournalPage("collection:web", 2, "Website words", 2)
        new = () if command.id == "collection.add" else books
        return Room(*FOUR, *new, Habit("wa1k", name="Walk", since="2026-06-01"))
    if command.id == "office.close":
        return Room(*FOUR, Day("2026-06-11", opened="2026-06-11T08:40:00"))
    if command.id.startswith("ritual."):
        changed = SHIPPED[4]._replace(minutes=40)
        return Room(*FOUR, Run("rvn0000000", ritual="open", begun="2026-06-11T08:40:00", at="theme"), changed)
    if command.id == "repair.references":
        return Room(*(one._replace(blocked_by=("gone000000",)) if one == NOTES else one for one in FOUR))
    if command.id in ("setting.reset", "setting.all"):
        return Room(*FOUR, Setting("light", "dark"))
    if command.id.startswith(("door.", "script.")):
        kinds = Quiet(NOTES.id, who="Larch 5") if command.id == "door.follow" else Inquiry(NOTES.id, text="evenings")
        others = (kinds._replace(who="Wren 4", received=BEFORE),) if isinstance(kinds, Inquiry) else (kinds,)
        return Room(*others, Script("w0rds", name="Hello", text="Thank you for calling."))
    if command.id.startswith("filter."):
        return Room(*FOUR, Filter("f1lter", name="Payers", query="who:payer"))
    if command.id.startswith("closure."):
        return Room(*FOUR, Closure("c10sed", first="2026-07-06", last="2026-07-10"))
    if command.id.startswith(("studio.", "theme.")):
        return Room(*FOUR, *theme_records(command.id))
    return Room() if command.id == "practice.fill" else Room(*FOUR)


@each_running
@pytest.mark.parametrize("ids", [(), (NOTES.id,), (NOTES.id[:5],), ("zzzzz",), ("",), (NOTES.id, "zzzzz")], ids=str)
def test_it_runs_when_it_is_allowed_and_else_not(command: Command, ids: tuple[str, ...]) -> None:
    room = room_for(command)
    if command.id == "practice.fill" and ids:
        ids = ()
    before = room.kept
    why = command.allowed(room.office.practice, ids)
    try:
        change = room.run(command.id, *ids, **ANSWERS.get(command.id, {}))
    except OrganizerError:
        assert why
        assert room.kept == room.known == before
    else:
        assert not why
        assert change.rows
        assert room.kept == room.known != before


def test_an_office_that_has_entries_is_not_filled() -> None:
    room = Room(RENT)
    assert COMMANDS["practice.fill"].allowed(room.office.practice, ())
    assert "not filled" in room.refuses("practice.fill", records=[Theme("t1")])


@each_running
def test_it_changes_nothing_by_itself(command: Command) -> None:
    room = room_for(command)
    ids = () if command.id == "practice.fill" else (NOTES.id,)
    before, version = room.known, room.office.practice.version
    assert command.run is not None
    first = command.run(room.ask(ids, **ANSWERS.get(command.id, {})))
    again = command.run(room.ask(ids, **ANSWERS.get(command.id, {})))
    assert first == again
    assert first.rows
    assert room.known == before == room.kept
    assert room.office.practice.version == version
    for row in first.rows:
        assert before[row.table].get(row.id) == row.before
        assert row.before != row.after


@each
def test_it_is_either_a_change_or_a_way_about_the_screen(command: Command) -> None:
    room = Room(*FOUR)
    if command.run is None:
        assert "no command" in room.refuses(command.id, NOTES.id)
    else:
        assert callable(command.run)
        assert command.id.partition(".")[0] not in ("go", "move")


def test_a_command_nobody_knows_is_refused() -> None:
    assert Room().refuses("entry.explode") == "There is no command 'entry.explode'."
