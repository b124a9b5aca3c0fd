"""Lines and values, to bytes and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codec import copied, dumps, frame, loads, unframe
from data.log import LONG, MANY, Stamp, body_of, number, parse, parsed

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
)


@given(st.dictionaries(st.text(), VALUES, min_size=1))
def test_there_and_back(value: dict[str, object]) -> None:
    body = dumps(value)
    assert b"\n" not in body
    assert loads(body) == value
    assert copied(value) == value
    line = frame(body)
    assert unframe(line[:-1]) == body
    assert json.loads(line)["sum"]


def test_half_a_surrogate_pair() -> None:
    value = {"text": "é \ud83d and \ude00"}
    assert loads(dumps(value)) == value


@pytest.mark.parametrize("number", [float("nan"), float("inf")])
def test_numbers_that_are_not_json(number: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        dumps([number])


@pytest.mark.parametrize(
    "line", [b"", b"{}", b'"}', b'{"sum":"0123456789abcdef"}', b'{"n":1,"sum":"0123456789abcdef"}']
)
def test_lines_that_do_not_verify(line: bytes) -> None:
    assert unframe(line) is None


def test_the_number_of_a_line() -> None:
    assert number(b'{"n":17,"t":""}') == 17
    for odd in (b'{"n":-1,', b'{"n":,', b'{"n":1.5,', b'{"n":' + b"9" * 5000 + b",", b'{"n":12', b""):
        assert number(odd) == 0


@pytest.mark.parametrize("text", ["Pay the rent", "],[{}", "half \ud800", "é" * 90])
def test_many_operations_are_the_same_line_as_few(text: str) -> None:
    stamp = Stamp(f'A name with ,"ops":[ in it {text}', "2026-06-11T09:14:00", "app", 3, 0, 7)
    ops: list[Any] = [
        ("entries", f"{n:010}", None, {"id": f"{n:010}", "text": f"{text} {n}" * 9}) for n in range(MANY + 9)
    ]
    body = body_of(stamp, ops)
    if text.isprintable():
        assert body == dumps({"n": 7, "t": stamp.at, "l": stamp.label, "by": "app", "undoes": 3, "ops": ops})
    assert loads(body)["ops"] == [list(op) for op in ops]
    many = body_of(stamp, ops * (LONG // len(body) + 1))
    assert parse(many) == (stamp, ops * (LONG // len(body) + 1))
    assert parse(many[:-2])[0].odd
    assert parse(many + b" ")[1] == parse(many)[1]


ODD_ONES = (
    b'{"n":3,"t":"","l":"cut off","ops":[["entries","a1",nu',
    b'{"n":4,"t":"","l":"","ops":[]},{"n":5,"t":"","l":"","ops":[]}',
    b'{"n":6,"t":"","l":"","ops":[["entries","a1",null,7]]}',
    b'{"n":7,"t":1,"l":"","ops":[]}',
    b'{"n":8}',
    b'{"n":9,"t":"","l":"not UTF-8 \xff","ops":[]}',
    b'{"n":10,"t":"","l":"long","ops":[["entries","a1",null,{"notes":"%b"}]]}' % (b"x" * LONG),
)


@given(st.lists(st.one_of(st.integers(1, 99), st.sampled_from(ODD_ONES)), max_size=9), st.integers(1, 4))
def test_changes_read_together_say_what_each_says_alone(held: list[int | bytes], together: int) -> None:
    ops = [("entries", "a1", {"id": "a1", "text": "]},[{"}, None)]
    bodies = [one if isinstance(one, bytes) else body_of(Stamp("Name", n=one), [*ops]) for one in held]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("data.log._TOGETHER", together)
        assert [*parsed(bodies)] == [parse(body) for body in bodies]
