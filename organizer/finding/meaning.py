"""What a query asks of a practice at a moment: tests of facts, or the sentence that says what could not be read."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from datetime import datetime
from difflib import get_close_matches
from typing import Any, NamedTuple

from organizer.errors import WrongUse
from organizer.finding.days import due_range, past_range
from organizer.finding.facts import MARKS, Facts
from organizer.finding.pillars import KINDS
from organizer.finding.query import OPERATORS, Asked, Query
from organizer.practice import Practice
from organizer.records import STAGES


class Test(NamedTuple):
    """One test: which of the `Facts`, what it must be, and `key`, which is the same for tests that mean the same."""

    fact: int
    accepts: Callable[[Any], bool]
    key: Hashable


class Meaning(NamedTuple):
    """What is asked: words, words that must not be there, tests; and a sentence about what could not be read."""

    words: tuple[str, ...]
    unwanted: tuple[str, ...]
    tests: tuple[Test, ...]
    trouble: str = ""

    @property
    def says(self) -> bool:
        """Whether anything is looked for."""
        return bool(self.words or self.unwanted or self.tests)


def meant(query: Query, practice: Practice, now: datetime) -> Meaning:
    """The meaning. What cannot be read is left out, and said: it hides nothing."""
    tests: list[Test] = []
    trouble = [_unknown(name) for name in query.unknown]
    for asked in query.asked:
        try:
            tests += _tests(asked, practice, now)
        except WrongUse as error:
            trouble.append(str(error))
    return Meaning(query.words, query.unwanted, tuple(tests), " ".join(trouble))


def _unknown(name: str) -> str:
    near = get_close_matches(name, OPERATORS, 1, 0.5)
    hint = f"The nearest one is {near[0]}:" if near else f"There are {', '.join(f'{name}:' for name in OPERATORS)}"
    return f"There is no operator {name}: here, so it is looked for as a word. {hint}"


def _tests(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    """The tests of one operator. Raises `WrongUse`."""
    if not asked.value:
        example, _ = OPERATORS[asked.name]
        raise WrongUse(f"{asked.name}: wants something behind it, as in {example}.")
    found = _READ[asked.name](asked, practice, now)
    if not asked.unwanted:
        return found
    if len(found) == 1:
        return [_not(found[0])]
    first, second = found  # late: due before today, and open
    return [_either(first, second)]


def _not(test: Test) -> Test:
    return Test(test.fact, lambda value: not test.accepts(value), ("not", test.key))


def _either(first: Test, second: Test) -> Test:
    """Not both of two: asked of all facts together."""

    def accepts(facts: Any) -> bool:
        return not (first.accepts(facts[first.fact]) and second.accepts(facts[second.fact]))

    return Test(-1, accepts, ("not", first.key, second.key))


def _test(fact: str, accepts: Callable[[Any], bool], key: Hashable) -> Test:
    return Test(Facts._fields.index(fact), accepts, (fact, key))


def _area(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    areas, wanted = practice.every_area(), asked.value.lstrip("#").replace("_", " ")
    if wanted == "none":
        ids = frozenset([""])
    else:
        exact = [a.id for a in areas if wanted in (a.id, a.name.casefold(), *a.aliases)]
        near = [a.id for a in areas if a.id.startswith(wanted) or wanted in a.name.casefold()]
        ids = frozenset(exact or near)
    if not ids:
        names = {area.name.casefold(): area.name for area in areas}
        raise WrongUse(_no("area", asked.value, list(names), names))
    return [_test("area", lambda value: value in ids, ids)]


def _no(what: str, value: str, known: list[str], names: dict[str, str] | None = None) -> str:
    """The sentence for a value that there is not, with the nearest one that there is."""
    near = get_close_matches(value, known, 1, 0.5)
    shown = [(names or {}).get(name, name) for name in (near or known[:12])]
    hint = f"The nearest one is {shown[0]}." if near else f"There are: {', '.join(shown)}." if shown else ""
    return f"There is no {what} {value!r}. {hint}".rstrip()


def _day(fact: str) -> Callable[[Asked, Practice, datetime], list[Test]]:
    def read(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
        from organizer.views.weeks import first_weekday

        if asked.value in ("none", "never"):
            return [_test(fact, lambda value: not value, "none")]
        if asked.value == "any":
            return [_test(fact, bool, "any")]
        if asked.value == "late":
            return [_range(fact, "", due_range("overdue", now)[1])]
        reads = due_range if fact == "due" else past_range
        first, last = reads(asked.value.replace("_", " "), now, first_weekday(practice))
        return [_range(fact, first, last)]

    return read


def _range(fact: str, first: str, last: str) -> Test:
    return _test(fact, lambda value: bool(value) and first <= value <= last, (first, last))


def _who(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    wanted = asked.value.replace("_", " ")
    if wanted in ("none", "any"):
        return [_test("who", (lambda value: not value) if wanted == "none" else bool, wanted)]
    return [_test("who", lambda value: wanted in value, ("says", wanted))]


STATES = {
    "open": ("open",), "done": ("done",), "finished": ("done",), "kept": ("done",), "closed": ("done", "let go"),
    "dropped": ("let go",), "let go": ("let go",),
}  # fmt: skip


def _is(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    wanted = {"starred": "priority", "dread": "dreaded", "repeat": "repeating"}.get(asked.value, asked.value)
    wanted = wanted.replace("_", " ").replace("-", " ")
    if wanted in STATES:
        return [_test("state", lambda value: value in STATES[wanted], STATES[wanted])]
    if wanted in MARKS:
        return [_test("marks", lambda value: wanted in value, wanted)]
    today = now.date().isoformat()
    still_open = _test("state", lambda value: value == "open", ("open",))
    if wanted in ("late", "overdue", "past", "still with me"):
        return [_range("due", "", due_range("overdue", now)[1]), still_open]
    if wanted in ("due", "today"):
        return [_range("due", today, today), still_open]
    raise WrongUse(_no("is:", asked.value, [*STATES, *MARKS, "late", "today"]))


def _theme(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    wanted = asked.value.replace("_", " ")
    if wanted in ("none", "any"):
        return [_test("theme", (lambda value: not value) if wanted == "none" else bool, wanted)]
    themes: dict[str, Any] = practice.table("themes")
    ids = frozenset(one.id for one in themes.values() if wanted in one.name.casefold() or one.id == wanted)
    if wanted == "now" and (hangs := practice.theme()):
        ids = frozenset([hangs.id])
    if not ids:
        names = {one.name.casefold(): one.name for one in themes.values() if one.name}
        raise WrongUse(_no("theme", asked.value, list(names), names))
    return [_test("theme", lambda value: value in ids, ids)]


STAGE_NAMES = {"ready": "next", "under way": "doing", "waiting on someone": "waiting", "dropped": "let go"}


def _stage(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    from organizer.door.outcomes import OUTCOMES
    from organizer.word.states import STANDS

    given = asked.value.replace("_", " ").replace("-", " ")
    wanted = STAGE_NAMES.get(given, given)
    if wanted not in STAGES and wanted not in STANDS and wanted not in OUTCOMES:
        raise WrongUse(_no("stage", asked.value, [*STAGES, *STANDS]))
    return [_test("stage", lambda value: value == wanted, wanted)]


OTHER_KINDS = {
    "entry": ("task", "event", "note"), "entries": ("task", "event", "note"), "journal": ("note",),
    "word": ("promise",), "call": ("inquiry",), "inquiries": ("inquiry",), "comment": ("feedback",),
}  # fmt: skip


def _kind(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    given = asked.value
    one = given if given in KINDS else given.removesuffix("s")
    kinds = (one,) if one in KINDS else OTHER_KINDS.get(given) or OTHER_KINDS.get(one)
    if not kinds:
        raise WrongUse(_no("kind", given, list(KINDS)))
    return [_test("kind", lambda value: value in kinds, kinds)]


def _tag(asked: Asked, practice: Practice, now: datetime) -> list[Test]:
    wanted = asked.value.lstrip("#@")
    if wanted in ("none", "any"):
        return [_test("tags", (lambda value: not value) if wanted == "none" else bool, wanted)]
    return [_test("tags", lambda value: wanted in value, ("has", wanted))]


_READ: dict[str, Callable[[Asked, Practice, datetime], list[Test]]] = {
    "area": _area, "due": _day("due"), "who": _who, "is": _is, "theme": _theme, "stage": _stage, "kind": _kind,
    "tag": _tag, "caught": _day("caught"), "closed": _day("closed"),
}  # fmt: skip
