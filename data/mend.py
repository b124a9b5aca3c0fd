"""Repair: what can be put right is, what cannot is told by id and date, and the bytes it was in are kept aside."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple

from data import archived
from data.bundle import Bundle
from data.cards import put
from data.check import rights_of
from data.codec import Codec, frame
from data.create import card_of
from data.examine import Line, Log, Seen, about_lost, examine, history_lines, history_year
from data.files import patiently, read_from, remove, replace, sync_folder
from data.history import PLACE
from data.layout import CARD, LOCK, Card, archive_name, aside, base_name, log_name
from data.lock import Lock
from data.log import Op, Stamp, body_of, header, number, parse
from data.salvage import Copies, backups_in, blobs, kept_ends, put_right
from data.segment import About
from data.snapshot import Snapshot, Unreadable
from organizer.errors import OrganizerError
from organizer.keeping import Finding


class Mended(NamedTuple):
    """What was put right, what is lost, and the changes that came back, each with its operations."""

    done: list[str]
    lost: list[Finding]
    back: list[tuple[Stamp, list[Op]]]


class Mender:
    """One repair of the files of a vault. The caller holds nothing; it takes the vault's lock itself."""

    def __init__(self, home: str, codec: Codec) -> None:
        self._home = home
        self._folder = os.path.join(home, "vault")
        self._codec = codec
        self.found = Mended([], [], [])

    def run(self) -> Mended:
        """Repair the files. Raises `OSError`, `DiskTrouble`, `Conflict`, `Damaged` when nothing can be read."""
        self._rights()
        lock = Lock(os.path.join(self._folder, LOCK))
        try:
            lock.take()
            seen = examine(self._folder, self._codec)
            if not seen.sound:
                self._snapshots_from_backups(seen)
                seen = examine(self._folder, self._codec)
            card = card_of(self._folder, self._codec)
            if any(finding.file == CARD and finding.harms for finding in seen.findings):
                put(self._folder, card, self._codec)
                self.found.done.append("The card was written again.")
            self._logs(seen, card)
            self._segments(seen)
            self.found.back.extend(map(parse, kept_ends(self._folder, self._codec)))
            for name in sorted(os.listdir(self._folder)):
                if history_year(name):
                    self._history(name)
        finally:
            lock.release()
            lock.close()
        return self.found

    def _path(self, name: str) -> str:
        return os.path.join(self._folder, name)

    def _rights(self) -> None:
        for path, mode in rights_of(self._home):
            with suppress(OSError):
                os.chmod(path, mode)
                self.found.done.append(f"{os.path.relpath(path, self._home)} can be read by your account only now.")

    def _snapshots_from_backups(self, seen: Seen) -> None:
        """No snapshot is whole: the same file may be in a backup."""
        for gen in sorted(seen.unfit, reverse=True):
            name = base_name(gen)
            for path in backups_in(self._home):
                with suppress(OrganizerError, OSError, Unreadable), Bundle(path) as bundle:
                    if seen.card is not None and bundle.page["vault"] != seen.card.id:
                        continue
                    if self._took(bundle, name, lambda path, gen=gen: self._verifies(path, gen)):  # type: ignore[misc]
                        return

    def _verifies(self, path: str, gen: int) -> bool:
        snapshot = Snapshot(path, gen, self._codec)
        try:
            snapshot.verify()
        finally:
            snapshot.close()
        return True

    def _took(self, bundle: Bundle, name: str, fits: Callable[[str], bool]) -> bool:
        """Put a backup's copy of a file in its place, if that fits; until it has proved so, the file stays as it is:
        part of it may still be readable. Raises `Damaged`, `OSError`, and what `fits` does."""
        trial = f"{self._path(name)}.tmp"
        try:
            replace(trial, [bundle.read(name)])
            if not fits(trial):
                return False
            if os.path.exists(self._path(name)):
                self._keep(name)
            patiently(lambda: os.replace(trial, self._path(name)))
        finally:
            remove(trial)
        sync_folder(self._folder)
        self.found.done.append(f"{name} was taken from the backup {os.path.basename(bundle.path)}.")
        return True

    def _segments(self, seen: Seen) -> None:
        """A segment of the archive that is damaged or gone: it never changes, so any backup's copy of it will do."""
        for about in archived.listed(self._folder, self._codec, seen.sound).values():
            if archived.broken_by(self._path(archive_name(about.name)), about, self._codec):
                self._segment(about)

    def _segment(self, about: About) -> None:
        for path in backups_in(self._home):
            with suppress(OrganizerError, OSError), Bundle(path) as bundle:
                if self._took(bundle, archive_name(about.name), lambda path: self._is(path, about)):
                    return

    def _is(self, path: str, about: About) -> bool:
        return not archived.broken_by(path, about, self._codec)

    def _keep(self, name: str) -> str:
        """A copy of a damaged file, on the disk, beside it; gives its name."""
        path = aside(self._folder, f"damaged-{name}")
        replace(path, [read_from(self._path(name))])
        return os.path.basename(path)

    # -- logs

    def _logs(self, seen: Seen, card: Card) -> None:
        copies = Copies(self._home, card.id, self._codec)
        gens = sorted(seen.logs)
        covered = {finding.file for finding in seen.findings if finding.kind == "history"}
        last, before = 0, None
        for at, gen in enumerate(gens):
            log = seen.logs[gen]
            following = seen.logs[gens[at + 1]] if at + 1 < len(gens) else None
            if not at and log.head is None:
                last = self._begins(gen, log)
            elif log.head is not None and (not at or log_name(gen) in covered):
                last = int(str(log.head["after"]))
            until = 0
            if following is not None and following.head is not None and log_name(following.gen) not in covered:
                until = int(str(following.head["after"]))
            mend = _LogMend(log, card, self._codec, copies, last, before, until, newest=following is None)
            mend.run()
            if mend.changed:
                kept = self._keep(log_name(gen))
                replace(self._path(log_name(gen)), [b"".join(line + b"\n" for line in mend.lines), mend.rest])
                self.found.done.extend(mend.done)
                self.found.lost.extend(one._replace(file=kept) for one in mend.lost)
                self.found.back.extend(mend.back)
            last, before = mend.last, mend.before

    def _begins(self, gen: int, log: Log) -> int:
        """The number of the last change before a log whose first line is gone."""
        with suppress(Unreadable, FileNotFoundError):
            snapshot = Snapshot(self._path(base_name(gen)), gen, self._codec)
            snapshot.close()
            return snapshot.seq
        return max(0, (log.numbers[0] if log.numbers else 1) - 1)

    # -- history

    def _history(self, name: str) -> None:
        good, bad = [], []
        for line, body in history_lines(self._folder, name, self._codec):
            lines = [line] if body is not None else put_right(line, self._codec, 0, PLACE)
            if body is None:
                bad.append((line, lines is not None))
            good += lines or []
        if not bad:
            return
        kept = self._keep(name)
        replace(self._path(name), [line + b"\n" for line in good])
        for line, righted in bad:
            if righted:
                self.found.done.append(f"A line of {name} was put right.")
            else:
                self.found.lost.append(about_lost(Line(0, line, None), kept, "lost"))


