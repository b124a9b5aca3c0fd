"""What the lint takes for a client's information, and what it leaves alone; and the codes it offers instead."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from organizer.commands import COMMANDS
from organizer.lint import SENTENCES, codes, look
from organizer.lint.lists import ALSO_FIRST, FIRST, LAST, NOT_NAMES
from screens.palettes import PRESETS

STARTER = Path(__file__).parents[2] / "data" / "starter"

NAMES = {
    "call Maria Gonzalez back": "Maria Gonzalez",
    "Maria Gonzalez wants Tuesday": "Maria Gonzalez",
    "call maria gonzalez back": "maria gonzalez",
    "CALL MARIA GONZALEZ": "MARIA GONZALEZ",
    "invoice for Gonzalez, Maria": "Gonzalez, Maria",
    "Maria’s invoice, and John O'Brien's copay": "John O'Brien",
    "superbill for María de la Cruz": "María de la Cruz",
    "Maria Elena Gonzalez-Lopez left word": "Maria Elena Gonzalez-Lopez",
    "Email Nkechi Adeyemi the forms": "Nkechi Adeyemi",
    "session with Priya Raghunathan": "Priya Raghunathan",
    "tell Mrs Whitfield about parking": "Mrs Whitfield",
    "call Mr. Smith back": "Mr. Smith",
    "Reschedule J. Hernandez": "J. Hernandez",
    "note for Maria G. on Friday": "Maria G",
    "Ask Grace Nguyen about Tuesday": "Grace Nguyen",
    "intake: Jamal Washington 3pm": "Jamal Washington",
}
NUMBERS = {
    "call 415-555-0142": "phone",
    "(415) 555-0142 wants Tuesday": "phone",
    "+44 20 7946 0958": "phone",
    "4155550142": "phone",
    "text 555-0142": "phone",
    "write to maria.g@example.com": "e-mail",
    "dob 3/14/1987": "birth",
    "born March 14, 1987": "birth",
    "03/14/1987 verify": "birth",
    "DOB: 1987-03-14": "birth",
    "ssn 123-45-6789": "ssn",
    "123-45-6789": "ssn",
    "MRN 0048213": "record",
    "member id XYZ12345678": "record",
    "chart #44821": "record",
    "claim number 2024118": "record",
    "F41.1 on the superbill": "diagnosis",
    "change dx to F33": "diagnosis",
    "DSM-5 300.02": "diagnosis",
    "diagnosis code Z63.0": "diagnosis",
    "bill 90837 for Heron 7": "procedure",
    "90834-95 denied": "procedure",
    "CPT 99213": "procedure",
}
FINE = """
Renew Liability Insurance
Update Psychology Today profile
call Blue Cross about claim
ask Simple Practice support
Call Chase Bank
email Human Resources
Review the Grant Application
June Invoice
call back Heron 7 tomorrow 10am
Print Form 1040 and 1099
rent 1,250.00 due 2026-07-01
meet in Long Beach, CA 90802
$90837 in total
NPI 1234567893 update
call 800-555-0100
version 10.2 of the app
press F11 key
Book Motivational Interviewing course
renew ICD-10 training
DSM-5-TR book arrived
Send W-9 to Optum
New York license renewal
call Los Angeles county office
Register for San Diego conference
Alma Health credentialing
Supervision with Thursday Group
EIN 12-3456789
email the Board of Psychology
Return Library Books by Monday
call Kaiser Permanente
bill grant may will mark
""".strip().splitlines()


def test_full_names_are_seen() -> None:
    for text, name in NAMES.items():
        assert [(one.kind, text[one.start : one.end]) for one in look(text)] == [("name", name)], text


def test_numbers_are_seen() -> None:
    for text, kind in NUMBERS.items():
        assert [one.kind for one in look(text)] == [kind], text


def test_what_an_office_writes_is_left_alone() -> None:
    assert {text: look(text) for text in FINE if look(text)} == {}


def texts(value: Any) -> Iterator[str]:
    """Every text in a document."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from texts(part)


@pytest.mark.parametrize("path", sorted(STARTER.rglob("*.toml")), ids=lambda path: path.stem)
def test_nothing_that_an_office_begins_with_is_taken_for_a_client(path: Path) -> None:
    found = list(texts(tomllib.loads(path.read_text(encoding="utf-8"))))
    assert found
    assert {text: look(text) for text in found if look(text)} == {}


def test_no_word_of_the_app_is_a_name() -> None:
    said = [*SENTENCES.values(), *PRESETS, *(f"{c.title} {c.help} {c.hint}" for c in COMMANDS.values())]
    assert {text: look(text) for text in said if look(text)} == {}


def test_a_line_may_hold_more_than_one_thing_and_each_is_said() -> None:
    found = look("call Maria Gonzalez at 415-555-0142, dob 3/14/1987")
    assert [one.kind for one in found] == ["name", "phone", "birth"]
    assert all(one.sentence == SENTENCES[one.kind] for one in found)


@given(st.text(max_size=200))
def test_any_text_can_be_looked_at(text: str) -> None:
    for one in look(text):
        assert 0 <= one.start < one.end <= len(text)


@given(st.text(alphabet="Ma1 .-'@#(/’é", max_size=120))
def test_any_text_of_its_own_letters_too(text: str) -> None:
    found = look(text)
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] for one in found)
    assert found == sorted(found, key=lambda one: one.start)


def test_the_lists_do_not_contradict_each_other() -> None:
    assert not FIRST & ALSO_FIRST
    assert all(word == word.lower() for word in FIRST | ALSO_FIRST | LAST | NOT_NAMES)


# -- codes


def test_a_code_is_a_word_and_a_number_and_not_yet_taken() -> None:
    draws = iter((0, 6, 0, 6, 1, 6))
    assert codes.fresh(["Alder 7"], lambda below: next(draws)) == "Aspen 7"


def test_codes_do_not_run_out() -> None:
    used: set[str] = set()
    draw = Random(7).randrange
    for _ in range(2000):
        used.add(codes.fresh(used, draw))
    assert len(used) == 2000


def test_the_words_are_nature_and_nobody() -> None:
    words = {word.lower() for word in codes.WORDS}
    assert len(words) == len(codes.WORDS) >= 60
    assert not words & (FIRST | ALSO_FIRST | LAST)
    assert all(not look(f"call {word} 7 back") for word in codes.WORDS)


def test_codes_are_found_where_they_stand() -> None:
    assert codes.codes_in("Offer Heron 7 two times, (fern 2) one; Room 5") == ["Heron 7", "fern 2"]
    assert codes.codes_in("Heron 7th, Heron") == []
