"""A passphrase is set, changed, renewed and removed: what the vault holds stays, and what the folder tells changes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from data import cards, compact, keys, recovery, sealing, tries
from data.codec import Plain
from data.keys import Key
from data.layout import Card, read_card
from data.vault import Vault
from organizer.change import Change
from organizer.errors import Damaged, Locked, WrongUse
from organizer.records import Record
from tests.vault_.sealed import PASSPHRASE, QUICK, seal
from tests.vault_.tools import at, changed, commit, entry, everything, made, removed

WORDS = [f"planted{number:03d}word" for number in range(200)]


@pytest.fixture(autouse=True)
def _no_pause(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "LONGEST", 0.0)


def told(home: Path) -> bytes:
    """All bytes below a home."""
    return b"\n".join(path.read_bytes() for path in sorted(home.rglob("*")) if path.is_file())


def state(home: Path, key: Key | None = None) -> tuple[dict[str, dict[str, Record]], list[Change], list[object]]:
    """Everything a vault holds, its past, and what is left of what came before."""
    vault = Vault.open(home, key)
    try:
        found = everything(vault), list(vault.past()), list(vault.old_history("e0"))
        assert vault.damage == []
        return found
    finally:
        vault.close()


@pytest.fixture
def used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A plain home with a history: several generations, logs that were boiled down, bytes set aside."""
    monkeypatch.setattr(compact, "KEEP_CHANGES", 20)
    home = tmp_path / "home"
    vault = Vault.open(home, compact_after=4000, background=False)
    everything(vault)
    for number, word in enumerate(WORDS[:180]):
        one = entry(f"e{number}", word)
        commit(vault, made(one, label=f"Caught {word}"))
        if number % 3 == 0:
            commit(vault, changed(one, text=f"Pay {word}"))
        if number % 10 == 9:
            commit(vault, removed(at(vault, one.id)))
    commit(vault, changed(at(vault, "e0"), notes=WORDS[180]))
    vault.close()
    folder = home / "vault"
    for name, word in (("torn-00000003-77", 181), ("conflict-log-00000002.jsonl", 182), ("somebody's file", 183)):
        (folder / name).write_bytes(f'{{"text":"{WORDS[word]}"'.encode())
    assert list(folder.glob("history-*"))
    return home


def test_nothing_of_a_used_vault_is_left_to_read(used: Path) -> None:
    before = state(used)
    assert sum(word.encode() in told(used) for word in WORDS) == 184
    key, _ = seal(used)
    assert [word for word in WORDS if word.encode() in told(used)] == []
    assert state(used, key) == before
    for name in ("entries", "areas", "Caught"):
        assert name.encode() not in told(used)
    vault = Vault.open(used, key, compact_after=4000, background=False)
    everything(vault)
    for number in range(60):
        commit(vault, made(entry(f"more{number}", WORDS[184 + number % 16])))
    vault.close()
    assert [word for word in WORDS if word.encode() in told(used)] == []
    assert sorted(path.name for path in used.iterdir()) == [".swap", "state", "vault"]


def test_there_and_back_every_byte_set_aside_is_the_same(used: Path) -> None:
    before, files = state(used), {path.name: path.read_bytes() for path in (used / "vault").iterdir()}
    seal(used)
    sealing.unseal(used, PASSPHRASE)
    assert state(used) == before
    after = {path.name: path.read_bytes() for path in (used / "vault").iterdir()}
    files.pop(".lock"), after.pop(".lock", None)
    assert after == files


def test_a_wrong_passphrase_and_none(tmp_path: Path) -> None:
    _, code = seal(tmp_path)
    with pytest.raises(Locked, match="sealed"):
        Vault.open(tmp_path)
    for wrong in ("nine blue heron", "", "nine  blue herons", code[:-1], recovery.new()):
        with pytest.raises(Locked, match="That does not open the vault"):
            keys.unlock(tmp_path, wrong)
    slip = code[:3] + ("A" if code[3] != "A" else "B") + code[4:]
    with pytest.raises(Locked, match="a letter of it is off"):
        keys.unlock(tmp_path, slip)
    assert keys.unlock(tmp_path, f" {PASSPHRASE} ").by == "passphrase"
    for same in (code, code.lower().replace("-", " "), code.replace("0", "o").replace("1", "l")):
        assert keys.unlock(tmp_path, same).by == "recovery"


