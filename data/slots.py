"""Ways to a data key: each wraps it with a key of its own, made slowly from what a person knows.

A slot is a JSON object: `name`, `kdf` and its numbers, `salt`, and `key`, the wrapped data key. Binary is hexadecimal.
"""

from __future__ import annotations

import os
from typing import Any, TypeAlias

from organizer.errors import Damaged, WrongUse

Slot: TypeAlias = dict[str, Any]

SHORTEST, LONGEST = 8, 1024
"""How many characters a passphrase has."""

ARGON2ID: Slot = {"kdf": "argon2id", "m": 1 << 16, "t": 3, "p": 4}
"""64 MiB, three passes, four lanes (RFC 9106, second recommendation). `m` is in KiB."""
SCRYPT: Slot = {"kdf": "scrypt", "n": 1 << 17, "r": 8, "p": 1}
"""128 MiB (RFC 7914), where the library has no Argon2id."""

MOST = {"argon2id": {"m": 1 << 19, "t": 16, "p": 16}, "scrypt": {"n": 1 << 19, "r": 16, "p": 4}}
"""A file that asks for more (512 MiB and some seconds) is not followed."""
MOST_SLOTS = 8

_TOO_SHORT = (
    f"A passphrase needs at least {SHORTEST} characters, so nothing was changed. Four or five words that have nothing "
    "to do with each other are easy to keep in mind."
)
_TOO_LONG = f"A passphrase has at most {LONGEST} characters, so nothing was changed."
_NO_ROOM = "This computer has not the memory free that opening the vault takes. Close other programs, then try again."
_NO_KDF = "The cryptography library of this computer is too old to open the vault. Update it, then try again."


def normal(passphrase: str) -> bytes:
    """What a passphrase is to the machine: the same however a keyboard composed it (NFKC), without spaces around."""
    from unicodedata import normalize

    return normalize("NFKC", passphrase).strip().encode("utf-8", "surrogatepass")


def check_fit(passphrase: str) -> None:
    """Raises `WrongUse` when it is too short or too long for a new one."""
    length = len(normal(passphrase).decode("utf-8", "surrogatepass"))
    if length < SHORTEST:
        raise WrongUse(_TOO_SHORT)
    if length > LONGEST:
        raise WrongUse(_TOO_LONG)


def usual_cost() -> Slot:
    """The numbers for a new slot."""
    from cryptography.exceptions import UnsupportedAlgorithm

    try:
        _argon2id(ARGON2ID, bytes(16))
    except UnsupportedAlgorithm:
        return SCRYPT
    return ARGON2ID


def make(name: str, secret: bytes, data_key: bytes, vault: str, cost: Slot) -> Slot:
    """A slot of that name by which `secret` opens `data_key`."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    slot = {"name": name, **cost, "salt": os.urandom(16).hex()}
    nonce = os.urandom(12)
    wrapped = AESGCM(_derive(slot, secret)).encrypt(nonce, data_key, _bound(vault, name))
    return {**slot, "key": (nonce + wrapped).hex()}


def opened(slot: Slot, secret: bytes, vault: str) -> bytes | None:
    """The data key, or None when the secret is another. Raises `Damaged` when it is no slot that can be followed."""
    from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not is_sound(slot):
        raise Damaged("A way to the vault's key is damaged. Restore a backup, or use the recovery code.")
    wrapped = bytes.fromhex(slot["key"])
    try:
        return AESGCM(_derive(slot, secret)).decrypt(wrapped[:12], wrapped[12:], _bound(vault, slot["name"]))
    except InvalidTag:
        return None
    except UnsupportedAlgorithm:
        raise Damaged(_NO_KDF) from None
    except MemoryError:
        raise Damaged(_NO_ROOM) from None


def is_sound(slot: Any) -> bool:
    """Whether a slot is one, and asks for no more time and memory than is sane."""
    most = MOST.get(slot.get("kdf", ""), {}) if isinstance(slot, dict) and isinstance(slot.get("kdf"), str) else {}
    numbers = [slot.get(name) for name in most]
    if not most or not all(type(n) is int and 0 < n <= top for n, top in zip(numbers, most.values(), strict=True)):
        return False
    if slot["kdf"] == "argon2id" and (slot["m"] < 8 * slot["p"] or slot["m"] * slot["t"] > 1 << 21):
        return False
    if slot["kdf"] == "scrypt" and (slot["n"] & (slot["n"] - 1) or slot["n"] < 2 or slot["n"] * slot["r"] > 1 << 22):
        return False
    name = slot.get("name")
    named = isinstance(name, str) and name.isascii()
    return named and _is_hex(slot.get("salt"), 16) and _is_hex(slot.get("key"), 60)


def _is_hex(text: Any, size: int) -> bool:
    return isinstance(text, str) and len(text) == 2 * size and all(c in "0123456789abcdef" for c in text)


def _bound(vault: str, name: str) -> bytes:
    return f"organizer-seal-1|slot|{vault}|{name}".encode()


def _derive(slot: Slot, secret: bytes) -> bytes:
    salt = bytes.fromhex(slot["salt"])
    if slot["kdf"] == "scrypt":
        from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

        return Scrypt(salt=salt, length=32, n=slot["n"], r=slot["r"], p=slot["p"]).derive(secret)
    found: bytes = _argon2id(slot, salt).derive(secret)
    return found


def _argon2id(slot: Slot, salt: bytes) -> Any:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    return Argon2id(salt=salt, length=32, iterations=slot["t"], lanes=slot["p"], memory_cost=slot["m"])
