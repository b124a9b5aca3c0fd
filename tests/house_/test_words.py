"""Every text the app ships is kind: nothing in it scolds, and nothing shouts."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from organizer.commands import COMMANDS
from organizer.rituals.kinds import KINDS
from organizer.rituals.shipped import SHIPPED
from organizer.settings import every as settings
from organizer.shell.verbs import every as verbs

ROOT = Path(__file__).parents[2]
ROOMS = ("organizer", "screens", "data")
SCOLDING = (
    r"overdue", r"fail(?:ed|ure|ing)?", r"you should(?: have)?", r"you must", r"you forgot", r"lazy",
    r"behind schedule", r"too late", r"broke(?:n)? (?:your )?(?:streak|chain|promise)s?", r"guilt\w*", r"shame\w*",
    r"disappoint\w*", r"unproductive", r"procrastinat\w*", r"hurry", r"productivity", r"are you sure", r"sla\b",
    r"missed (?:your )?(?:deadline|goal|streak)s?", r"you missed", r"you have not", r"you haven.t", r"you didn.t",
    r"penalt\w*", r"reprimand\w*", r"warning", r"illegal", r"invalid", r"abort\w*", r"must not", r"wrong again",
)  # fmt: skip
"""Words that scold, or blame (look.md, voice)."""
SAID_HERE = {
    "overdue": ("list", "organizer/shell/verbs/entries.py", "organizer/views/listing.py", "organizer/when/"),
    "fail": ("data/", "organizer/shell/backups.py"),
    "shame": ("data/starter/demo",),
    "too late": ("data/starter/demo",),
}
"""Where a word is no reproach: a range that other programs call so, a disk that fails, a book on shame."""
LOUD = re.compile(r"[A-Za-z’]!(?=\s|$)")
FOR_PEOPLE = re.compile(r"[A-Za-z]{2,}[ ’'][a-z]")


def texts_of(path: Path) -> Iterator[tuple[int, str]]:
    """The texts of a module that people may read: all strings but docstrings, keys and patterns."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    docs = {
        id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    }
    for node in ast.walk(tree):
        told = isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docs
        if told and FOR_PEOPLE.search(node.value):  # type: ignore[attr-defined]
            yield node.lineno, node.value  # type: ignore[attr-defined]


def in_toml(value: Any) -> Iterator[str]:
    """Every text of a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | dict):
        for part in value.values() if isinstance(value, dict) else value:
            yield from in_toml(part)


def shipped() -> Iterator[tuple[str, str]]:
    """Where, and what: commands, verbs, settings, rituals, packs and lists, and every text in the code."""
    for command in COMMANDS.values():
        yield command.id, f"{command.title}. {command.help} {command.hint}"
    for verb in verbs():
        yield verb.name, " ".join((verb.help, *verb.more, *(option.help for option in verb.options)))
    for one in settings():
        yield one.name, " ".join((one.title, one.help, one.about, one.question, *one.values, *one.means.values()))
    for ritual in SHIPPED:
        for question in ritual.questions:
            yield f"{ritual.id}.{question.id}", f"{question.ask} {question.kindness}"
    for name, kind in KINDS.items():
        yield name, kind.about
    for path in sorted((ROOT / "data" / "starter").rglob("*.toml")):
        for text in in_toml(tomllib.loads(path.read_text(encoding="utf-8"))):
            yield path.relative_to(ROOT).as_posix(), text
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            for line, text in texts_of(path):
                yield f"{path.relative_to(ROOT).as_posix()}:{line}", text


def allowed(word: str, where: str) -> bool:
    """Whether a word is no reproach there."""
    return any(word.startswith(key) and where.startswith(places) for key, places in SAID_HERE.items() if places)


def test_nothing_scolds() -> None:
    found = []
    for where, text in shipped():
        for pattern in SCOLDING:
            hit = re.search(rf"\b{pattern}\b" if not pattern.endswith(r"\b") else rf"\b{pattern}", text, re.IGNORECASE)
            if hit and not allowed(hit[0].lower(), where):
                found.append(f"{where}: {hit[0]!r} in {text[:80]!r}")
    assert found == []


def test_it_would_be_seen() -> None:
    for text in ("3 tasks are overdue", "You failed", "Are you sure?", "your streak: you broke your streak"):
        assert any(re.search(rf"\b{pattern}", text, re.IGNORECASE) for pattern in SCOLDING), text


def test_nothing_shouts() -> None:
    loud = [f"{where}: {text[:80]!r}" for where, text in shipped() if LOUD.search(text) and "every!" not in text]
    assert len(loud) <= 1, loud


@pytest.mark.parametrize("ritual", SHIPPED, ids=lambda ritual: ritual.id)
def test_the_questions_are_short_and_plain(ritual: Any) -> None:
    for question in ritual.questions:
        assert len(question.ask) <= 100
        assert len(question.kindness) <= 80
        assert question.ask.endswith(("?", "."))
        assert question.kindness.endswith(".")
        assert not re.search(r"\bI\b", question.kindness.replace("“I will call tomorrow”", ""))
        assert not re.search(r"colour|favour|organis|behaviour|centre|whilst", f"{question.ask} {question.kindness}")


KEY_SAID = re.compile(
    r"(?:^|[.,;:] |, or just |: )(?:[b-zB-HJ-Z]|[/?]|space|del) (?=[a-z]{2,}s (?:them|it|the|a|one|here|what|three|"
    r"down|back|anything|words|up|to)\b)"
)
"""A sentence that names a key that a person may change: "p picks three"."""
OWN = {
    "organizer/shell/review.py": "s leaves a question out, b goes back",
    "screens/dialogs/passphrase.py": "s saves it",
}
"""Keys that are no command's: those of the terminal's `review`, and of the recovery sheet."""


def test_no_sentence_names_a_key_that_may_be_another() -> None:
    told = []
    for room in ("organizer", "screens"):
        for path in sorted((ROOT / room).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            told += [
                f"{name}:{line}: {text}"
                for line, text in texts_of(path)
                if KEY_SAID.search(text) and OWN.get(name, "\n") not in text
            ]
    assert not told, "write {id.of.command} and `organizer.manner.keyed`:\n" + "\n".join(told)


def test_every_key_that_a_sentence_names_is_one_of_a_command() -> None:
    found = [
        id
        for room in ("organizer", "screens")
        for path in sorted((ROOT / room).rglob("*.py"))
        for _, text in texts_of(path)
        for id in re.findall(r"\{([a-z]+\.[a-z_]+)\}", text)
    ]
    assert len(found) > 30
    assert not [id for id in found if id not in COMMANDS or not COMMANDS[id].key]
