"""Texts of the path, the rituals, the stickers, the studio and the words to say: whole, short, and kind."""

from __future__ import annotations

from importlib.resources import files

from data.starter import scripts
from organizer.path.stops import FIRST
from organizer.rituals.kinds import KINDS
from organizer.rituals.shipped import SHIPPED
from organizer.views.theme import STOPS
from organizer.wins.stickers import STICKERS
from screens.signs import PLAIN, PRETTY
from screens.studio.words import QUESTIONS

PATH = "find ask book prepare arrive meet pay stay goodbye".split()
RITUALS = "open pause close week month quarter year".split()


def test_the_path_goes_from_find_us_to_goodbye() -> None:
    assert [stop.id for stop in FIRST] == PATH
    assert [stop.order for stop in FIRST] == list(range(1, 10))
    assert (FIRST[0].name, FIRST[-1].name) == ("Find us", "Goodbye")
    assert all(len(stop.short) <= 7 and 0 < len(stop.look) <= 140 and 0 < len(stop.simpler) <= 140 for stop in FIRST)


def test_every_ritual_has_its_questions_and_a_short_version() -> None:
    assert [ritual.id for ritual in SHIPPED] == RITUALS
    for ritual in SHIPPED:
        ids = [question.id for question in ritual.questions]
        assert len(set(ids)) == len(ids)
        assert 1 <= len(ritual.short) <= 2
        assert set(ritual.short) <= set(ids)
        assert {question.kind for question in ritual.questions} <= set(KINDS)
    minutes = {ritual.id: ritual.minutes for ritual in SHIPPED}
    assert minutes["open"] <= 4
    assert minutes["pause"] == 1
    assert minutes["close"] <= 6
    assert 20 <= minutes["week"] <= 30
    assert minutes["month"] == 45


def test_words_to_say_are_short_the_same_for_all_and_marked_where_they_differ() -> None:
    found = scripts.scripts()
    assert {one.key for one in found} >= {"reached", "full", "waitlist", "voicemail", "left-word"}
    assert all(one.local == ("988" in one.text) for one in found)
    assert all("[J" in one.text for one in found if one.local)
    assert all("emergency" in one.text for one in found if "oicemail greeting" in one.name)


def test_no_words_to_say_are_an_apology() -> None:
    for script in scripts.scripts():
        said = f"{script.name} {script.about} {script.text}".lower()
        for word in ("sorry", "apolog", "regret", "forgive", "my fault", "our fault", "mistake"):
            assert word not in said, script.key


def test_a_mistake_in_the_words_to_say_is_told_with_its_line() -> None:
    text = files("data.starter").joinpath(scripts.FILE).read_text(encoding="utf-8")
    assert scripts.checked(text).problems == []
    lines = text.splitlines()
    at = [number for number, line in enumerate(lines) if line.startswith("about =")][-1]
    lines[at] = "about = 3"
    (problem,) = scripts.checked("\n".join(lines)).problems
    assert problem == f"scripts.toml, line {at + 1}, field about: a text in quotes is wanted, not a number."


def test_every_sticker_has_a_sign_and_a_plain_one() -> None:
    assert len({sticker.id for sticker in STICKERS}) == len(STICKERS) == len(PRETTY.stickers) == len(PLAIN.stickers)
    assert all(len(sign) == 1 for sign in PRETTY.stickers)
    assert all(sign.isascii() for sign in PLAIN.stickers)
    assert len({*PLAIN.stickers}) == len(STICKERS)


def test_the_studio_has_words_for_every_stop_in_order() -> None:
    assert [stop for stop in QUESTIONS if stop in STOPS] == list(STOPS)
    assert all(len(ask) <= 140 and len(help) <= 140 for asked in QUESTIONS.values() for ask, help in asked)
