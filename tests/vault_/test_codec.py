"""Lines and values, to bytes and back."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.codec import copied, dumps, frame, loads, unframe
from data.log import number

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
