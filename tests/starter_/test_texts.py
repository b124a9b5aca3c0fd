"""Texts of the path, the rituals, the stickers and the theme studio: whole, short, and kind."""

from __future__ import annotations

from importlib.resources import files

import pytest

from data.starter import texts
from data.starter.texts import RITUALS, SCHEMAS, STOPS
from organizer.path.stops import FIRST
from organizer.rituals.kinds import KINDS
from organizer.rituals.shipped import SHIPPED

PATH = "find ask book prepare arrive meet pay stay goodbye".split()


def test_the_path_goes_from_find_us_to_goodbye() -> None:
    steps = texts.path_steps()
    assert [step.id for step in steps] == PATH
    assert (steps[0].name, steps[-1].name) == ("Find us", "Goodbye")
    assert [(stop.id, stop.name, stop.look, stop.simpler) for stop in FIRST] == [tuple(step) for step in steps]


def test_every_ritual_has_its_questions_and_a_short_version() -> None:
    found = texts.rituals()
    assert tuple(ritual.id for ritual in found) == RITUALS
    for ritual in found:
        ids = [question.id for question in ritual.questions]
        assert len(set(ids)) == len(ids)
        assert 1 <= len(ritual.short) <= 2
        assert set(ritual.short) <= set(ids)
    minutes = {ritual.id: ritual.minutes for ritual in found}
    assert minutes["open"] <= 4
    assert minutes["pause"] == 1
    assert minutes["close"] <= 6
    assert 20 <= minutes["week"] <= 30
    assert minutes["month"] == 45


def test_words_to_say_are_short_the_same_for_all_and_marked_where_they_differ() -> None:
    found = texts.scripts()
    assert {one.key for one in found} >= {"reached", "full", "waitlist", "voicemail", "left-word"}
    assert all(one.local == ("988" in one.text) for one in found)
    assert all("[J" in one.text for one in found if one.local)
    assert all("emergency" in one.text for one in found if "oicemail greeting" in one.name)


def test_no_words_to_say_are_an_apology() -> None:
    for script in texts.scripts():
        said = f"{script.name} {script.about} {script.text}".lower()
        for word in ("sorry", "apolog", "regret", "forgive", "my fault", "our fault", "mistake"):
            assert word not in said, script.key


def test_the_app_asks_what_stands_here() -> None:
    asked = [
        (*one[:1], one.name, one.minutes, one.after, one.rhythm, one.at, one.short, [q[:4] for q in one.questions])
        for one in SHIPPED
    ]
    assert asked == [
        (*one[:1], one.name, one.minutes, one.after, one.rhythm, one.at, one.short, [tuple(q) for q in one.questions])
        for one in texts.rituals()
    ]
    assert {question.kind for one in SHIPPED for question in one.questions} <= set(KINDS)


def test_stickers_have_a_sign_one_cell_wide_and_a_plain_one() -> None:
    found = texts.stickers()
    assert len({sticker.id for sticker in found}) == len(found) >= 6
    for sticker in found:
        assert len(sticker.sign) == 1
        assert sticker.plain.isascii()
    assert len({sticker.plain for sticker in found}) == len(found)


def test_the_studio_has_words_for_every_stop_in_order() -> None:
    stops = [prompt.stop for prompt in texts.theme_prompts()]
    assert sorted(stops, key=STOPS.index) == stops
    assert set(stops) == set(STOPS)


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_mistake_is_told_with_its_line(name: str) -> None:
    text = files("data.starter").joinpath(f"{name}.toml").read_text(encoding="utf-8")
    assert texts.checked(name, text).problems == []
    fields = {"path_steps": "look", "rituals": "kindness", "scripts": "about", "stickers": "sign"}
    field = fields.get(name, "help")
    lines = text.splitlines()
    at = [number for number, line in enumerate(lines) if line.startswith(f"{field} =")][-1]
    lines[at] = f"{field} = 3"
    (problem,) = texts.checked(name, "\n".join(lines)).problems
    assert problem == f"{name}.toml, line {at + 1}, field {field}: a text in quotes is wanted, not a number."
