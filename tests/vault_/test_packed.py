"""A table that is kept as lines is a dict in all it does, its order included."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from data import packed
from data.packed import Packed
from data.snapshot import _section

IDS = some.text('ab"\\\n,:{}é😀 ', max_size=4)
DOCS = some.dictionaries(some.sampled_from(["id", "a", 'q":{"']), IDS | some.integers(), max_size=2)
ACTS = some.tuples(some.sampled_from(["set", "pop", "get", "look", "copy", "all", "some"]), IDS, DOCS)


def packed_of(docs: dict[str, Any]) -> Packed:
    """The table as it would be read from a snapshot."""
    return Packed.of(b"".join(_section(docs)) if docs else b"{}")


def same(table: Packed, docs: dict[str, Any]) -> None:
    """Everything that can be seen of both is the same, order included."""
    assert [*table.items()] == [*docs.items()]
    assert [*table] == [*docs]
    assert len(table) == len(docs)
    assert packed_of(docs) == table == docs
    if docs:
        assert b"".join(_section(table)) == b"".join(_section(docs))


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Several parts even of a small table."""
    monkeypatch.setattr(packed, "_PART", 40)
    monkeypatch.setattr(packed, "_BATCH", 3)


@settings(max_examples=200)
@given(some.dictionaries(IDS, DOCS, max_size=9), some.lists(ACTS, max_size=9))
def test_like_a_dict(docs: dict[str, Any], acts: list[Any]) -> None:
    table = packed_of(docs)
    pictures = []
    for kind, id, doc in acts:
        if kind == "set":
            table[id] = docs[id] = doc
        elif kind == "pop":
            assert table.pop(id, None) == docs.pop(id, None)
        elif kind == "get":
            assert table.get(id) == docs.get(id)
        elif kind == "look":
            assert (id in table) == (id in docs)
        elif kind == "copy":
            pictures.append((table.copy(), docs.copy()))
        elif kind == "some":
            assert dict(table.some(bool)) == {id: doc for id, doc in docs.items() if doc}
        else:
            assert [*table.items()] == [*docs.items()]
    same(table, docs)
    for picture, held in pictures:
        same(picture, held)


def test_what_is_read_is_not_shared() -> None:
    table = packed_of({"a": {"list": [1]}})
    next(iter(table.values()))["list"].append(2)
    table["a"]["list"].append(2)
    dict(table.items())["a"]["list"].append(2)
    assert table["a"] == {"list": [1]}


def test_going_through_a_table_while_it_changes() -> None:
    docs = {str(n): {"n": n} for n in range(20)}
    table = packed_of(docs)
    for id, doc in table.items():
        table[id] = {"n": doc["n"] + 1}
        table.pop(str(int(id) + 10), None)
    assert len(table) == 20
    assert table["3"] == {"n": 4}


def test_what_was_changed_since_keeps_its_place_also_among_some() -> None:
    table = packed_of({id: {"n": 1} for id in "abcd"})
    table["b"] = {"n": 2}
    table["e"] = {"n": 3}
    assert [id for id, _ in table.some(lambda doc: doc["n"] != 1)] == [*"be"]
    assert [id for id, _ in table.some(bool)] == [*"abcde"]
    assert [*table] == [*"abcde"]


def test_a_section_of_another_hand() -> None:
    assert Packed.of(b'{"a": {"b": 1},\n "c": {}}') == {"a": {"b": 1}, "c": {}}
    with pytest.raises(ValueError, match="Expecting"):
        Packed.of(b"{")
