"""The sealed codec: there and back, and nothing that was changed, moved or put in is believed."""

from __future__ import annotations

import base64
import json
import os
import zlib
from collections.abc import Iterable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from hypothesis import given
from hypothesis import strategies as st

from data import seal
from data.codec import Plain, dumps, frame
from data.layout import Card
from data.log import Stamp, body_of, header, scan
from data.seal import Sealed
from data.snapshot import Snapshot, Unreadable, write

VAULT, KEY = "0123456789abcdef0123456789abcdef", bytes(range(32))
NONCE = bytes(range(12))
BODY = b'{"n":7,"t":"2026-06-11T09:14:00","l":"Caught","ops":[]}'


@pytest.fixture
def codec() -> Sealed:
    return Sealed(VAULT, KEY)


def refused() -> AbstractContextManager[object]:
    return pytest.raises(ValueError, match=r".")


def joined(parts: Iterable[bytes]) -> bytes:
    return b"".join(parts)


def test_a_line_is_the_bytes_that_the_page_describes(codec: Sealed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", lambda count: NONCE)
    line = codec.seal(BODY, "log-42")
    bound = b"organizer-seal-1|object|" + VAULT.encode() + b'|log-42|{"n":7'
    sealed = NONCE + AESGCM(KEY).encrypt(NONCE, zlib.compress(BODY, 1), bound)
    assert line == b'{"n":7,"x":"' + base64.b64encode(sealed) + b'"}'
    assert codec.unseal(line, "log-42") == BODY


def test_a_line_sealed_by_hand_is_read(codec: Sealed) -> None:
    """A vector that does not depend on how zlib compresses: stored, not deflated."""
    plain = zlib.compress(BODY, 0)
    sealed = NONCE + AESGCM(KEY).encrypt(
        NONCE, plain, b"organizer-seal-1|object|0123456789abcdef0123456789abcdef|log-42|" + b'{"n":7'
    )
    assert sealed.hex() == VECTOR
    assert codec.unseal(b'{"n":7,"x":"' + base64.b64encode(sealed) + b'"}', "log-42") == BODY


VECTOR = (
    "000102030405060708090a0b3f03d72cc52d3d60af2fb5b186c55a19a1eca506c04969510851c8b42c3d308b3b219ac6"
    "9ff130b456c85dd7aac4494d893114af76f4ccaa4cb51042459e96ebfdf651773d1725a2046d11d3230bdf0dc7b2"
)


@given(st.lists(st.binary(max_size=200), max_size=20), st.integers(1, 300))
def test_parts_there_and_back(parts: list[bytes], size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(seal, "CHUNK", size)
        codec = Sealed(VAULT, KEY)
        found = joined(codec.seal_parts(parts, "base-1-entries"))
        assert codec.unseal(found, "base-1-entries") == b"".join(parts)
        assert json.loads(found).keys() == {"x"}


def test_chunks_cannot_be_dropped_moved_or_doubled(codec: Sealed, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seal, "CHUNK", 10)
    other = json.loads(joined(codec.seal_parts([b"Z" * 10] * 4, "base-2-entries")))["x"]
    letters = [letter * 10 for letter in (b"a", b"b", b"c", b"d")]
    chunks = json.loads(joined(codec.seal_parts(letters, "base-1-entries")))["x"]
    assert len(chunks) == 4
    a, b, c, d = chunks
    for wrong in ([], [a], [a, b, c], [b, c, d], [a, c, b, d], [a, b, b, d], [a, b, c, d, d], [a, b, other[2], d]):
        with refused():
            codec.unseal(b'{"x":[\n"' + '",\n"'.join(wrong).encode() + b'"\n]}', "base-1-entries")
    assert codec.unseal(b'{"x":[\n"' + '",\n"'.join(chunks).encode() + b'"\n]}', "base-1-entries")


def test_any_bit_of_a_line(codec: Sealed) -> None:
    line = codec.seal(BODY, "log-42")
    for at in range(len(line) * 8):
        data = bytearray(line)
        data[at // 8] ^= 1 << at % 8
        with refused():
            codec.unseal(bytes(data), "log-42")
    for length in range(len(line)):
        with refused():
            codec.unseal(line[:length], "log-42")


def test_another_place_vault_key_or_number(codec: Sealed) -> None:
    line = codec.seal(BODY, "log-42")
    table = joined(codec.seal_parts([b"x"], "base-42-entries"))
    for place in ("log-43", "log-4", "history", "log-42-head", "card"):
        with refused():
            codec.unseal(line, place)
    for other in (Sealed("f" * 32, KEY), Sealed(VAULT, bytes(32))):
        with refused():
            other.unseal(line, "log-42")
        with refused():
            other.unseal(table, "base-42-entries")
    for place in ("base-42-areas", "base-41-entries", "log-42"):
        with refused():
            codec.unseal(table, place)
    with refused():
        codec.unseal(line.replace(b'"n":7', b'"n":8'), "log-42")
    with refused():
        codec.unseal(codec.sign({"n": 7}, {"t": ""}, "log-42"), "log-42")


def test_what_is_plain_is_not_believed(codec: Sealed) -> None:
    for body in (BODY, b'{"n":7}', b"{}", b"", b'{\n"a":{}\n}', b'{"x":[]}', b'{"x":[\n""\n]}', b'{"n":7,"x":""}'):
        with refused():
            codec.unseal(body, "log-42")
    with refused():
        codec.proved(dumps({"format": 1, "vault": VAULT}), "log-42-head")


def test_what_is_sealed_is_not_taken_for_plain(codec: Sealed) -> None:
    for sealed in (codec.seal(BODY, "log-42"), joined(codec.seal_parts([b"{}"], "base-42-entries"))):
        with refused():
            Plain().unseal(sealed, "log-42")
    with refused():
        Plain().proved(codec.sign({"format": 1}, {}, "card"), "card")


def test_a_log_takes_no_plain_line_and_no_plain_beginning(codec: Sealed) -> None:
    card = Card(VAULT, sealed=True)
    first, line = header(card, 42, 6, codec), frame(codec.seal(BODY, "log-42"))
    plain = frame(body_of(Stamp("Put in", n=8), []))
    found = scan(first + plain + line, codec, 42)
    assert [body for body, _ in found.records] == [BODY]
    assert found.bad == [len(first)]
    assert found.header == {"format": 1, "kind": "log", "vault": VAULT, "gen": 42, "after": 6}
    for wrong in (header(card, 42, 6, Plain()), header(card, 41, 6, codec), first.replace(b'"after":6', b'"after":5')):
        assert scan(wrong + line, codec, 42).header is None


def test_a_snapshot_hides_everything_and_verifies(codec: Sealed, tmp_path: Path) -> None:
    path = tmp_path / "base-00000003.json"
    tables = {"entries": {"a": {"id": "a", "text": "Heron"}}, "odd": {"é x": {"n": 1}}}
    write(str(path), Card(VAULT, sealed=True), 3, 17, tables, codec)
    whole = path.read_bytes()
    assert json.loads(whole)["_vault"]["1"]["seq"] == 17
    for word in (b"Heron", b"entries", b"odd", b"text"):
        assert word not in whole
    snapshot = Snapshot(str(path), 3, codec)
    assert {name: dict(snapshot.docs(name)) for name in snapshot.tables} == tables
    assert snapshot.has("entries", "a", set(), True)
    snapshot.close()
    for at in range(len(whole)):
        data = bytearray(whole)
        data[at] ^= 1 << at % 8
        path.write_bytes(data)
        with pytest.raises(Unreadable):
            Snapshot(str(path), 3, codec).verify()
    write(str(path), Card(VAULT), 3, 17, tables, Plain())
    with pytest.raises(Unreadable):
        Snapshot(str(path), 3, codec)
