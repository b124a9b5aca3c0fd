"""The ways to the key: what they are made of to the byte, what is refused, and the pause after a wrong passphrase."""

from __future__ import annotations

import json
import os
import random
import time
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from cryptography.exceptions import UnsupportedAlgorithm

from data import cards, keys, recovery, slots, tries
from data.codec import dumps, frame
from data.keys import Key
from data.layout import Card, read_card
from data.vault import Vault
from organizer.errors import Damaged, Locked, OrganizerError, WrongUse
from tests.vault_.sealed import PASSPHRASE, QUICK, seal

VAULT, DATA_KEY = "0123456789abcdef0123456789abcdef", bytes(range(32))
SALT = "000102030405060708090a0b0c0d0e0f"
BY_PASSPHRASE = {
    "name": "passphrase",
    "kdf": "argon2id",
    "m": 64,
    "t": 2,
    "p": 2,
    "salt": SALT,
    "key": "000102030405060708090a0b9b754fa45ec20f816eb63a459e78d175"
    "d106b71c5ba0fdc9b82df44a1073fe9fd412151e49beb761fa7704901e535d9e",
}
BY_RECOVERY = {
    "name": "recovery",
    "kdf": "scrypt",
    "n": 1024,
    "r": 8,
    "p": 1,
    "salt": SALT,
    "key": "000102030405060708090a0bd50a3fdd7823c180fa756cc3b46e4a16"
    "32df93b5df4bb4702f7c7382ffb09cdbaf8de8838942ee5debaf2c42de86b97b",
}
CODE = "GR3WG-6G1BG-2J04W-06818-G1801-0JKXG"


def count_up(count: int) -> bytes:
    """Instead of what is random."""
    return bytes(range(count))


# -- vectors


@pytest.mark.parametrize(("slot", "secret"), [(BY_PASSPHRASE, b"nine blue herons"), (BY_RECOVERY, b"7K3QM")])
def test_slots_are_what_the_page_says(monkeypatch: pytest.MonkeyPatch, slot: dict[str, Any], secret: bytes) -> None:
    assert slots.opened(slot, secret, VAULT) == DATA_KEY
    assert slots.opened(slot, secret + b"x", VAULT) is None
    assert slots.opened(slot, secret, VAULT[::-1]) is None
    assert slots.opened({**slot, "name": "other"}, secret, VAULT) is None
    monkeypatch.setattr(os, "urandom", count_up)
    cost = {name: value for name, value in slot.items() if name not in ("name", "salt", "key")}
    assert slots.make(slot["name"], secret, DATA_KEY, VAULT, cost) == slot


def test_a_card_is_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", count_up)
    card = Card(VAULT, (BY_PASSPHRASE,), 1, True, 3)
    line = card.line(Key(VAULT, DATA_KEY).codec())
    said = json.loads(line)
    assert list(said) == ["format", "id", "slots", "sealed", "turn", "x", "sum"]
    assert said["slots"] == [BY_PASSPHRASE]
    assert read_card(line) == cards.proves(line.rstrip(), Key(VAULT, DATA_KEY).codec()) == card


def test_a_recovery_code_is_what_the_page_says(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "urandom", count_up)
    assert recovery.new() == CODE


# -- the recovery code


def test_a_slip_in_a_recovery_code_is_seen() -> None:
    dice = random.Random(4)
    for _ in range(50):
        bare = recovery.read(recovery.new())
        assert bare is not None
        assert recovery.is_right(bare)
        at = dice.randrange(len(bare))
        for letter in recovery.ALPHABET:
            assert recovery.is_right(bare[:at] + letter + bare[at + 1 :]) == (letter == bare[at])


@pytest.mark.parametrize("text", ["", "nine blue herons", CODE[:-1], CODE + "0", CODE.replace("G", "*"), "é" * 30])
def test_what_is_no_recovery_code(text: str) -> None:
    assert recovery.read(text) is None


def test_the_sheet_says_all_that_a_person_in_distress_needs() -> None:
    sheet = recovery.sheet(CODE, VAULT, "/home/maria/organizer", "2026-06-11")
    assert recovery.read("".join(sheet.split("Recovery code")[1].split("Letters")[0].split())) == CODE.replace("-", "")
    for words in ("/home/maria/organizer", "2026-06-11", "organizer restore FILE", "organizer passphrase change"):
        assert words in sheet
    assert max(map(len, sheet.splitlines())) <= 80
    assert sheet.isascii()


# -- what a file may ask for


