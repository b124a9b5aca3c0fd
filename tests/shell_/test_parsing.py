"""How the words after a verb are read."""

from __future__ import annotations

import pytest

from organizer.errors import WrongUse
from organizer.shell import verbs
from organizer.shell.parsing import read


def given(name: str, *words: str) -> tuple[tuple[str, ...], dict[str, str]] | None:
    """What is read after the verb of that name."""
    verb = verbs.find(name)
    assert verb is not None
    found = read(verb, list(words))
    return None if found is None else (found.words, found.options)


@pytest.mark.parametrize(
    ("words", "text", "options"),
    [
        (("a", "b"), ("a", "b"), {}),
        (("--json", "a"), ("a",), {"json": ""}),
        (("a", "--json"), ("a",), {"json": ""}),
        (("a", "--json", "b"), ("a", "--json", "b"), {}),
        (("--", "--json"), ("--json",), {}),
        (("--json", "--", "--json"), ("--json",), {"json": ""}),
        (("a", "--", "b"), ("a", "--", "b"), {}),
        (("-5", "degrees"), ("-5", "degrees"), {}),
        (("--jsonx",), ("--jsonx",), {}),
        (("--json=yes",), ("--json=yes",), {}),
        (("a", "--now", "2026-01-01", "--json"), ("a",), {"now": "2026-01-01", "json": ""}),
        (("--now=2026-01-01", "a", "--help"), ("a", "--help"), {"now": "2026-01-01"}),
    ],
)
def test_free_text_keeps_its_dashes(words: tuple[str, ...], text: tuple[str, ...], options: dict[str, str]) -> None:
    assert given("parse", *words) == (text, options)


def test_options_stand_anywhere_among_ids() -> None:
    assert given("done", "k3f9a", "--json", "x") == (("k3f9a", "x"), {"json": ""})
    assert given("done", "--", "--json") == (("--json",), {})
    assert given("list", "--due", "-1d", "--area=none") == ((), {"due": "-1d", "area": "none"})
    assert given("done", "k3f9a", "--help") is None
    with pytest.raises(WrongUse, match=r"done has no option --all\. It has --json\."):
        given("done", "k3f9a", "--all")


def test_halves_of_characters_are_replaced() -> None:
    assert given("add", "caf\udce9", "ok") == (("caf\ufffd", "ok"), {})
