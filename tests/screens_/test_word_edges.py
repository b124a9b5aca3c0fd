"""Every edge of the states of a promise, walked by key from every state; every other refused with its sentence."""

from __future__ import annotations

import pytest

from organizer.commands import COMMANDS
from organizer.commands.word import LABELS
from organizer.records.word import Commitment, Step
from organizer.word import states
from screens.word.questions import STEPS as ASKED
from screens.word.questions import WORDS
from screens.word.stops import DONE
from tests.rules_.test_word import WAY_TO, allowed
from tests.screens_.person import Person, at_screen

AT = "2026-06-01T09:00:00"
KINDS = [kind for kind in states.STEPS if kind != "ask"]
KEYS = {"keep": "space", "renegotiate": "l", "say": "r", "apologize": "r", "plan": "r", "repair": "r", "close": "r"}
"""The steps that have a key of their own; the others are behind m."""
LATE = ("slipped", "said", "sorry", "planned", "repaired", "closed", "not repairable")
GONE = ("declined", "released", "revoked", "not repairable")
"""What stands on the page no more, and is found by its words."""
LINES = {"when": "june 26", "told": "yes", "how": "call"}


def standing(at: str) -> Commitment:
    """A promise in a state."""
    due = "2026-06-02" if at in LATE else "2026-06-19"
    steps = (Step(kind, AT, due if kind in ("promise", "answer by") else None, note="so", told=True)
             for kind in WAY_TO[at])  # fmt: skip
    return Commitment("1etter0000", text="letter to the GP", who="Heron 7", whom="client", steps=tuple(steps))


def state(me: Person, one: Commitment) -> str:
    """How it stands in the vault."""
    held = me.vault.tables["commitments"][one.id]
    assert isinstance(held, Commitment)
    return states.state(held, me.clock.now())


async def seek(me: Person, at: str) -> None:
    """To the promise: by its row, or by its words where it has none."""
    if at in GONE:
        await me.press("slash")
        await me.type("letter GP")
        await me.press("enter")
        assert me.overlay == "Story"
    else:
        me.desk.page.lanes[0].seek("1etter0000")


async def answer(me: Person, kind: str, **lines: str) -> None:
    """Answer what the step asks; accepting asks nothing, keeping neither."""
    if me.overlay != "Asks":
        return
    for question in ASKED[kind.replace(" ", "_")][1]:
        await me.type(lines.get(question.name, LINES.get(question.name, "so it is")))
        await me.press("enter")


@pytest.mark.parametrize("at", WAY_TO)
async def test_every_edge_by_key_and_every_other_refused(at: str) -> None:
    one = standing(at)
    async with at_screen(one, place="word") as me:
        assert state(me, one) == at
        await seek(me, at)
        await me.press("m")
        steps = {item.key for item in me.app.screen._choices.lanes[0].items if item.key}  # type: ignore[attr-defined]
        assert steps == {id_of(kind) for (state_, kind) in allowed() if state_ == at}
        await me.press("escape")
        for kind in (kind for kind in KINDS if (at, kind) in allowed()):
            await walk(me, one, at, kind, "m")
            if kind in KEYS:
                await walk(me, one, at, kind, KEYS[kind])
        await refused(me, one, at)


def id_of(kind: str) -> str:
    """The command of a step."""
    return f"word.{kind.replace(' ', '_')}"


async def walk(me: Person, one: Commitment, at: str, kind: str, way: str) -> None:
    """Take a step by its own key, or by m; and take it back."""
    await seek(me, at)
    await me.press(way)
    if way == "m":
        await me.type(COMMANDS[id_of(kind)].title)
        await me.press("enter")
    await answer(me, kind)
    assert (me.overlay, state(me, one)) == ("", allowed()[at, kind]), f"{at}, {kind}\n{me.text}"
    await me.press("u")
    assert state(me, one) == at, kind


SENTENCES = ("What can be done", "say so first", "promise anew")