@pytest.mark.parametrize(
    "change",
    [
        *({"m": m} for m in (0, -1, 15, (1 << 19) + 1, 1 << 40, 64.0, "64", None, True)),
        *({"t": t} for t in (0, 17, 1 << 31)),
        *({"p": p} for p in (0, 17, 9)),
        {"m": 1 << 19, "t": 5},
        *({"kdf": kdf} for kdf in ("md5", "", None, [], {}, "scrypt")),
        *({"salt": salt} for salt in ("", SALT[:-2], SALT + "00", "z" * 32, SALT.upper(), 7)),
        *({"key": key} for key in ("", BY_PASSPHRASE["key"][2:], None)),
        {"name": 7},
    ],
)
def test_a_slot_that_asks_for_too_much_is_not_followed(change: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        slots.opened({**BY_PASSPHRASE, **change}, b"nine blue herons", VAULT)


@pytest.mark.parametrize(
    "change", [{"n": 1000}, {"n": 1 << 20}, {"n": 1}, {"r": 17}, {"n": 1 << 19, "r": 16}, {"p": 5}]
)
def test_nor_is_one_of_scrypt(change: dict[str, Any]) -> None:
    with pytest.raises(Damaged):
        slots.opened({**BY_RECOVERY, **change}, b"7K3QM", VAULT)


def test_any_card_at_all_is_answered_in_a_sentence(tmp_path: Path) -> None:
    """Cards with a good checksum and anything in them: no traceback, no gigabytes, and never a vault made anew."""
    seal(tmp_path)
    folder = tmp_path / "vault"
    good = json.loads((folder / "vault.json").read_bytes())
    good.pop("sum")
    dice = random.Random(3)
    odd: list[Any] = [None, True, 0, -1, 1 << 70, 1e300, "", "x" * 5000, [], {}, [[]], [None] * 20, {"a": {}}]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tries, "LONGEST", 0.0)
        for _ in range(400):
            card = json.loads(json.dumps(good))
            for _ in range(dice.randint(1, 3)):
                where: Any = dice.choice([card, card, *card["slots"]]) if isinstance(card.get("slots"), list) else card
                if isinstance(where, dict) and where:
                    where[dice.choice(list(where))] = dice.choice(odd)
            (folder / "vault-copy.json").unlink(missing_ok=True)
            (folder / "vault.json").write_bytes(frame(dumps(card)))
            key = None
            with suppress(OrganizerError):
                key = keys.unlock(tmp_path, PASSPHRASE)
            if key is None:
                with pytest.raises(OrganizerError, match=r"[.]$"):
                    Vault.open(tmp_path)
            else:
                assert card["slots"] == good["slots"]
                Vault.open(tmp_path, key).close()
    (folder / "vault-copy.json").unlink(missing_ok=True)
    for data in (b"", b"\0" * 70_000, b"[" * 50_000, b"{}", frame(b"[]"), frame(b'{"format":1}'), b"\xff" * 100):
        (folder / "vault.json").write_bytes(data)
        with pytest.raises(OrganizerError):
            keys.unlock(tmp_path, PASSPHRASE)


def test_where_there_is_no_argon2id_scrypt_does(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(*args: object) -> None:
        raise UnsupportedAlgorithm("")

    assert slots.usual_cost() == {"kdf": "argon2id", "m": 65536, "t": 3, "p": 4}
    monkeypatch.setattr(slots, "_argon2id", none)
    assert slots.usual_cost() == {"kdf": "scrypt", "n": 131072, "r": 8, "p": 1}
    with pytest.raises(Damaged, match="too old"):
        slots.opened(BY_PASSPHRASE, b"nine blue herons", VAULT)
    assert slots.opened(BY_RECOVERY, b"7K3QM", VAULT) == DATA_KEY


# -- the pause


def test_the_pause_grows_with_each_wrong_passphrase(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now)
    seal(tmp_path)
    path, pauses = tmp_path / "wrong-tries", []
    for _ in range(9):
        with pytest.raises(Locked, match="does not open"):
            keys.unlock(tmp_path, "another passphrase")
        os.utime(path, (now, now))
        pauses.append(keys.pause(tmp_path))
        for given in ("another passphrase", PASSPHRASE):
            with pytest.raises(Locked, match="Wait"):
                keys.unlock(tmp_path, given)
        now += pauses[-1]
    assert pauses == [1, 2, 4, 8, 16, 32, 60, 60, 60]
    assert path.read_bytes() == b"." * 9
    assert keys.unlock(tmp_path, PASSPHRASE)
    assert keys.pause(tmp_path) == 0
    now -= 10_000
    with pytest.raises(Locked, match="does not open"):
        keys.unlock(tmp_path, "another passphrase")
    assert 0 < keys.pause(tmp_path) <= 1, "a clock that was set back makes it no longer"


def test_two_who_try_at_once_are_both_counted(tmp_path: Path) -> None:
    seal(tmp_path)
    said: list[str] = []

    def attempt() -> None:
        with pytest.raises(Locked) as caught:
            keys.unlock(tmp_path, "another passphrase")
        said.append(str(caught.value))

    threads = [Thread(target=attempt) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum("does not open" in line for line in said) == 1
    assert sum("Wait" in line for line in said) == 3


def test_a_key_shows_itself_to_nobody() -> None:
    key = Key(VAULT, DATA_KEY)
    assert DATA_KEY.hex() not in repr(key) + repr(vars(type(key)))
    assert "\\x01" not in repr(key) + repr(key.codec())


def test_what_is_not_sealed_needs_no_passphrase(tmp_path: Path) -> None:
    assert not keys.is_sealed(tmp_path)
    Vault.open(tmp_path).close()
    assert not keys.is_sealed(tmp_path)
    with pytest.raises(WrongUse, match="not sealed"):
        keys.unlock(tmp_path, PASSPHRASE)
    assert QUICK["kdf"] == "argon2id"