def test_a_passphrase_is_the_same_however_it_is_composed(tmp_path: Path) -> None:
    seal(tmp_path, "grüne Häuser ﬁnden")
    assert keys.unlock(tmp_path, "gru\u0308ne Ha\u0308user finden")


@pytest.mark.parametrize("short", ["", "seven77", "       x       ", "é" * 7])
def test_a_short_passphrase_is_refused(tmp_path: Path, short: str) -> None:
    Vault.open(tmp_path).close()
    with pytest.raises(WrongUse, match="at least 8 characters"):
        seal(tmp_path, short)
    assert not keys.is_sealed(tmp_path)


def test_a_changed_passphrase_opens_and_the_old_one_does_not(tmp_path: Path) -> None:
    key, code = seal(tmp_path)
    vault = Vault.open(tmp_path, key)
    sealing.change(tmp_path, PASSPHRASE, "ten red robins", QUICK)
    commit(vault, made(entry("one")))
    assert vault.damage == []
    vault.close()
    with pytest.raises(Locked):
        keys.unlock(tmp_path, PASSPHRASE)
    for right in ("ten red robins", code):
        assert "one" in state(tmp_path, keys.unlock(tmp_path, right))[0]["entries"]
    sealing.change(tmp_path, code, "eleven gray geese", QUICK)
    assert keys.unlock(tmp_path, "eleven gray geese")


def test_a_new_key_leaves_nothing_to_the_old_one(tmp_path: Path) -> None:
    key, code = seal(tmp_path)
    vault = Vault.open(tmp_path, key)
    commit(vault, made(entry("one")))
    vault.close()
    old = {path.name: path.read_bytes() for path in (tmp_path / "vault").iterdir()}
    _, fresh = sealing.renew(tmp_path, code, "ten red robins", QUICK)
    for wrong in (PASSPHRASE, code):
        with pytest.raises(Locked):
            keys.unlock(tmp_path, wrong)
    with pytest.raises(Locked, match="renewed elsewhere"):
        Vault.open(tmp_path, key)
    assert "one" in state(tmp_path, keys.unlock(tmp_path, fresh))[0]["entries"]
    (tmp_path / "vault" / "base-00000001.json").write_bytes(old["base-00000001.json"])
    vault = Vault.open(tmp_path, keys.unlock(tmp_path, "ten red robins"))
    assert "one" in everything(vault)["entries"]
    assert any("damaged" in line for line in vault.damage), "a snapshot of the old key is not read"
    vault.close()


# -- the cards


def _are_whole(folder: Path, turn: int) -> None:
    """Both cards are there, and the same, after so many changes."""
    one, other = (read_card((folder / name).read_bytes()) for name in ("vault.json", "vault-copy.json"))
    assert one is not None
    assert one == other
    assert one.turn == turn


def test_either_card_is_put_back_from_the_other(tmp_path: Path) -> None:
    seal(tmp_path)
    folder = tmp_path / "vault"
    whole = (folder / "vault.json").read_bytes()
    for name in ("vault.json", "vault-copy.json"):
        for data in (None, b"", whole[:50], whole.replace(b'"turn":1', b'"turn":9')):
            path = folder / name
            path.unlink() if data is None else path.write_bytes(data)
            vault = Vault.open(tmp_path, keys.unlock(tmp_path, PASSPHRASE))
            assert any("written again" in line for line in vault.damage)
            vault.close()
            _are_whole(folder, 1)


