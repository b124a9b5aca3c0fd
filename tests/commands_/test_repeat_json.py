"""A repeat given as the JSON that `--json` shows: each kind, and what is no such object."""

from __future__ import annotations

import json
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from organizer import repeat as repeats
from organizer import when
from organizer.commands import repeat_json
from organizer.errors import WrongUse
from organizer.records import Entry, Repeat

NOW = datetime(2026, 6, 11, 9, 14)
SAID = (
    "every friday 4pm",
    "first monday monthly",
    "last business day monthly",
    "every weekday except holidays",
    "every 120 days after done",
    "april 15, june 15, sept 15 and jan 15 or the next business day",
    "1 business day after booking",
    "every monday for 6 weeks",
)


@pytest.mark.parametrize("text", SAID)
def test_what_json_shows_can_be_given_again(text: str) -> None:
    said = when.read_repeat(text, NOW)
    assert said is not None
    again = repeat_json.read(json.dumps(said.doc()), NOW)
    own = dict.fromkeys(("anchor", "on", "series"), "")
    assert again._replace(**own) == said._replace(**own)
    begun = repeats.begun(Entry("a", text="x", repeat=again), NOW)
    assert begun.due == repeats.begun(Entry("a", text="x", repeat=said), NOW).due or "T" in (said.anchor or "")


@pytest.mark.parametrize(
    ("given_text", "why"),
    [
        ("{", "not JSON"),
        ("{}", "one of the three"),
        ('{"rule": "FREQ=SOMETIMES"}', "its rule"),
        ('{"rule": 5}', "rule cannot be 5"),
        ('{"dates": ["02-30"]}', "one of its dates"),
        ('{"rule": "FREQ=DAILY", "event": "intake"}', "one of the three"),
        ('{"rule": "FREQ=DAILY", "catch_up": "all"}', "catch_up"),
        ('{"rule": "FREQ=DAILY", "leads": [true]}', "leads"),
        ('{"event": "intake", "offset": -1}', "offset"),
        ('{"often": 1}', "no field 'often'"),
    ],
)
def test_what_is_no_such_object_is_refused(given_text: str, why: str) -> None:
    with pytest.raises(WrongUse, match=why):
        repeat_json.read(given_text, NOW)


SMALL = st.one_of(st.text(max_size=4), st.integers(-3, 9), st.lists(st.text(max_size=4), max_size=2))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.dictionaries(st.sampled_from(Repeat._fields), SMALL, max_size=4))
def test_any_object_is_read_or_refused(doc: dict[str, object]) -> None:
    try:
        repeat_json.read(json.dumps(doc), NOW)
    except WrongUse:
        pass
