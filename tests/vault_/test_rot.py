"""A vault whose bytes rot shows nothing that never was, and tells what is lost; a sample of rot.py."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.codec import frame
from data.tail import ended, part, rotten, whole
from data.vault import Vault
from tests.vault_ import rot
from tests.vault_.tools import at, commit, entry, everything, made

FINE = {"whole", "told", "silent end"}
"""A log cut exactly at the end of a line cannot tell: see data/lastseen.py."""


@pytest.mark.parametrize("is_sealed", [False, True])
def test_bits_and_lengths(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, is_sealed: bool) -> None:
    small = rot.store(tmp_path / "first", monkeypatch, is_sealed)
    kinds = {name.partition("-")[0] for name in small.files}
    assert kinds == {"base", "log", "history", "archive", "vault.json", *(["vault"] if is_sealed else [])}
    seen = rot.run(tmp_path / "copy", small, rot.flips(small, 149)) + rot.run(
        tmp_path / "copy", small, rot.cuts(small, 41)
    )
    assert {name.partition(" ")[2] for name in seen} <= FINE, seen
    assert {name.partition(" ")[0] for name in seen} == kinds


@pytest.mark.parametrize(
    ("spoiled", "aside", "words"),
    [
        (lambda line: line.replace(b"rent", b"Rent"), "damaged-log-*", "damaged and cannot be read"),
        (lambda line: line[:-9], "torn-*", "not finished"),
        (lambda line: line[:20] + bytes(len(line) - 21) + b"\n", "torn-*", "not finished"),
    ],
)
def test_rot_is_told_from_what_was_not_finished(tmp_path: Path, spoiled: object, aside: str, words: str) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")), made(entry("two")))
    vault.close()
    log = tmp_path / "vault" / "log-00000001.jsonl"
    lines = log.read_bytes().splitlines(True)
    last = spoiled(lines[-1])  # type: ignore[operator]
    log.write_bytes(b"".join(lines[:-1]) + last)
    vault = Vault.open(tmp_path)
    assert list(vault.table("entries")) == ["one"]
    assert [words in line for line in vault.damage if "has seen" not in line] == [True]
    (kept,) = (tmp_path / "vault").glob(aside)
    assert kept.read_bytes() == last
    assert kept.name in vault.damage[0]
    vault.close()


@pytest.mark.parametrize("end", [b"", b"*"])
def test_a_lost_line_feed_loses_nothing(tmp_path: Path, end: bytes) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")), made(entry("two")))
    reader = Vault.open(tmp_path)
    log = tmp_path / "vault" / "log-00000001.jsonl"
    log.write_bytes(log.read_bytes()[:-1] + end)
    late = Vault.open(tmp_path)
    for one in (vault, reader, late):
        commit(one, made(entry(f"more{id(one)}")))
        assert everything(one)["entries"].keys() >= {"one", "two"}
        assert not one.damage or "replaced the vault's log" in one.damage[0]
        one.close()
    again = Vault.open(tmp_path)
    assert len(again.table("entries")) == 5
    assert at(again, "two") == entry("two")
    assert not again.damage
    again.close()


def test_lines_and_their_ends() -> None:
    first, second = frame(b'{"n":1}'), frame(b'{"n":2}')
    assert part(first[:-1] + b"*" + second) == first + second
    assert part(first + second) == first + second
    assert part(first[:-2] + b"x" + second) == first[:-2] + b"x" + second
    assert whole(first[:-1]) == whole(first[:-1] + b"*") == len(first) - 1
    assert whole(first[:-2]) == whole(first) == whole(b"") == 0
    assert ended(first + second[:-1]) == first + second
    assert ended(first + second[:-3]) == first + second[:-3]
    assert rotten(b"abc\nab\0c\nab") == 1