def test_the_old_card_of_a_change_that_was_stopped_opens_nothing(tmp_path: Path) -> None:
    seal(tmp_path)
    folder = tmp_path / "vault"
    old = (folder / "vault.json").read_bytes()
    sealing.change(tmp_path, PASSPHRASE, "ten red robins", QUICK)
    for name in ("vault.json", "vault-copy.json"):
        (folder / name).write_bytes(old)
        with pytest.raises(Locked):
            keys.unlock(tmp_path, PASSPHRASE)
        vault = Vault.open(tmp_path, keys.unlock(tmp_path, "ten red robins"))
        vault.close()
        _are_whole(folder, 2)


def test_a_card_that_says_it_is_plain_is_not_believed(tmp_path: Path) -> None:
    key, _ = seal(tmp_path)
    folder = tmp_path / "vault"
    plain = Card(key.vault).line(Plain())
    (folder / "vault.json").write_bytes(plain)
    with pytest.raises(Locked):
        Vault.open(tmp_path)
    Vault.open(tmp_path, keys.unlock(tmp_path, PASSPHRASE)).close()
    for name in ("vault.json", "vault-copy.json"):
        (folder / name).write_bytes(plain)
    with pytest.raises(Damaged):
        Vault.open(tmp_path)
    with pytest.raises(Damaged, match="cards are not those"):
        Vault.open(tmp_path, key)
    (folder / "vault-copy.json").unlink()
    with pytest.raises(Damaged):
        Vault.open(tmp_path)