class _LogMend:
    """One log put right: `lines` is what it becomes, `rest` what followed its last line."""

    def __init__(
        self,
        log: Log,
        card: Card,
        codec: Codec,
        copies: Copies,
        last: int,
        before: bytes | None,
        until: int,
        newest: bool,
    ) -> None:
        """`last` is the number of the change before its first, `before` that change, `until` the number it should
        reach, 0 if that is not known."""
        self._log, self._card, self._codec, self._copies = log, card, codec, copies
        self.last, self.before = last, before
        self._until, self._newest = until, newest
        self._at = ""
        self.lines: list[bytes] = []
        self.rest = b""
        self.changed = log.parted
        self.done = [f"A line feed of {log_name(log.gen)} was put right."] if log.parted else []
        self.lost: list[Finding] = []
        self.back: list[tuple[Stamp, list[Op]]] = []

    def run(self) -> None:
        """Go through it line by line."""
        log, name = self._log, log_name(self._log.gen)
        pending: list[Line] = []
        for group in blobs(log.lines):
            if group[0].body is None:
                righted = put_right(b"\n".join(line.data for line in group), self._codec, log.gen)
                if righted is None:
                    pending += group
                    continue
                self.done.append(f"A damaged place of {name} was put right.")
                self.changed = True
                group = [Line(0, line, self._body(line)) for line in righted]
            for line in group:
                if line.body is not None:
                    self._take(line, pending)
        self._end(pending)
        if (self.lines or log.lines) and not (self.lines and self.lines[0].startswith(b'{"format":')):
            self._head()

    def _body(self, line: bytes) -> bytes | None:
        from data.log import opened

        return opened(line, self._codec, self._log.gen)

    def _take(self, line: Line, pending: list[Line]) -> None:
        """A good line; what is missing before it is looked for first."""
        if line.n:
            if line.n > self.last + 1:
                self._fill(line.n - 1, pending, line.body)
            self.last, self.before = max(self.last, line.n), line.body
            self._at = parse(line.body or b"")[0].at
        if pending:
            self.changed = True
            pending.clear()
        self.lines.append(line.data)

    def _end(self, pending: list[Line]) -> None:
        """What follows the last good line: of the newest log it is no finished change, and whoever writes next knows
        what to do with it; of an older one the next log says how many there should be."""
        if self._until > self.last:
            self._fill(self._until, pending, None)
            self.changed = True
        elif self._newest:
            left = b"".join(line.data + b"\n" for line in pending) + self._log.rest
            self.rest = left
        elif pending or self._log.rest:
            self.changed = True

    def _fill(self, until: int, pending: list[Line], after: bytes | None) -> None:
        """Put the changes up to number `until` where they were: from a copy, or a line that says it is lost."""
        for n in range(self.last + 1, until + 1):
            body = self._copies.find(n, self.before, after)
            if body is None:
                told = [about_lost(line, "", "lost") for line in pending]
                self.lost.append(next((one for one in told if one.n == n), _unknown(n, self._at, told)))
                body = body_of(Stamp(_LOST, self._at, n=n), [])
            else:
                self.done.append(f"Change {n:,} was found in a copy of the log and put back.")
                self.back.append(parse(body))
                self._at = self.back[-1][0].at
            self.lines.append(frame(self._codec.seal(body, f"log-{self._log.gen}"))[:-1])
            self.before, self.last = body, n
        self.changed = True

    def _head(self) -> None:
        """A first line, when that is gone."""
        first = next((number(body) for line in self.lines if (body := self._body(line))), self.last + 1)
        self.lines.insert(0, header(self._card, self._log.gen, first - 1, self._codec)[:-1])
        self.done.append(f"The first line of {log_name(self._log.gen)} was written again.")
        self.changed = True


_LOST = "A change that could not be read any more"


def _unknown(n: int, at: str, told: list[Finding]) -> Finding:
    ids = tuple(id for one in told for id in one.ids)
    when = next((one.at for one in told if one.at), at)
    return Finding("lost", f"Change {n:,} could not be saved.", "", ids, when, n)
