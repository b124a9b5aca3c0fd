"""The way in: a snag is noted, weighed, made a task, and gone; once a quarter the way is walked as a stranger."""

from __future__ import annotations

from organizer.change import Change
from organizer.commands.catch import draft_of, entry_of
from organizer.commands.command import Ask, Command, name_it, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.path.finding import find, snags
from organizer.path.stops import find_stop, stops
from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.path import Snag, Walk

HERE = ("door",)
MOST = 200
"""Letters of a snag."""


def with_snag(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is a snag; else the reason."""
    try:
        return "" if ids and all(find(practice, id) for id in ids) else "Choose a snag first."
    except OrganizerError as error:
        return str(error)


def line(ask: Ask, name: str) -> str:
    """An answer as one line."""
    return " ".join(clean(str(ask.answers.get(name) or "")).split())


def _text(ask: Ask) -> str:
    text = line(ask, "text")
    if not text:
        raise WrongUse("Say in a few words what gets in the way there.")
    if len(text) > MOST:
        raise WrongUse(f"{MOST} letters at most; this has {len(text)}. Say it in short.")
    return text


def weight_of(ask: Ask, usual: int = 3) -> int:
    """The answer `weight`, 1 to 5. Raises `WrongUse`."""
    given = line(ask, "weight")
    if not given:
        return usual
    if given not in ("1", "2", "3", "4", "5"):
        raise WrongUse("How heavy is it? 1 is a pebble, 5 turns people away.")
    return int(given)


def _selected(ask: Ask) -> Snag:
    if len(ask.ids) != 1:
        raise WrongUse("One snag at a time.")
    return find(ask.practice, ask.ids[0])


def _named(label: str, text: str) -> str:
    return f"{label}: {text if len(text) <= 60 else text[:59] + '…'}"


def _changed(label: str, before: Snag, after: Snag) -> Change:
    return Change(_named(label, after.text), (row("snags", before, after),) if before != after else ())


def snag(ask: Ask) -> Change:
    """Answers `text`, `stop` (its id or name) and `weight`, 1 to 5."""
    text, stop, weight = _text(ask), find_stop(ask.practice, line(ask, "stop")), weight_of(ask)
    while True:
        id, uuid = ask.new_id()
        if not any(other.startswith(id[:5]) for other in ask.practice.table("snags")):
            break
    made = Snag(id, uuid, stop.id, text, weight, created=ask.stamp())
    return Change(_named(f"A snag at {stop.name}", text), (row("snags", None, made),))


def edit(ask: Ask) -> Change:
    """Answers `text`, `weight` and `stop`, those that are said: the snag in other words, heavier, or elsewhere."""
    before = _selected(ask)
    after = before._replace(weight=weight_of(ask, before.weight))
    if "text" in ask.answers:
        after = after._replace(text=_text(ask))
    if line(ask, "stop"):
        after = after._replace(stop=find_stop(ask.practice, line(ask, "stop")).id)
    return _changed("A snag changed", before, after)


def task(ask: Ask) -> Change:
    """Answer `text`: what would make it simpler; it goes on the Board, and the snag knows it."""
    before = _selected(ask)
    made = ask.practice.entry(before.entry)
    if isinstance(made, Entry) and made.open:
        raise Conflict("There is a task for it on the Board already.")
    said = line(ask, "text") or before.text
    draft = draft_of(ask, said)
    area = draft.area or next((one.id for one in ask.practice.areas_in_order() if one.client_facing), "")
    entry = entry_of(ask, draft._replace(text=draft.text or said, area=area))
    rows = (row("entries", None, entry), row("snags", before, before._replace(entry=entry.id)))
    return Change(name_it("On the Board", [entry]), rows)


def smooth(ask: Ask) -> Change:
    """Answer `after`: how it is now, in a line or not at all. Once more takes the snag up again."""
    before = _selected(ask)
    if before.closed:
        return _changed("A snag again", before, before._replace(closed=None, after="", let_go=False))
    return _changed("Smooth now", before, before._replace(closed=ask.stamp(), after=line(ask, "after")))


def drop(ask: Ask) -> Change:
    """It does not matter after all."""
    before = _selected(ask)
    return _changed("Let go", before, before._replace(closed=ask.stamp(), let_go=True))


# -- the walk


def open_walk(practice: Practice) -> Walk | None:
    """The walk that is under way."""
    walks = (one for one in practice.table("walks").values() if isinstance(one, Walk))
    return next((one for one in walks if not one.closed), None)


def walk(ask: Ask) -> Change:
    """Begin the quarter's walk, or end the one that is under way."""
    under_way = open_walk(ask.practice)
    if under_way:
        ended = under_way._replace(closed=ask.stamp())
        return Change("The walk is over", (row("walks", under_way, ended),))
    weights = {stop.id: 0 for stop in stops(ask.practice)}
    for one in snags(ask.practice):
        if not one.closed and one.stop in weights:
            weights[one.stop] += one.weight
    id, uuid = ask.new_id()
    return Change("Walking the path", (row("walks", None, Walk(id, uuid, ask.stamp(), before=tuple(weights.items()))),))


def look(ask: Ask) -> Change:
    """Answer `stop`: it was seen on this walk; after the last one the walk is over."""
    under_way = open_walk(ask.practice)
    if under_way is None:
        raise WrongUse("No walk is under way. `organizer path walk` begins one.")
    stop = find_stop(ask.practice, line(ask, "stop"))
    seen = tuple(dict.fromkeys((*under_way.seen, stop.id)))
    over = all(one.id in seen for one in stops(ask.practice))
    after = under_way._replace(seen=seen, closed=ask.stamp() if over else None)
    label = "The way is walked" if over else f"Seen: {stop.name}"
    return Change(label, (row("walks", under_way, after),) if after != under_way else ())


def walking(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while a walk is under way; else the reason."""
    return "" if open_walk(practice) else "No walk is under way. `organizer path walk` begins one."


def _of_snag(id: str, title: str, help: str, run: object, key: str = "", hint: str = "", asks: str = "") -> Command:
    return Command(id, title, help, run, key, hint, HERE, "Here", asks, with_snag, "snags")  # type: ignore[arg-type]


COMMANDS = (
    Command("path.snag", "Note a snag", "What gets in the way at a stop, and how heavy it is, 1 to 5.", snag, "n",
            "note a snag", HERE, "Here", "snag"),
    _of_snag("path.edit", "Change a snag", "In other words, heavier or lighter, or at another stop.", edit,
             asks="snag edit"),
    _of_snag("path.task", "A task from a snag", "What would make it simpler goes on the Board.", task,
             asks="snag task"),
    _of_snag("path.smooth", "A snag is gone", "How it is now, in a line; once more takes the snag up again.", smooth,
             "space", "smooth now", "after"),
    _of_snag("path.drop", "Let a snag go", "It does not matter after all.", drop, "delete"),
    Command("path.walk", "Walk the path", "As a stranger, once a quarter, stop by stop; once more ends the walk.", walk,
            places=HERE),
    Command("path.look", "A stop is seen", "On the walk that is under way; on to the next.", look, places=HERE,
            asks="stop seen", allowed=walking),
)  # fmt: skip