async def refused(me: Person, one: Commitment, at: str) -> None:
    """What is forbidden, by its key and by the palette: nothing is asked, nothing kept, and a sentence says what can be
    done instead."""
    before = len(me.vault.log)
    for kind in (kind for kind in KINDS if (at, kind) not in allowed()):
        if KEYS.get(kind) in ("space", "l"):
            await seek(me, at)
            await me.press(KEYS[kind])
        else:  # as the palette does
            me.desk.page.meant = one.id
            me.desk.action_command(id_of(kind))
            me.desk.page.meant = ""
            await me.settle()
        told = " ".join(" ".join(me.lines[-5:]).split())
        assert any(part in told for part in SENTENCES), f"{at}, {kind}: {told}"
        assert (me.overlay, len(me.vault.log), state(me, one)) == ("", before, at)


async def test_the_palette_refuses_too() -> None:
    one = standing("slipped")
    async with at_screen(one, place="word") as me:
        for title in ("Decline it", "They release me", "Take it back, told", "Promise it again", "Make a plan"):
            await me.press("ctrl+p")
            await me.type(title)
            await me.press("enter")
            assert me.says("This one has slipped"), title
            assert me.overlay == ""
        assert me.vault.log == []


@pytest.mark.parametrize(("at", "kind"), [("slipped", "say"), ("said", "apologize"), ("sorry", "plan"),
                                          ("planned", "repair")])  # fmt: skip
async def test_a_step_of_repair_that_is_not_owed_says_why(at: str, kind: str) -> None:
    assert kind in states.EXCUSABLE
    assert len(states.EXCUSABLE) == 4
    one = standing(at)
    async with at_screen(one, place="word") as me:
        await me.press("r")
        await answer(me, kind, note="not owed", when="", steps="")
        assert me.sees("Not owed here: say in a line why."), me.text
        await me.press("escape", "r")
        await answer(me, kind, note="Not owed: nobody waited for it", when="", steps="")
        held = me.vault.tables["commitments"][one.id]
        assert isinstance(held, Commitment)
        assert (state(me, one), held.steps[-1].owed) == (allowed()[at, kind], False)
        assert held.steps[-1].note == "nobody waited for it"
        assert me.entries == []
        assert len(me.vault.tables["commitments"]) == 1


async def test_words_that_only_begin_like_it_stay_as_they_are() -> None:
    one = standing("slipped")
    async with at_screen(one, place="word") as me:
        await me.press("m")
        await me.type("Not repairable")
        await me.press("enter")
        await me.type("not owed any more, they moved away")
        await me.press("enter")
        assert state(me, one) == "not repairable"


def test_a_new_edge_is_walked_here_or_this_fails() -> None:
    table = {(at, kind): way.to for kind, way in states.STEPS.items() for at in way.frm}
    assert table == allowed()
    assert set(WAY_TO) == {*states.OPEN, *states.BROKEN, *states.OVER}
    assert {id_of(kind) for kind in KINDS} <= set(COMMANDS)
    kinds = {kind.replace(" ", "_") for kind in KINDS}
    assert kinds - set(ASKED) == {"keep", "accept"}, "these two ask nothing"
    assert set(LABELS) == set(KINDS)
    assert set(DONE) == set(states.STEPS)


FINISHED = ("sorry", "apolog", "forgive", "regret", "i am", "i'm", "i was", "i have", "i failed", "my fault", "please")
"""What a finished apology says."""


def test_words_to_start_from_are_questions_and_never_a_finished_apology() -> None:
    for step, lines in WORDS.items():
        assert lines, step
        for line in lines:
            assert line.endswith("?"), line
            assert "." not in line, f"a sentence before the question: {line}"
            assert not any(word in f" {line.lower()} " for word in FINISHED), line


@pytest.mark.parametrize("at", [at for at in WAY_TO if at not in GONE])
async def test_what_is_copied_to_start_from_is_those_questions_alone(at: str) -> None:
    one = standing(at)
    async with at_screen(one, place="word") as me:
        await seek(me, at)
        await me.press("w", "enter")
        assert me.overlay == ""
        copied = [line for line in me.app.clipboard.splitlines() if line]
        assert tuple(copied) in WORDS.values()
        assert me.vault.log == []
