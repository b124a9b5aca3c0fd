"""The studio: from everything that comes to mind to the pile that makes the others easier. All is kept at once."""

from __future__ import annotations

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, WrongUse
from organizer.manner import keyed
from organizer.practice import Practice
from organizer.records.theme import Pile, Studio, Thought
from organizer.views.theme import STOPS, open_studio, piles, side_by_side, thoughts
from organizer.words import count

HERE = ("theme",)
MOST_SIDE_BY_SIDE = 3
LONGEST = 28
"""Letters of a theme's name: it is to be read across a room."""


def with_studio(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while a theme is in the making."""
    return "" if open_studio(practice) else "No theme is in the making. On the Theme page, enter begins one."


def without_studio(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while none is."""
    return "One is in the making already. enter goes on with it." if open_studio(practice) else ""


def with_named(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed once the theme in the making has a name."""
    studio = open_studio(practice)
    named = studio is not None and studio.theme in practice.table("themes")
    return with_studio(practice, ids) or ("" if named else "It has no name yet. Give it one first.")


def studio_of(ask: Ask) -> Studio:
    """The theme in the making. Raises `WrongUse` when there is none."""
    found = open_studio(ask.practice)
    if found is None:
        raise WrongUse(with_studio(ask.practice, ()))
    return found


def line_of(ask: Ask, name: str, refusal: str) -> str:
    """An answer as one clean line. Raises `WrongUse` with the refusal when nothing is in it."""
    text = clean(" ".join(str(ask.answers.get(name, "")).split()))
    if not text:
        raise WrongUse(refusal)
    return text


def short(text: str) -> str:
    """A text as the name of a change has it."""
    return text if len(text) <= 60 else text[:59] + "…"


def begin(ask: Ask) -> Change:
    """A new theme, from the first stop; one that is in the making already is gone on with instead."""
    id, uuid = ask.new_id()
    return Change("Began a theme", (row("studios", None, Studio(id, uuid, begun=ask.stamp())),))


def stop(ask: Ask) -> Change:
    """Answer `stop`: where the person is now."""
    studio = studio_of(ask)
    name = str(ask.answers.get("stop", ""))
    if name not in STOPS:
        raise WrongUse(f"The stops are: {', '.join(STOPS)}.")
    order = list(STOPS)
    reached = order[max(order.index(name), order.index(studio.reached) if studio.reached in order else 0)]
    after = studio._replace(stop=name, reached=reached)
    return Change(f"At {STOPS[name][0]}", (row("studios", studio, after),) if after != studio else ())


def pour(ask: Ask) -> Change:
    """Answers `lines` (or one `text`): each is kept as it is."""
    studio = studio_of(ask)
    given = ask.answers.get("lines")
    lines = [str(ask.answers.get("text", ""))] if given is None else [str(line) for line in given]
    texts = [text for text in (clean(" ".join(line.split())) for line in lines) if text]
    if not texts:
        raise WrongUse("There is nothing in the line yet.")
    last = max((one.order for one in thoughts(ask.practice, studio.id)), default=0)
    made: list[Row] = []
    for number, text in enumerate(texts, last + 1):
        id, uuid = ask.new_id()
        made.append(row("thoughts", None, Thought(id, uuid, studio.id, text, order=number)))
    return Change(f"Poured out: {short(texts[0]) if len(texts) == 1 else count(len(texts), 'line')}", tuple(made))


def _thought(ask: Ask) -> Thought:
    found = ask.practice.table("thoughts").get(str(ask.answers.get("thought", "")))
    if not isinstance(found, Thought):
        raise WrongUse("Choose a line first.")
    return found


def _pile(ask: Ask) -> Pile:
    found = ask.practice.table("piles").get(str(ask.answers.get("pile", "")))
    if not isinstance(found, Pile):
        raise WrongUse("Choose a pile first.")
    return found


def edit(ask: Ask) -> Change:
    """Answers `thought`, `text`."""
    thought = _thought(ask)
    after = thought._replace(text=line_of(ask, "text", "A word or two will do."))
    return Change(f"Wrote: {short(after.text)}", (row("thoughts", thought, after),) if after != thought else ())


def drop(ask: Ask) -> Change:
    """Answer `thought`: the line goes."""
    thought = _thought(ask)
    return Change(f"Let go: {short(thought.text)}", (row("thoughts", thought, None),))


def move(ask: Ask) -> Change:
    """Answers `thought`, and `pile` (its id, "" for none) or `name`, a pile old or new."""
    thought, studio = _thought(ask), studio_of(ask)
    rows: list[Row] = []
    pile = str(ask.answers.get("pile", ""))
    if ask.answers.get("name"):
        name = line_of(ask, "name", "A pile needs a name.")
        there = piles(ask.practice, studio.id)
        same = next((one for one in there if one.name.casefold() == name.casefold()), None)
        if same is None:
            same = _new_pile(ask, studio, name)
            rows.append(row("piles", None, same))
        pile = same.id
    elif pile:
        _pile(ask)
    after = thought._replace(pile=pile)
    if after != thought:
        rows.append(row("thoughts", thought, after))
    return Change(f"{'Gathered' if pile else 'Back to the others'}: {short(thought.text)}", tuple(rows))


def _new_pile(ask: Ask, studio: Studio, name: str) -> Pile:
    id, uuid = ask.new_id()
    order = max((one.order for one in piles(ask.practice, studio.id)), default=0) + 1
    return Pile(id, uuid, studio.id, name, order)


def name(ask: Ask) -> Change:
    """Answers `name`, and `pile`: none begins a new one."""
    studio = studio_of(ask)
    text = line_of(ask, "name", "A pile needs a name.")
    for one in piles(ask.practice, studio.id):
        if one.name.casefold() == text.casefold() and one.id != ask.answers.get("pile"):
            raise Conflict("There is a pile of that name.")
    if not ask.answers.get("pile"):
        return Change(f"A pile: {short(text)}", (row("piles", None, _new_pile(ask, studio, text)),))
    pile = _pile(ask)
    after = pile._replace(name=text)
    return Change(f"Named a pile: {short(text)}", (row("piles", pile, after),) if after != pile else ())


def scatter(ask: Ask) -> Change:
    """Answer `pile`: the pile goes, its lines stay."""
    pile, studio = _pile(ask), studio_of(ask)
    loose = [
        row("thoughts", one, one._replace(pile=""))
        for one in thoughts(ask.practice, studio.id)
        if one.pile == pile.id
    ]  # fmt: skip
    return Change(f"Let the pile go: {short(pile.name)}", (row("piles", pile, None), *loose))


def choose(ask: Ask) -> Change:
    """Answer `pile`: it stands beside the others, or no longer."""
    pile, studio = _pile(ask), studio_of(ask)
    now = tuple(one.id for one in side_by_side(ask.practice, studio))
    after = tuple(id for id in now if id != pile.id) if pile.id in now else (*now, pile.id)
    if len(after) > MOST_SIDE_BY_SIDE:
        raise Conflict(keyed("Three side by side are plenty: take one away first, with {studio.choose}."))
    if not after:
        raise Conflict("It is the only one here: put another beside it first.")
    label = "Side by side" if pile.id in after else "Set aside"
    return Change(f"{label}: {short(pile.name)}", (row("studios", studio, studio._replace(chosen=after)),))


def pick(ask: Ask) -> Change:
    """Answer `pile`: the one that makes the others easier."""
    pile, studio = _pile(ask), studio_of(ask)
    after = studio._replace(picked=pile.id)
    return Change(f"Chosen: {short(pile.name)}", (row("studios", studio, after),) if after != studio else ())


def close(ask: Ask) -> Change:
    """The theme hangs; all that led to it stays."""
    studio = studio_of(ask)
    return Change("The theme hangs", (row("studios", studio, studio._replace(closed=ask.stamp())),))


COMMANDS = (
    Command("studio.begin", "Begin a theme", "Pour out, gather, choose, find the word: about ten minutes.", begin,
            key="N", places=HERE, asks="begin a theme", allowed=without_studio),
    Command("studio.stop", "Go to a stop of the studio", "Pour out, Gather, Choose, Word, Color, Frame, Write it, "
            "Share.", stop, places=HERE, asks="a stop", allowed=with_studio),
    Command("studio.pour", "Pour out a line", "Everything that comes to mind, a line each; nothing is judged.", pour,
            places=HERE, asks="pour", allowed=with_studio),
    Command("studio.edit", "Reword a line", "Other words for what is under the cursor: a line, a pile, the theme.",
            edit, key="e", hint="reword", places=HERE, asks="reword"),
    Command("studio.drop", "Let a line go", "Or a whole pile: its lines stay.", drop, key="delete", hint="let go",
            places=HERE, asks="the line", allowed=with_studio),
    Command("studio.move", "Move a line to a pile", "An old pile, or a new one by its name.", move, key="m",
            hint="move line", places=HERE, asks="a pile", allowed=with_studio),
    Command("studio.name", "Name a pile", "The pile under the cursor; elsewhere, a new one.", name, key="n",
            hint="name pile", places=HERE, asks="pile name", allowed=with_studio),
    Command("studio.scatter", "Let a pile go", "Its lines stay, without a pile.", scatter, places=HERE,
            asks="the pile", allowed=with_studio),
    Command("studio.choose", "Side by side", "Put a pile beside the others to choose from, or take it away.", choose,
            key="space", hint="side by side", places=HERE, asks="the pile", allowed=with_studio),
    Command("studio.pick", "Choose a pile", "The one that makes the others easier.", pick, places=HERE,
            asks="the pile", allowed=with_studio),
    Command("studio.close", "The theme is done", "It hangs; what led to it stays.", close, places=HERE,
            allowed=with_named),
)  # fmt: skip
