"""A vault's folder, read file by file and verified, as it lies there: nothing is changed, no lock is taken."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from typing import NamedTuple

from data import archived, cards
from data.codec import Codec, loads, unframe
from data.files import read_from
from data.layout import CARD, COPY, FORMAT, Card, base_name, bases, log_name, logs
from data.log import number, opened
from data.snapshot import Snapshot, Unreadable
from data.tail import ended, part, rotten
from organizer.keeping import Finding

_TIME = re.compile(rb'"t":"(\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?)"')
_ID = re.compile(rb'\["[a-z_]+","([0-9A-Za-z:_.-]{1,40})",')
_NUMBER = re.compile(rb'\{"n":(\d{1,15}),')


class Line(NamedTuple):
    """One line of a log: where it begins, its bytes without the line feed, and what it says, None if not verified."""

    at: int
    data: bytes
    body: bytes | None

    @property
    def n(self) -> int:
        """The number of its change; 0 when it is none."""
        return number(self.body) if self.body is not None and self.body.startswith(b'{"n":') else 0


class Log(NamedTuple):
    """One log: its first line if that verified, its lines, and the bytes behind the last line feed. `parted` if a
    line feed was lost between two lines, which loses nothing."""

    gen: int
    head: dict[str, object] | None
    lines: list[Line]
    rest: bytes
    parted: bool = False

    @property
    def numbers(self) -> list[int]:
        """The numbers of its changes, in their order."""
        return [line.n for line in self.lines if line.n]

    @property
    def end(self) -> int:
        """Up to which line there are good ones; what follows is not a finished change."""
        return max((at + 1 for at, line in enumerate(self.lines) if line.body is not None), default=0)


class Seen(NamedTuple):
    """What was found. `sound` and `unfit` are generations of snapshots, `logs` is by generation."""

    card: Card | None
    findings: list[Finding]
    logs: dict[int, Log]
    sound: list[int]
    unfit: list[int]

    @property
    def whole(self) -> bool:
        """Whether nothing is damaged."""
        return not any(finding.harms for finding in self.findings)


def examine(folder: str, codec: Codec) -> Seen:
    """Read and verify every file of a vault. Raises `OSError` when the folder cannot be read, `Locked` when it is
    sealed and the codec has no key, `Damaged` when it is sealed no more."""
    names = os.listdir(folder)
    seen = _cards(folder, codec)
    _snapshots(folder, names, codec, seen)
    card = seen.card or _card_of_snapshot(folder, seen.sound, codec)
    for gen in logs(names):
        log = read_log(os.path.join(folder, log_name(gen)), gen, codec)
        if card is not None and log.head is not None and log.head["vault"] != card.id:
            seen.findings.append(Finding("foreign", f"{log_name(gen)} belongs to another vault.", log_name(gen)))
        else:
            seen.logs[gen] = log
            _judge_log(log, seen, newest=gen == max(logs(names)))
    _gaps(folder, codec, seen)
    seen.findings.extend(archived.examine(folder, codec, seen.sound))
    for name in sorted(names):
        if history_year(name):
            _history(folder, name, codec, seen)
    return seen._replace(card=card)


NEWER = "A newer Organizer has written this vault, so it can only be read here. Update this one."


def _cards(folder: str, codec: Codec) -> Seen:
    card = cards.look(folder, codec)
    seen = Seen(card, [], {}, [], [])
    if card is None:
        seen.findings.append(Finding("damage", f"{CARD} is lost or damaged.", CARD))
    elif card.format > FORMAT:
        seen.findings.append(Finding("newer", NEWER, CARD))
    if card is not None and codec.vault and not cards.are_whole(folder, card, codec):
        said = f"One of {CARD} and {COPY} is lost, damaged or old; the other one is whole."
        seen.findings.append(Finding("damage", said, CARD))
    return seen


def _card_of_snapshot(folder: str, sound: list[int], codec: Codec) -> Card | None:
    for gen in reversed(sound):
        snapshot = Snapshot(os.path.join(folder, base_name(gen)), gen, codec)
        snapshot.close()
        return snapshot.card
    return None


def _snapshots(folder: str, names: list[str], codec: Codec, seen: Seen) -> None:
    for gen in bases(names):
        name = base_name(gen)
        try:
            snapshot = Snapshot(os.path.join(folder, name), gen, codec)
        except FileNotFoundError:
            continue
        except Unreadable as error:
            seen.unfit.append(gen)
            seen.findings.append(Finding("damage", f"{name} is damaged: {error}.", name))
            continue
        try:
            if seen.card is not None and snapshot.card.id != seen.card.id:
                seen.findings.append(Finding("foreign", f"{name} belongs to another vault.", name))
                continue
            snapshot.verify()
            seen.sound.append(gen)
        except Unreadable as error:
            seen.unfit.append(gen)
            seen.findings.append(Finding("damage", f"{name} is damaged: {error}.", name))
        finally:
            snapshot.close()
    if not seen.sound:
        seen.findings.append(Finding("damage", "No snapshot of the vault is whole."))


def read_log(path: str, gen: int, codec: Codec) -> Log:
    """A log in its lines. Raises `OSError`."""
    data = ended(read_from(path))
    parted = part(data)
    *lines, rest = parted.split(b"\n")
    found, at = [], 0
    head = None
    for line in lines:
        body = opened(line, codec, gen)
        if at == 0 and body is not None and not body.startswith(b'{"n":'):
            head = loads(body)
        found.append(Line(at, line, body))
        at += len(line) + 1
    return Log(gen, head, found, rest, parted != data)


def _judge_log(log: Log, seen: Seen, newest: bool) -> None:
    name = log_name(log.gen)
    if log.lines and log.head is None:
        seen.findings.append(Finding("damage", f"The first line of {name} does not verify.", name))
    if log.parted:
        said = f"A line feed of {name} does not verify; nothing is lost by that."
        seen.findings.append(Finding("damage", said, name))
    end = log.end if newest else len(log.lines)
    for at, line in enumerate(log.lines[:end]):
        if line.body is None and (at or log.head is not None):
            seen.findings.append(about_lost(line, name))
    left = log.lines[end:]
    tail = b"".join(line.data + b"\n" for line in left) + log.rest
    if tail and newest and not rotten(tail):
        said = f"The last {len(tail):,} bytes of {name} are no finished change."
        seen.findings.append(Finding("unfinished", said, name))
    elif tail:
        seen.findings.extend(about_lost(line, name) for line in left)
        if log.rest:
            seen.findings.append(Finding("damage", f"The end of {name} does not verify.", name))


def about_lost(line: Line, name: str, kind: str = "damage") -> Finding:
    """What a line that does not verify still says of itself, as far as it can be read: its number, when, which ids."""
    n, at = _NUMBER.match(line.data), _TIME.search(line.data)
    ids = tuple(dict.fromkeys(id.decode() for id in _ID.findall(line.data)))[:50]
    which = f"Change {int(n[1]):,}" if n else "A change"
    said = f"{which} at byte {line.at:,} of {name} does not verify."
    return Finding(kind, said, name, ids, at[1].decode() if at else "", int(n[1]) if n else 0)


def _gaps(folder: str, codec: Codec, seen: Seen) -> None:
    """Numbers that are missing between the changes of the logs."""
    last: int | None = None
    for gen in sorted(seen.logs):
        log = seen.logs[gen]
        after = log.head["after"] if log.head else None
        if last is not None and isinstance(after, int) and after > last:
            covered = any(base <= gen and _seq(folder, base, codec) >= after for base in seen.sound)
            kind = "history" if covered else "missing"
            seen.findings.append(_gap(last + 1, after, log_name(gen), kind))
            last = after
        last = after if last is None and isinstance(after, int) else last
        for n in log.numbers:
            if last is not None and n > last + 1:
                seen.findings.append(_gap(last + 1, n - 1, log_name(gen), "missing"))
            last = max(n, last or 0)


def _gap(first: int, last: int, name: str, kind: str) -> Finding:
    which = f"Change {first:,} is" if first == last else f"Changes {first:,} to {last:,} are"
    kept = "; what it did is kept" if kind == "history" else ""
    return Finding(kind, f"{which} missing before {name}{kept}." if kept else f"{which} missing.", name, n=first)


def _seq(folder: str, gen: int, codec: Codec) -> int:
    snapshot = Snapshot(os.path.join(folder, base_name(gen)), gen, codec)
    snapshot.close()
    return snapshot.seq


def history_year(name: str) -> str:
    """The year of a history file, "" for any other file."""
    found = re.fullmatch(r"history-(\d{4})\.jsonl", name)
    return found[1] if found else ""


def _history(folder: str, name: str, codec: Codec, seen: Seen) -> None:
    bad = sum(body is None for _, body in history_lines(folder, name, codec))
    if bad:
        text = f"{bad} line{'' if bad == 1 else 's'} of {name} do{'es' if bad == 1 else ''} not verify."
        seen.findings.append(Finding("damage", text, name))


def history_lines(folder: str, name: str, codec: Codec) -> Iterator[tuple[bytes, bytes | None]]:
    """The lines of a history file and what each says, None where it does not verify."""
    for line in read_from(os.path.join(folder, name)).split(b"\n"):
        if line:
            body = unframe(line)
            try:
                yield line, None if body is None else codec.unseal(body, "history")
            except ValueError:
                yield line, None