def test_the_files_of_another_vault_or_generation_are_refused(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    held = {}
    for home in (one, two):
        key, _ = seal(home)
        vault = Vault.open(home, key, compact_after=3000, background=False)
        everything(vault)
        for number in range(30):
            commit(vault, made(entry(f"{home.name}{number}", "x" * 90)))
        held[home] = everything(vault)
        vault.close()
    key = keys.unlock(one, PASSPHRASE)
    newest, before = sorted((one / "vault").glob("base-*"))[-1:-3:-1]
    for name, source in ((newest.name, two / "vault" / newest.name), (newest.name, before)):
        target = tmp_path / "copy"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(one, target)
        shutil.copy(source, target / "vault" / name)
        vault = Vault.open(target, key)
        assert everything(vault) == held[one], (name, source)
        assert vault.damage
        vault.close()
    logs = sorted((one / "vault").glob("log-*"))
    for source in (two / "vault" / logs[-1].name, logs[-2]):
        shutil.rmtree(target)
        shutil.copytree(one, target)
        shutil.copy(source, target / "vault" / logs[-1].name)
        vault = Vault.open(target, key)
        assert set(everything(vault)["entries"]) <= set(held[one]["entries"])
        vault.close()


# -- while it is open elsewhere


@pytest.mark.parametrize("light", [True, False])
def test_an_open_vault_hears_that_it_was_sealed_and_writes_nothing_plain(tmp_path: Path, light: bool) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one", WORDS[0])))
    if not light:
        everything(vault)
    snap = vault._engine._picture(2)
    key, _ = seal(tmp_path)
    with pytest.raises(Locked, match="start Organizer again"):
        vault.news()
    assert vault.news() == []
    with pytest.raises(Locked, match="nothing was changed"):
        commit(vault, made(entry("two", WORDS[1])))
    snap.run()
    vault.close()
    assert WORDS[0].encode() not in told(tmp_path)
    assert WORDS[1].encode() not in told(tmp_path)
    assert list(state(tmp_path, key)[0]["entries"]) == ["one"]
    sealed = Vault.open(tmp_path, key)
    sealing.unseal(tmp_path, PASSPHRASE)
    with pytest.raises(Locked, match="start Organizer again"):
        commit(sealed, made(entry("three")))
    sealed.close()


def test_an_office_goes_on_while_its_own_vault_is_sealed(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    vault.apart(lambda: seal(tmp_path)[0])
    commit(vault, made(entry("two")))
    with pytest.raises(WrongUse, match="sealed already"):
        vault.apart(lambda: seal(tmp_path)[0])
    assert [change.n for change in vault.past()] == [2, 1]
    vault.close()
    assert keys.is_sealed(tmp_path)


def test_an_app_is_asked_to_lock(tmp_path: Path) -> None:
    seal(tmp_path)
    before = keys.lock_asked(tmp_path)
    keys.ask_to_lock(tmp_path)
    assert keys.lock_asked(tmp_path) != before
    assert (tmp_path / "lock-now").read_bytes() == b""


def test_nothing_set_aside_takes_the_place_of_another(tmp_path: Path) -> None:
    vault = Vault.open(tmp_path)
    commit(vault, made(entry("one")))
    vault.close()
    folder = tmp_path / "vault"
    log = folder / "log-00000001.jsonl"
    log.write_bytes(log.read_bytes() + b"half a li")
    (folder / "damaged-log-00000001.jsonl").write_bytes(b"from before")
    seal(tmp_path)
    sealing.unseal(tmp_path, PASSPHRASE)
    held = {path.name: path.read_bytes() for path in folder.glob("damaged-*")}
    assert held.pop("damaged-log-00000001.jsonl") == b"from before"
    assert [data.endswith(b"half a li") for data in held.values()] == [True]
    assert list(state(tmp_path)[0]["entries"]) == ["one"]


def test_bytes_set_aside_of_a_sealed_vault_are_told_when_the_seal_is_off(tmp_path: Path) -> None:
    key, _ = seal(tmp_path)
    vault = Vault.open(tmp_path, key)
    commit(vault, made(entry("one", "Call the payer")))
    vault.close()
    log = tmp_path / "vault" / "log-00000001.jsonl"
    (tmp_path / "vault" / "conflict-log-00000001.jsonl").write_bytes(log.read_bytes() + b"half a li")
    sealing.renew(tmp_path, PASSPHRASE, PASSPHRASE, QUICK)
    sealing.unseal(tmp_path, PASSPHRASE)
    kept = (tmp_path / "vault" / "conflict-log-00000001.jsonl").read_bytes()
    assert b"Call the payer" in kept
    assert kept.endswith(b"half a li")


def test_sealed_anew_nothing_seems_to_be_gone(tmp_path: Path) -> None:
    key, _ = seal(tmp_path)
    vault = Vault.open(tmp_path, key)
    commit(vault, made(entry("one")))
    vault.close()
    sealing.unseal(tmp_path, PASSPHRASE)
    key, _ = seal(tmp_path)
    assert list(state(tmp_path, key)[0]["entries"]) == ["one"]
    sealing.renew(tmp_path, PASSPHRASE, PASSPHRASE, QUICK)
    assert list(state(tmp_path, keys.unlock(tmp_path, PASSPHRASE))[0]["entries"]) == ["one"]


def test_interrupted_nothing_plain_stays_beside_a_sealed_vault(used: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, _ = sealing.seal(used, PASSPHRASE, QUICK)

    def interrupted(*given: object) -> None:
        raise KeyboardInterrupt

    before = state(used, key)
    with monkeypatch.context() as patch:
        patch.setattr(cards, "put", interrupted)
        with pytest.raises(KeyboardInterrupt):
            sealing.unseal(used, PASSPHRASE)
    assert not [path for path in used.iterdir() if path.name.startswith("vault.")]
    assert state(used, key) == before


def test_a_folder_in_the_vault_is_left_as_it_is(tmp_path: Path) -> None:
    Vault.open(tmp_path).close()
    other = tmp_path / "vault" / ".stversions"
    other.mkdir()
    with pytest.raises(WrongUse, match="a folder of something else"):
        sealing.seal(tmp_path, PASSPHRASE, QUICK)
    assert other.is_dir()
    assert not keys.is_sealed(tmp_path)


def test_of_two_that_seal_at_once_the_second_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seal(tmp_path)
    plain = Card(keys.unlock(tmp_path, PASSPHRASE).vault)
    monkeypatch.setattr(sealing, "_card", lambda home: plain)  # as it was read before the other one was done
    with pytest.raises(Locked, match="The vault is sealed"):
        sealing.seal(tmp_path, "another nine herons", QUICK)
    assert keys.unlock(tmp_path, PASSPHRASE).by == keys.PASSPHRASE
