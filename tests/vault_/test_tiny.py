"""TinyDB's own meaning of its calls, kept on the vault."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some
from tinydb import Query, TinyDB, where
from tinydb.operations import add, decrement, delete, increment, set
from tinydb.table import Document

from data.codec import copied
from data.tiny import VaultDB


@pytest.fixture
def db(tmp_path: Path) -> Iterator[VaultDB]:
    """Three fruits in the table `fruit`."""
    found = VaultDB(tmp_path / "vault", compact_after=3000, background=False)
    found.table("fruit").insert_multiple([{"name": "fig", "n": 1}, {"name": "lime", "n": 2}, {"name": "plum", "n": 2}])
    yield found
    found.close()


@pytest.fixture
def fruit(db: VaultDB) -> Any:
    """That table."""
    return db.table("fruit")


def names(documents: Any) -> list[str]:
    """The names of fruits."""
    return [document["name"] for document in documents]


def again(db: VaultDB) -> dict[str, Any]:
    """What another opening of the same vault holds."""
    other = VaultDB(db.storage.engine.folder)
    found = other.storage.read() or {}
    other.close()
    return found


def test_reading(fruit: Any) -> None:
    assert len(fruit) == 3
    assert names(fruit) == names(fruit.all()) == ["fig", "lime", "plum"]
    assert names(fruit.search(where("n") == 2)) == ["lime", "plum"]
    assert fruit.count(where("n") >= 2) == 2
    assert fruit.get(where("n") == 2)["name"] == "lime"
    assert fruit.get(where("n") == 9) is None
    id = fruit.get(where("name") == "plum").doc_id
    assert isinstance(id, str)
    assert fruit.get(doc_id=id)["name"] == "plum"
    assert fruit.get(doc_id="none") is None
    assert names(fruit.get(doc_ids=[id, "none"])) == ["plum"]
    assert fruit.contains(doc_id=id)
    assert fruit.contains(where("name") == "fig")
    assert not fruit.contains(where("name") == "pear")
    assert fruit.search(Query().fragment({"name": "fig"}))[0]["n"] == 1
    for call in (fruit.get, fruit.contains, fruit.remove):
        with pytest.raises(RuntimeError):
            call()


def test_inserting(db: VaultDB, fruit: Any) -> None:
    first, second = fruit.insert({"name": "pear"}), fruit.insert({"name": "kiwi"})
    assert first < second
    assert fruit.insert(Document({"name": "date"}, "own")) == "own"  # type: ignore[arg-type]
    assert fruit.insert_multiple([{"name": "nut"}, Document({"name": "bean"}, "b")])[1] == "b"  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="already exists"):
        fruit.insert(Document({"name": "twice"}, "own"))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Mapping"):
        fruit.insert([1])
    fruit.remove(doc_ids=[second])
    assert fruit.insert({"name": "new"}) != second
    assert len(again(db)["fruit"]) == 8


def test_a_failing_insert_leaves_nothing(db: VaultDB, fruit: Any) -> None:
    before = again(db)

    def some() -> Iterator[Any]:
        yield {"name": "x"}
        yield 17

    with pytest.raises(ValueError, match="Mapping"):
        fruit.insert_multiple(some())
    with pytest.raises(ValueError, match="JSON"):
        fruit.insert_multiple([{"name": "x"}, {"name": float("inf")}])
    assert len(fruit) == 3
    assert again(db) == before


def test_updating(db: VaultDB, fruit: Any) -> None:
    ids = [document.doc_id for document in fruit]
    assert fruit.update({"ripe": True}) == ids
    assert fruit.update({"n": 5}, where("name") == "fig") == ids[:1]
    assert fruit.update({"n": 6}, doc_ids=[ids[2], "none"]) == ids[2:]
    assert fruit.update({"n": 7}, where("name") == "pear") == []
    fruit.update(increment("n"), where("name") == "lime")
    fruit.update(decrement("n"), where("name") == "plum")
    fruit.update(add("name", "s"), where("name") == "plum")  # type: ignore[arg-type]
    fruit.update(delete("ripe"), where("name") == "fig")
    fruit.update(set("color", "green"), where("name") == "lime")
    assert [dict(document) for document in fruit] == [
        {"name": "fig", "n": 5},
        {"name": "lime", "n": 3, "ripe": True, "color": "green"},
        {"name": "plums", "n": 5, "ripe": True},
    ]
    assert list(again(db)["fruit"].values()) == [dict(document) for document in fruit]


def test_updating_several(fruit: Any) -> None:
    ids = fruit.update_multiple([({"n": 9}, where("n") == 2), (increment("n"), where("n") == 9)])
    assert [document["n"] for document in fruit] == [1, 10, 10]
    assert len(ids) == 4


def test_a_failing_update_changes_nothing(db: VaultDB, fruit: Any) -> None:
    def fails(document: dict[str, Any]) -> None:
        document["n"] = 0
        if document["name"] == "plum":
            raise RuntimeError("on purpose")

    with pytest.raises(RuntimeError, match="on purpose"):
        fruit.update(fails)
    assert [document["n"] for document in fruit] == [1, 2, 2]
    assert [row["n"] for row in again(db)["fruit"].values()] == [1, 2, 2]


def test_upserting(fruit: Any) -> None:
    assert len(fruit.upsert({"n": 3}, where("n") == 2)) == 2
    assert len(fruit.upsert({"name": "pear", "n": 4}, where("name") == "pear")) == 1
    assert fruit.upsert(Document({"name": "own"}, "own")) == ["own"]  # type: ignore[arg-type]
    assert fruit.upsert(Document({"n": 8}, "own")) == ["own"]  # type: ignore[arg-type]
    assert fruit.get(doc_id="own") == {"name": "own", "n": 8}
    assert len(fruit) == 5
    with pytest.raises(ValueError, match="query"):
        fruit.upsert({"n": 1})


def test_removing(db: VaultDB, fruit: Any) -> None:
    ids = [document.doc_id for document in fruit]
    assert fruit.remove(where("name") == "lime") == ids[1:2]
    assert fruit.remove(doc_ids=[ids[0], "none"]) == ids[:1]
    assert fruit.remove(where("name") == "lime") == []
    with pytest.raises(KeyError):
        fruit.remove(doc_ids=[ids[2], ids[2]])
    assert names(fruit) == ["plum"]
    fruit.truncate()
    assert len(fruit) == 0
    assert again(db) == {}


def test_tables(db: VaultDB) -> None:
    db.table("nuts").insert({"n": 1})
    db.insert({"n": 1})
    assert db.tables() == {"fruit", "nuts", "_default"}
    db.drop_table("nuts")
    db.drop_table("never")
    assert db.tables() == {"fruit", "_default"}
    assert len(db) == 1
    db.drop_tables()
    assert db.tables() == {*()}
    assert db.table("fruit").all() == []
    assert again(db) == {}


def test_nothing_is_shared(fruit: Any) -> None:
    mine = {"list": [1]}
    id = fruit.insert(mine)
    mine["list"].append(2)
    fruit.get(doc_id=id)["list"].append(3)
    fruit.search(where("list").exists())[0]["list"].append(4)
    next(document for document in fruit if document.doc_id == id)["list"].append(5)
    assert fruit.get(doc_id=id) == {"list": [1]}


def test_a_transaction_is_one_change(db: VaultDB, fruit: Any) -> None:
    seq = db.storage.engine.state.seq
    with db.transaction("Both") as act:
        fruit.update({"n": 0}, where("name") == "fig")
        other = db.table("other")
        id = other.insert({"a": 1})
        assert other.contains(doc_id=id)
        assert fruit.count(where("n") == 0) == 1
        fruit.remove(where("name") == "lime")
        assert names(fruit) == ["fig", "plum"]
        assert len(fruit) == 2
        assert db.tables() == {"fruit", "other"}
    assert act.stamp.n == db.storage.engine.state.seq == seq + 1
    assert act.stamp.label == "Both"
    with db.transaction() as act:
        fruit.update({"n": 0}, where("name") == "fig")
    assert act.stamp.n == 0


def test_a_transaction_that_fails(db: VaultDB, fruit: Any) -> None:
    before = again(db)

    def fail(table: Any) -> None:
        with db.transaction():
            fruit.truncate()
            table.insert({"a": 1})
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail(db.table("other"))
    assert names(fruit) == ["fig", "lime", "plum"]
    with db.transaction():
        fruit.insert({"name": "kept"})
        with pytest.raises(RuntimeError):
            fail(fruit)
    assert names(fruit) == ["fig", "lime", "plum", "kept"]
    assert len(again(db)["fruit"]) == len(before["fruit"]) + 1


def test_the_storage_interface(db: VaultDB, fruit: Any) -> None:
    held = db.storage.read()
    assert held is not None
    held["fruit"].popitem()
    held["more"] = {"1": {"a": [1]}}
    db.storage.write(held)
    assert db.storage.read() == held == again(db)
    with db.transaction():
        fruit.truncate()
        assert db.storage.read() == {"more": {"1": {"a": [1]}}}


def test_like_stock_tinydb_step_by_step(tmp_path: Path) -> None:
    def run(db: TinyDB) -> list[Any]:
        table = db.table("t")
        table.insert_multiple([{"k": n % 3, "v": n} for n in range(20)])
        table.update({"w": 1}, where("k") == 1)
        table.update(increment("v"), where("v") > 9)
        table.remove((where("k") == 2) & (where("v") < 9))
        table.upsert({"k": 7, "v": 0}, where("k") == 7)
        table.upsert({"v": 5}, where("k") == 7)
        table.update_multiple([({"z": 1}, where("v") == 0), ({"z": 2}, where("z") == 1)])
        found = [dict(document) for document in table]
        db.close()
        return found

    assert run(VaultDB(tmp_path / "vault")) == run(TinyDB(tmp_path / "stock.json"))


ACTS = some.tuples(some.sampled_from(["put", "more", "drop"]), some.sampled_from("abc"), some.integers(0, 9))
TREES = some.recursive(ACTS, lambda part: some.tuples(some.booleans(), some.lists(part, max_size=4)), max_leaves=14)


class OnPurposeError(Exception):
    """Ends a transaction."""


def act(db: VaultDB, held: dict[str, Any], tree: Any) -> dict[str, Any]:
    """Do what a tree says, once to the vault and once to a dict; a branch is a transaction that may fail."""
    table: Any = db.table("t")
    if tree[0] in ("put", "more", "drop"):
        kind, id, n = tree
        there = table.contains(doc_id=id)
        assert there == (id in held)
        if kind == "drop" and there:
            table.remove(doc_ids=[id])
            return {key: doc for key, doc in held.items() if key != id}
        if kind == "more" and there:
            table.update(lambda doc: doc["list"].append(n), doc_ids=[id])
            return {**held, id: {"list": [*held[id]["list"], n]}}
        if kind == "put" and not there:
            table.insert(Document({"list": [n]}, id))  # type: ignore[arg-type]
            return {**held, id: {"list": [n]}}
        return held
    fails, branches = tree
    inside = held
    with suppress(OnPurposeError), db.transaction():
        for branch in branches:
            inside = act(db, inside, branch)
        assert {document.doc_id: dict(document) for document in table} == inside
        if fails:
            raise OnPurposeError
    return held if fails else inside


@settings(max_examples=60, deadline=None)
@given(some.lists(TREES, max_size=6))
def test_transactions_in_transactions(trees: list[Any]) -> None:
    with TemporaryDirectory() as folder:
        db = VaultDB(Path(folder) / "vault")
        held: dict[str, Any] = {}
        for tree in trees:
            held = act(db, held, tree)
            assert db.storage.docs("t") == held
        assert again(db).get("t", {}) == held
        db.close()


def test_a_transaction_copies_no_more_than_it_touches(db: VaultDB, fruit: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    copies: list[Any] = []
    monkeypatch.setattr("data.tiny.copied", lambda value: (copies.append(value), copied(value))[1])
    with db.transaction():
        for n in range(100):
            fruit.insert({"n": n})
    assert len(copies) <= 200
