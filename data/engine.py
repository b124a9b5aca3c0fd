"""The engine under the tables: one writer at a time, one line for each change, all of it or nothing.

Everything above speaks of tables, changes and numbers, never of files. One thread owns an engine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from data.cards import put
from data.codec import Codec, Plain, frame
from data.create import Seed, first_state, prepare
from data.files import FILE_MODE, PLAIN_FLAGS, patiently, read_from, remove_orphans, replace, sync, trouble, write_all
from data.layout import CARD, LOCK, aside, base_name, bases, log_name, logs
from data.lock import Lock
from data.log import Op, Pen, Poisoned, Stamp, body_of, header, is_foreign
from data.place import Watch, take
from data.snap import Snap
from data.snapshot import owner
from data.state import News, State
from data.tail import rotten, whole
from organizer.errors import Damaged, DiskTrouble, OrganizerError

if TYPE_CHECKING:
    from threading import Thread

_POISONED = "The disk failed while saving, so nothing more is written. All before that is kept; start Organizer again."
_PLAIN = Plain()
_NEWER = "A newer Organizer has written this vault, so it can only be read here. Update this one."
_CLOSED = "The vault's folder cannot be written to, so it can only be read. Check its permissions."
_LIGHT_FACTOR = 2
"""How many times the usual size a log may reach before a process that has not loaded the tables does so to compact."""


class Engine:
    """A vault on the disk. `folder` is an absolute path."""

    def __init__(
        self,
        folder: str,
        seed: Seed = dict,
        compact_after: int = 1 << 20,
        background: bool = True,
        codec: Codec = _PLAIN,
        archive_after: int = 500,
    ) -> None:
        """Open the vault, or make it with the documents of `seed`. `compact_after` is a log's length in bytes,
        `archive_after` how many documents must be over with for them to move to the archive.

        Raises `DiskTrouble`, `Damaged`, `Locked`, `Conflict`.
        """
        self.folder = folder
        self.codec = codec
        self.poisoned = False
        self._newer = self._closed = False
        self._compact_after = compact_after
        self._archive_after = archive_after
        self._background = background
        self._lock = Lock(os.path.join(folder, LOCK))
        self._depth = 0
        self._lock_is_ours = False
        self._job: Thread | None = None
        self._moved: dict[int, dict[str, list[str]]] = {}
        self._swept = False
        self._told = ""
        self._card, self._damage = prepare(folder, seed, self.codec)
        self._watch = Watch(folder, self._card, self.codec)
        try:
            self.state = first_state(folder, self._card, self.codec)
            self._pen = Pen(self.state.log_path)
            self._judge()
            self._mend()
        except OSError as error:
            raise trouble(error) from error

    def _judge(self) -> None:
        if self.state.is_newer:
            self._newer = True
        elif not os.access(self.folder, os.W_OK):
            self._closed = True

    @property
    def readonly(self) -> str:
        """Why nothing can be written, or "". A folder that was closed to us when we came may have been opened since."""
        self._closed = self._closed and not os.access(self.folder, os.W_OK)
        return _NEWER if self._newer else _CLOSED if self._closed else ""

    def _mend(self) -> None:
        """Cut off what a dead writer left unfinished. If someone is writing just now, they have done so already."""
        if self._size() <= self.state.off:
            return
        if self.readonly:
            self.note("The end of the log cannot be read, so the last change may be missing here.")
        else:
            with suppress(OSError, OrganizerError), self._if_free() as free:
                if free:
                    self._settle()

    @contextmanager
    def _if_free(self) -> Iterator[bool]:
        """Hold the vault's lock if nobody else does; tells whether that is so."""
        self._lock_is_ours = self._lock.try_take()
        try:
            yield self._lock_is_ours
        finally:
            if self._lock_is_ours:
                self._lock_is_ours = False
                self._lock.release()

    @property
    def is_writing(self) -> bool:
        """Whether we are inside `writing()`."""
        return self._depth > 0

    @property
    def damage(self) -> list[str]:
        """What was found to be damaged, a sentence each."""
        return list(dict.fromkeys(self._damage + self.state.damage))

    def note(self, text: str) -> None:
        """Add to what was found to be damaged."""
        self._damage.append(text)

    def _size(self) -> int:
        try:
            return os.stat(self.state.log_path).st_size
        except FileNotFoundError:
            return 0

    # -- reading on

    def refresh(self) -> News | None:
        """What other processes changed since we last looked; None when all tables have to be read again.

        Needs no lock. When nothing happened it looks at three names and opens nothing. Trouble is raised once, not
        again as long as it stays the same.
        """
        try:
            news = self._refresh()
        except OrganizerError as error:
            if str(error) == self._told:
                return []
            self._told = str(error)
            raise
        self._told = ""
        return news

    def _refresh(self) -> News | None:
        try:
            self._watch.look()
            if self._size() == self.state.off and not os.path.exists(self.state.next_log_path()):
                return []
            return self._catch_up()
        except OSError as error:
            raise trouble(error) from error

    def _catch_up(self) -> News | None:
        news = self.state.catch_up()
        if news is None:
            return self._read_again()
        if self.state.is_newer and not self.readonly:
            self._judge()
        return news

    def _read_again(self) -> News | None:
        """Our place in the log is gone: others compacted twice, or another program swapped the files."""
        try:
            fresh = State(self.folder, self._card, self.codec)
        except (Damaged, OSError):
            fresh = self.state
        if fresh is not self.state and fresh.follows(self.state):
            self._damage = self.damage
            self.state.close()
            self.state = fresh
            self._moved.clear()
            return None
        if fresh is not self.state:
            fresh.close()
        if self._lock_is_ours:
            self._take_over()
        return []

    # -- writing

    @contextmanager
    def writing(self, notice: Callable[[], None] | None = None, patience: float = 30.0) -> Iterator[News | None]:
        """Hold the vault's lock; gives what others changed before. Inside itself it gives nothing new.

        Raises `Conflict` when the lock cannot be had for `patience` seconds, `DiskTrouble`, `Damaged` when the vault
        is a newer version's or another vault stands in its folder.
        """
        if self._depth:
            self._depth += 1
            try:
                yield []
            finally:
                self._depth -= 1
            return
        self._refuse()
        take(self._lock, self.folder, notice, patience)
        self._lock_is_ours = True
        snap = None
        try:
            try:
                news = self._settle()
            except OSError as error:
                raise trouble(error) from error
            self._refuse()
            self._depth = 1
            yield news
            snap = self._turn_over(self._compact_after)
        finally:
            self._depth = 0
            self._lock_is_ours = False
            self._lock.release()
        self._start(snap)

    def _refuse(self) -> None:
        if self._newer:
            raise Damaged(self.readonly)
        if self.readonly:
            raise DiskTrouble(self.readonly)
        if self.poisoned:
            raise DiskTrouble(_POISONED)

    def _settle(self) -> News | None:
        """Under the lock: see that the folder is ours, read on, and see that the log ends where we think it does."""
        found = self._watch.card()
        if found is None:
            put(self.folder, self._card, self.codec)
            self.note(f"{CARD} was lost or damaged and was written again.")
        self._card = found or self._card
        if not self._swept:
            self._swept = True
            remove_orphans(self.folder, os.listdir(self.folder))
        news = self._catch_up()
        path = self.state.log_path
        try:
            stat = os.stat(path)
        except FileNotFoundError:
            self._use(path)
            return news
        if self._pen.path != path or not self._pen.is_on(stat):
            self._use(path)
        if stat.st_size > self.state.off:
            if is_foreign(path, self._card):
                self._begin_log(self.state.free_gen())
            else:
                news = self._end_well(path, news)
        return news

    def _use(self, path: str) -> None:
        self._pen.close()
        self._pen = Pen(path)

    def _end_well(self, path: str, news: News | None) -> News | None:
        """What stands behind the last good line: a change that lacks its line feed gets it, and is news. All else is
        kept aside, then cut off."""
        off = self.state.off
        rest = read_from(path, off)
        length = whole(rest)
        if not length:
            self._cut(rest)
            return news
        if length < len(rest):
            self._pen.cut(off + length)
        self._pen.write(b"\n", off + length)
        more = self._catch_up()
        return None if news is None or more is None else news + more

    def _cut(self, rest: bytes) -> None:
        count, gen, off = rotten(rest), self.state.gen, self.state.off
        keep = aside(self.folder, f"{'damaged-log' if count else 'torn'}-{gen:08d}-{off}")
        fd = os.open(keep, os.O_WRONLY | os.O_CREAT | PLAIN_FLAGS, FILE_MODE)
        try:
            write_all(fd, rest)
            sync(fd)
        finally:
            os.close(fd)
        self._pen.cut(off)
        if count:
            text = "The last change in the log is damaged and cannot be read"
            text = text if count == 1 else f"The last {count} changes in the log are damaged and cannot be read"
        else:
            text = "The last change in the log was not finished"
        self.note(f"{text}; it was set aside in {os.path.basename(keep)}.")

    def append(self, stamp: Stamp, ops: list[Op]) -> Stamp:
        """Store one change; on the disk on return. Only inside `writing()`.

        Raises `DiskTrouble` (nothing happened), `ValueError` or `TypeError` when a document is not JSON.
        """
        self._refuse()
        state = self.state
        body = body_of(stamp._replace(n=state.seq + 1), ops)
        data = frame(self.codec.seal(body, f"log-{state.gen}"))
        if not state.off:
            data = header(self._card, state.gen, state.seq, self.codec) + data
        try:
            self._pen.write(data, state.off)
        except Poisoned as error:
            self.poisoned = True
            raise trouble(error) from error
        except OSError as error:
            raise trouble(error) from error
        return state.moved(data, body)[0]

    # -- compaction

    def _turn_over(self, limit: int) -> Snap | None:
        """Under the lock: start a new log if this one is long, and give the snapshot that should begin it."""
        state = self.state
        if state.off <= limit or (self._job is not None and self._job.is_alive()):
            return None
        if state.tables.light and state.off <= limit * _LIGHT_FACTOR:
            return None
        snap = None
        try:
            self.state.let_go(self._moved)
            gen = state.free_gen()
            # A snapshot that is there already is another vault's, so this log does without.
            taken = os.path.lexists(os.path.join(self.folder, base_name(gen)))
            snap = None if taken else self._picture(gen)
            self._begin_log(gen)
        except (OSError, OrganizerError):
            if snap is not None:
                snap.drop()
            return None
        return snap

    def _picture(self, gen: int) -> Snap:
        from data import compact

        state, tables = self.state, self.state.tables
        held = tables.frozen(), frozenset(state.unfit), tables.archive.share(), tables.gone()
        return compact.Snap(self.folder, self._card, self.codec, gen, state.seq, *held, state.at, self._archive_after)

    def _begin_log(self, gen: int) -> None:
        state = self.state
        self._pen.close()
        path = os.path.join(self.folder, log_name(gen))
        replace(path, [header(self._card, gen, state.seq, self.codec)])
        state.gen, state.off, state.mark = gen, 0, b""
        state.catch_up()
        self._use(path)

    def _start(self, snap: Snap | None) -> None:
        if snap is None:
            return
        if self._background:
            from threading import Thread

            self._job = Thread(target=snap.run, args=(self._moved,), name="snapshot")
            self._job.start()
        else:
            snap.run(self._moved)

    def _take_over(self) -> None:
        """Under the lock: the log on the disk is not the one we know. Keep theirs aside, write down all we hold."""
        gen, names = self.state.gen, os.listdir(self.folder)
        theirs = [log_name(one) for one in logs(names) if one >= gen and not self._is_foreign(log_name(one))]
        theirs += [base_name(one) for one in bases(names) if one > gen and not self._is_foreign(base_name(one), one)]
        # The snapshot first: from here on it alone says what we hold, whatever stands beside it.
        snap = self._picture(max([gen, *bases(names), *logs(names)]) + 1)
        snap.write()
        self._begin_log(snap.gen)
        for name in theirs:
            path = aside(self.folder, f"conflict-{name}")
            patiently(lambda name=name, path=path: os.replace(os.path.join(self.folder, name), path))  # type: ignore[misc]
        self.note("Another program replaced the vault's log; what it put there was kept as conflict-* files.")

    def _is_foreign(self, name: str, base: int = 0) -> bool:
        """Whether a log, or the snapshot of generation `base`, belongs to another vault."""
        path = os.path.join(self.folder, name)
        if base:
            return owner(path, base, self.codec) not in ("", self._card.id)
        return is_foreign(path, self._card)

    def close(self) -> None:
        """Wait for a snapshot under way, compact if that is due and cheap, let go of all files."""
        if self._job is not None:
            self._job.join()
        snap = None
        if not self.readonly and not self.poisoned and not self.state.tables.light and self._is_due():
            with suppress(OSError, OrganizerError), self._if_free() as free:
                if free:
                    self._settle()
                    snap = self._turn_over(0 if self.state.unfit else self._compact_after // 2)
        if snap is not None:
            snap.run(self._moved)
        self.state.close()
        self._pen.close()
        self._lock.close()

    def _is_due(self) -> bool:
        return bool(self.state.unfit) or self.state.off > self._compact_after // 2
