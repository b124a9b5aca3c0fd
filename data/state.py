"""What one process knows of a vault: its tables, and how far it has read the log."""

from __future__ import annotations

import os

from data.archive import Archive
from data.codec import MARK, Codec
from data.files import read_from
from data.layout import FORMAT, Card, base_name, bases, log_name, logs
from data.log import Op, Scan, Stamp, is_foreign, number, parse, scan
from data.packed import Packed
from data.snapshot import Snapshot, Unreadable
from data.tables import Tables, apply
from data.tail import ended
from organizer.errors import Damaged

News = list[tuple[Stamp, list[Op]]]

NOTHING = "The vault's snapshots cannot be read, so it was left as it is. Restore a backup into another folder."


class State:
    """A vault as of change number `seq`, which ends at byte `off` of the log of generation `gen`."""

    def __init__(self, folder: str, card: Card, codec: Codec) -> None:
        """Read the newest snapshot's frame and the logs since, no tables. Takes no lock.

        Raises `Damaged` when no snapshot can be read, `OSError`.
        """
        self.folder = folder
        self.card = card
        self.damage: list[str] = []
        self.unfit: set[int] = set()
        self.newest_format = card.format
        self.marks: dict[int, bytes] = {}
        self.last = b""
        self.at = ""
        self._codec = codec
        for left in range(9, -1, -1):
            try:
                self._read(os.listdir(folder))
                return
            except FileNotFoundError:
                # Another process was tidying between our look at the folder and our reading.
                if not left:
                    raise

    def _read(self, names: list[str]) -> None:
        self.damage.clear()
        snapshot, archive = self._newest(bases(names))
        self.tables = Tables(snapshot, archive, self._recover)
        self.newest_format = max(self.newest_format, snapshot.card.format)
        self.seq = snapshot.seq
        present = [gen for gen in logs(names) if gen >= snapshot.gen and not self._leave_out(gen)]
        newest = max([snapshot.gen, *present])
        for self.gen in range(snapshot.gen, newest + 1):
            self.off, self.mark = 0, b""
            if self.gen in present:
                data = read_from(self.log_path)
                if self.gen < newest:
                    data = ended(data)
                found = scan(data, self._codec, self.gen)
                for body, mark in self._fresh(found):
                    self.marks[number(body)] = mark
                    self.tables.hold(body)
                if self.gen < newest and found.good < len(data):
                    self._note(f"The end of {log_name(self.gen)} could not be read.")

    def _newest(self, gens: list[int]) -> tuple[Snapshot, Archive]:
        for gen in reversed(gens):
            try:
                snapshot = Snapshot(os.path.join(self.folder, base_name(gen)), gen, self._codec)
                if snapshot.card.id == self.card.id:
                    return snapshot, self._archive(snapshot)
            except Unreadable:
                self.distrust(gen)
                continue
            snapshot.close()
            self._note(f"{base_name(gen)} belongs to another vault and was left out.")
        raise Damaged(NOTHING)

    def _archive(self, snapshot: Snapshot) -> Archive:
        """What a snapshot lists. Raises `Unreadable`, and `FileNotFoundError` when others have tidied it away."""
        try:
            archive = Archive(snapshot, self.folder, self._codec, self._note)
        except BaseException:
            snapshot.close()
            raise
        if archive.missing:
            if not os.path.exists(os.path.join(self.folder, base_name(snapshot.gen))):
                archive.close()
                raise FileNotFoundError(archive.missing[0])
            archive.tell_missing()
        return archive

    def let_go(self, moved: dict[int, dict[str, list[str]]]) -> None:
        """What moved to the archive with our own snapshots, by generation, need not be in memory, nor move again."""
        while moved:
            gen, ids = moved.popitem()
            if any(ids.values()):
                self._stand_on(gen, ids)

    def _stand_on(self, gen: int, moved: dict[str, list[str]]) -> None:
        try:
            snapshot = Snapshot(os.path.join(self.folder, base_name(gen)), gen, self._codec)
            archive = self._archive(snapshot)
        except (Unreadable, FileNotFoundError):
            return
        self.tables.stand_on(snapshot, archive, moved)

    def _leave_out(self, gen: int) -> bool:
        """Whether a log belongs to another vault: then it is no part of this one."""
        foreign = is_foreign(os.path.join(self.folder, log_name(gen)), self.card)
        if foreign:
            self._note(f"{log_name(gen)} belongs to another vault and was left out.")
        return foreign

    def distrust(self, gen: int) -> None:
        """Remember that a snapshot does not verify."""
        self.unfit.add(gen)
        self._note(f"{base_name(gen)} is damaged; what it held was taken from the snapshot before it and its log.")

    def _recover(self, name: str) -> Packed:
        """A table as the current snapshot should have it, from the snapshots before it and their logs."""
        newest = self.tables.snapshot.gen
        self.distrust(newest)
        for gen in reversed(bases(os.listdir(self.folder))):
            if gen < newest and gen not in self.unfit:
                try:
                    found = self._rebuild(name, gen, newest)
                except (Unreadable, FileNotFoundError):
                    self.unfit.add(gen)
                    continue
                if found is not None:
                    return found
        raise Damaged(NOTHING)

    def _rebuild(self, name: str, gen: int, newest: int) -> Packed | None:
        """The same from one of them, None if that is another vault's."""
        snapshot = Snapshot(os.path.join(self.folder, base_name(gen)), gen, self._codec)
        try:
            if snapshot.card.id != self.card.id:
                return None
            docs, seq = snapshot.docs(name), snapshot.seq
        finally:
            snapshot.close()
        for number_of_log in range(gen, newest):
            path = os.path.join(self.folder, log_name(number_of_log))
            data = read_from(path) if os.path.exists(path) and not self._leave_out(number_of_log) else b""
            for body, _ in scan(ended(data), self._codec, number_of_log).records:
                about, ops = parse(body)
                if about.n > seq + 1:
                    self._note(missing(seq + 1, about.n - 1))
                seq = max(seq, about.n)
                apply(docs, name, [ops])
        if seq != self.tables.snapshot.seq:
            self._note(missing(seq + 1, self.tables.snapshot.seq))
        return docs

    @property
    def log_path(self) -> str:
        """Where the next change goes."""
        return os.path.join(self.folder, log_name(self.gen))

    def next_log_path(self) -> str:
        """Where changes go once the log has been turned over."""
        return os.path.join(self.folder, log_name(self.gen + 1))

    def _note(self, text: str) -> None:
        if text not in self.damage:
            self.damage.append(text)

    def _fresh(self, found: Scan) -> list[tuple[bytes, bytes]]:
        """The records of a stretch of the log that are new to us; moves our place on."""
        head = found.header
        if self.off == 0 and (found.bad or found.records) and head is None:
            self._note(f"The first line of {log_name(self.gen)} could not be read.")
        if head is not None:
            if head["vault"] != self.card.id:
                self._note(f"{log_name(self.gen)} belongs to another vault and was left out.")
                return []
            self.newest_format = max(self.newest_format, head["format"])
            if head["after"] > self.seq:
                self._note(missing(self.seq + 1, head["after"]))
                self.seq = head["after"]
        if found.bad:
            self._note(f"{log_name(self.gen)} has {len(found.bad)} lines that could not be read.")
        fresh = []
        for body, mark in found.records:
            n = number(body)
            if n > self.seq:
                if n != self.seq + 1:
                    self._note(missing(self.seq + 1, n - 1))
                self.seq = n
                fresh.append((body, mark))
        if fresh:
            self.last = fresh[-1][1]
        self.off, self.mark = found.good, found.mark or self.mark
        return fresh

    def _following(self) -> int:
        """The generation of the log that follows ours, which is the next one but where another vault's is in the way;
        0 when there is none."""
        if not os.path.exists(self.next_log_path()):
            return 0
        if not self._leave_out(self.gen + 1):
            return self.gen + 1
        return next((gen for gen in logs(os.listdir(self.folder)) if gen > self.gen and not self._leave_out(gen)), 0)

    def free_gen(self) -> int:
        """The generation that the next log can have: nothing is written over."""
        gen = self.gen + 1
        while os.path.lexists(os.path.join(self.folder, log_name(gen))):
            gen += 1
        return gen

    def catch_up(self) -> News | None:
        """Take in what others have appended since; None when our place in the log is not there any more."""
        news: News = []
        while True:
            following = self._following()
            start = self.off - len(self.mark)
            try:
                data = read_from(self.log_path, start)
            except FileNotFoundError:
                if self.off or following:
                    return None
                data = b""
            if not data.startswith(self.mark):
                return None
            found = scan(data[len(self.mark) :], self._codec, self.gen, self.off)
            for body, _ in self._fresh(found):
                news.append(self.take(body))
            if not following:
                return news
            self.gen, self.off, self.mark = following, 0, b""

    def take(self, body: bytes) -> tuple[Stamp, list[Op]]:
        """Take in one change."""
        about, ops = parse(body)
        self.tables.take(body, ops)
        self.marks.clear()
        self.at = about.at or self.at
        return about, ops

    def moved(self, line: bytes, body: bytes) -> tuple[Stamp, list[Op]]:
        """Take in a change of our own, just written at our place as the bytes `line`."""
        self.off += len(line)
        self.mark = self.last = line[-MARK:]
        self.seq = number(body)
        return self.take(body)

    def follows(self, other: State) -> bool:
        """Whether this state, read afresh, has everything that `other` has (as far as can be told)."""
        return self.seq >= other.seq and (not other.last or self.marks.get(other.seq, other.last) == other.last)

    def close(self) -> None:
        """Let go of the files."""
        self.tables.close()

    @property
    def is_newer(self) -> bool:
        """Whether a newer version of the program has written here."""
        return self.newest_format > FORMAT


def missing(first: int, last: int) -> str:
    """The sentence for changes that are not there."""
    which = f"Change {first} is" if first == last else f"Changes {first} to {last} are"
    return f"{which} missing from the log; all others were kept."
