"""A word given: every edge of its states, the minute its time passes, what comes back, and how it is kept."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from organizer.archiving import over
from organizer.records import Repeat, from_doc, to_doc
from organizer.records.word import Commitment, Step
from organizer.word import again, states
from organizer.word.due import passed
from organizer.word.versions import versions

NOW = datetime(2026, 6, 11, 9, 14)
AT = "2026-06-11T09:14:00"
LATER, EARLIER = "2026-06-19", "2026-06-02"

EDGES = """
asked          -> decline:declined counter:countered answer_by:answering promise:promised release:released
countered      -> decline:declined promise:promised release:released
answering      -> decline:declined counter:countered promise:promised release:released revoke:revoked
promised       -> keep:kept renegotiate:promised release:released revoke:revoked
kept           -> accept:accepted again:promised
slipped        -> say:said give_up:not_repairable
said           -> apologize:sorry give_up:not_repairable
sorry          -> plan:planned give_up:not_repairable
planned        -> repair:repaired give_up:not_repairable
repaired       -> close:closed
declined accepted released revoked closed not_repairable ->
"""
"""Field guide, section 2, as a table: from which state which step leads where. What is not here is forbidden."""
WAY_TO = {
    "asked": ("ask",),
    "declined": ("ask", "decline"),
    "countered": ("ask", "counter"),
    "answering": ("ask", "answer by"),
    "promised": ("promise",),
    "kept": ("promise", "keep"),
    "accepted": ("promise", "keep", "accept"),
    "released": ("promise", "release"),
    "revoked": ("promise", "revoke"),
    "slipped": ("promise",),
    "said": ("promise", "say"),
    "sorry": ("promise", "say", "apologize"),
    "planned": ("promise", "say", "apologize", "plan"),
    "repaired": ("promise", "say", "apologize", "plan", "repair"),
    "closed": ("promise", "say", "apologize", "plan", "repair", "close"),
    "not repairable": ("promise", "give up"),
}


def allowed() -> dict[tuple[str, str], str]:
    """(state, step) -> the state it leads to."""
    found = {}
    for line in EDGES.split("\n"):
        before, _, after = line.partition("->")
        for one in before.split():
            for edge in after.split():
                kind, _, to = edge.partition(":")
                found[one.replace("_", " "), kind.replace("_", " ")] = to.replace("_", " ")
    return found


def step(kind: str, due: str = LATER) -> Step:
    """A step with all that it may need."""
    dated = kind in ("promise", "again", "renegotiate", "answer by", "plan")
    return Step(kind, AT, due if dated else None, note="so it is", told=True)


def standing(at: str) -> Commitment:
    """A promise in a state."""
    broken = at in ("slipped", "said", "sorry", "planned", "repaired", "closed", "not repairable")
    return Commitment("p1", text="letter", steps=tuple(step(k, EARLIER if broken else LATER) for k in WAY_TO[at]))


@pytest.mark.parametrize("at", WAY_TO)
@pytest.mark.parametrize("kind", [kind for kind in states.STEPS if kind != "ask"])
def test_every_edge_leads_where_it_should_or_is_refused_with_what_can_be_done(at: str, kind: str) -> None:
    before, to = standing(at), allowed().get((at, kind))
    assert states.state(before, NOW) == at
    why = states.why_not(before, step(kind), NOW)
    if to:
        assert why == ""
        assert states.state(before._replace(steps=(*before.steps, step(kind))), NOW) == to
    else:
        assert why.endswith(".")
        assert any(word in why for word in ("What can be done", "say so first", "promise anew"))


@pytest.mark.parametrize("kind", ["keep", "renegotiate", "release", "revoke"])
def test_what_has_slipped_is_said_first(kind: str) -> None:
    assert states.why_not(standing("slipped"), step(kind), NOW).startswith("This one has slipped; say so first.")


def test_a_step_says_what_it_needs() -> None:
    promised = standing("promised")
    for kind, missing, word in (
        ("renegotiate", {"told": False}, "Tell them first"),
        ("renegotiate", {"due": None}, "By when?"),
        ("revoke", {"told": False}, "Tell them first"),
        ("revoke", {"note": ""}, "what it means for them"),
    ):
        assert word in states.why_not(promised, step(kind)._replace(**missing), NOW)
    assert "By when?" in states.why_not(standing("sorry"), step("plan")._replace(due=None), NOW)
    assert "why" in states.why_not(standing("slipped"), step("give up")._replace(note=""), NOW)


def test_a_step_of_repair_that_is_not_owed_says_why() -> None:
    for at, kind in (("slipped", "say"), ("said", "apologize"), ("sorry", "plan"), ("planned", "repair")):
        bare = Step(kind, AT, owed=False)
        assert states.why_not(standing(at), bare, NOW) == "Not owed here: say in a line why."
        assert states.why_not(standing(at), bare._replace(note="it was never sent to them"), NOW) == ""
    assert "Only a step" in states.why_not(standing("promised"), Step("keep", AT, owed=False, note="x"), NOW)


# -- time


NEW_YORK, CHICAGO, BERLIN = "America/New_York", "America/Chicago", "Europe/Berlin"


def minutes_of(due: str, zone: str, here: str, since: datetime, hours: int) -> list[datetime]:
    """The minutes of the world from `since` (UTC) on, at which a person in `here` sees the promise change state."""
    commitment = Commitment("p1", steps=(Step("promise", AT, due, zone),))
    changes, before = [], ""
    for minute in range(hours * 60):
        world = since + timedelta(minutes=minute)
        wall = world.astimezone(ZoneInfo(here)).replace(tzinfo=None)
        now = states.state(commitment, wall, here)
        if now != before and before:
            changes.append(world)
        before = now
    return changes


def utc(text: str) -> datetime:
    """A moment of the world."""
    return datetime.fromisoformat(f"{text}+00:00")


@pytest.mark.parametrize(
    ("due", "zone", "here", "since", "at"),
    [
        ("2026-06-11T17:00", NEW_YORK, NEW_YORK, "2026-06-11T18:00", "2026-06-11T21:00"),
        ("2026-06-11", NEW_YORK, NEW_YORK, "2026-06-12T00:00", "2026-06-12T04:00"),
        ("2026-06-11T17:00", NEW_YORK, CHICAGO, "2026-06-11T18:00", "2026-06-11T21:00"),
        ("2026-06-11", NEW_YORK, BERLIN, "2026-06-12T00:00", "2026-06-12T04:00"),
        ("2026-06-11T17:00", BERLIN, NEW_YORK, "2026-06-11T12:00", "2026-06-11T15:00"),
        ("2026-03-08T02:30", NEW_YORK, NEW_YORK, "2026-03-08T05:00", "2026-03-08T07:30"),  # skipped by the clock
        ("2026-11-01T01:30", NEW_YORK, NEW_YORK, "2026-11-01T04:00", "2026-11-01T05:30"),  # comes twice: the first
        ("2026-11-01", NEW_YORK, NEW_YORK, "2026-11-02T03:00", "2026-11-02T05:00"),  # a day of 25 hours
        ("2026-03-08", NEW_YORK, NEW_YORK, "2026-03-09T02:00", "2026-03-09T04:00"),  # of 23
        ("2026-11-01T01:30", NEW_YORK, BERLIN, "2026-11-01T04:00", "2026-11-01T05:30"),
    ],
)
def test_it_slips_at_its_minute_and_once(due: str, zone: str, here: str, since: str, at: str) -> None:
    assert minutes_of(due, zone, here, utc(since), 6) == [utc(at)]


def test_where_no_zone_is_known_the_clock_on_the_wall_counts() -> None:
    assert not passed("2026-06-11T17:00", "", datetime(2026, 6, 11, 16, 59), "")
    assert passed("2026-06-11T17:00", "", datetime(2026, 6, 11, 17, 0), "")
    assert passed("2026-06-11T17:00", "Atlantis/Main", datetime(2026, 6, 11, 17, 0), CHICAGO)
    assert passed("2026-11-01T01:30", "", datetime(2026, 11, 1, 1, 10, fold=1), "")
    assert not passed("2026-06-11", "", datetime(2026, 6, 11, 23, 59), "")
    assert passed("2026-06-11", "", datetime(2026, 6, 12), "")
    assert not passed("some day", "", NOW, "")
    assert not passed(None, "", NOW, "")


def test_a_journey_does_not_let_it_slip_twice() -> None:
    commitment = Commitment("p1", steps=(Step("promise", AT, "2026-06-11T17:00", NEW_YORK),))
    seen = [
        states.state(commitment, datetime(2026, 6, 11, 16, 59), NEW_YORK),
        states.state(commitment, datetime(2026, 6, 11, 17, 0), NEW_YORK),
        states.state(commitment, datetime(2026, 6, 11, 16, 30), CHICAGO),
        states.state(commitment, datetime(2026, 6, 11, 23, 45), BERLIN),
    ]
    assert seen == ["promised", "slipped", "slipped", "slipped"]


# -- renewals, and what comes back


def test_old_terms_stay() -> None:
    moved = Commitment("p1", steps=(step("promise", "2026-06-12"), step("renegotiate", "2026-06-19"), step("keep")))
    assert [(one.due, one.outcome) for one in versions(moved, NOW)] == [("2026-06-12", "moved"), ("2026-06-19", "kept")]
    assert states.version(moved) == 2
    again_ = moved._replace(steps=(*moved.steps, step("again", "2026-06-26")))
    assert [one.outcome for one in versions(again_, NOW)] == ["moved", "again", "open"]


def every(rule: str, due: str, *steps: Step) -> Commitment:
    """A promise that comes back."""
    repeat = again.anchored(Repeat(rule), due)
    return Commitment("p1", text="lunch", steps=(step("promise", due), *steps), repeat=repeat)


def test_the_next_one_is_a_promise_of_its_own() -> None:
    kept = every("FREQ=DAILY", "2026-06-11", step("keep"))
    new = again.following(kept, NOW, "", "p2", "uuid")
    assert new is not None
    assert (new.id, new.follows, states.due(new), states.state(new, NOW)) == ("p2", "p1", "2026-06-12", "promised")
    early = every("FREQ=WEEKLY;BYDAY=FR", "2026-06-12", step("keep"))
    after = again.following(early, NOW, "", "p2", "uuid")
    assert after is not None
    assert states.due(after) == "2026-06-19"


def test_what_was_missed_is_not_made_up_for() -> None:
    missed = every("FREQ=DAILY", "2026-06-01T17:00")
    new = again.following(missed, NOW, "", "p2", "uuid")
    assert new is not None
    assert states.due(new) == "2026-06-11T17:00"
    evening = again.following(missed, datetime(2026, 6, 11, 17, 0), "", "p2", "uuid")
    assert evening is not None
    assert states.due(evening) == "2026-06-12T17:00"
    assert again.following(every("FREQ=DAILY;COUNT=1", "2026-06-01"), NOW, "", "p2", "uuid") is None


# -- how it is kept


def test_a_promise_is_kept_whole_with_what_a_newer_version_wrote() -> None:
    doc = {
        "id": "p1",
        "text": "letter",
        "steps": [{"kind": "promise", "at": AT, "due": LATER, "mood": "glad"}, {"kind": "keep", "at": AT}],
        "tasks": ["t1"],
        "repeat": {"rule": "FREQ=DAILY", "after_completion": False, "dates": [], "shift": ""},
        "color": "blue",
    }
    held = from_doc("commitments", doc)
    assert held.steps[0].due == LATER
    assert to_doc(held) == doc


def test_what_is_over_moves_to_the_archive_and_what_asks_for_something_stays() -> None:
    moves = {at: bool(over("commitments", to_doc(standing(at)))) for at in WAY_TO}
    stays = ("asked", "countered", "answering", "promised", "slipped", "said", "sorry", "planned", "repaired")
    assert moves == {at: at not in stays for at in WAY_TO}
    assert over("commitments", to_doc(standing("closed"))) == "2026-06-11"
    assert over("commitments", to_doc(every("FREQ=DAILY", LATER, step("keep")))) == ""
    assert over("commitments", {"id": "p1"}) == ""
