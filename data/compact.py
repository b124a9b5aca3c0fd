"""A new snapshot, and what may go once it is there."""

import os
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from itertools import pairwise
from typing import NamedTuple

from data import place
from data.archive import Archive, listed_by
from data.codec import Codec
from data.files import patiently, read_from, remove, remove_if_free
from data.history import boil_down
from data.layout import LOCK, Card, archive_name, archives, aside, base_name, bases, log_name, logs
from data.lock import Lock
from data.log import is_foreign, read_header
from data.moving import Moved, Picture, Place, move
from data.packed import Packed
from data.segment import owner_of
from data.snapshot import Unreadable, owner, write
from organizer.errors import OrganizerError

KEEP_CHANGES = 1000
"""A log stays until at least so many changes have been made after it: undo and the history read it."""


class Snap(NamedTuple):
    """A picture of the tables as of change `seq`, to be written as the snapshot of generation `gen`.

    `unfit` are generations whose snapshots do not verify; `now` is the time of the last change, `least` how many
    documents must be over with for them to move to the archive. What was removed since the snapshot of `archive` is in
    `gone`. If `anew`, the whole archive is written again, under this codec.
    """

    folder: str
    card: Card
    codec: Codec
    gen: int
    seq: int
    tables: Mapping[str, Packed]
    unfit: frozenset[int]
    archive: Archive
    gone: Mapping[str, Collection[str]]
    now: str = ""
    least: int = 500
    anew: bool = False

    def write(self) -> dict[str, list[str]]:
        """Write it; gives the ids that went to the archive, by table. Takes no lock.

        Raises `OSError`, and what `place.check` does when the folder is not ours any more. That is looked at when the
        file is open and empty: it then lies in our own folder, and if another is put in its place meanwhile, nothing of
        ours gets into that.
        """

        def ours() -> None:
            place.check(self.folder, self.card, self.codec)

        path = os.path.join(self.folder, base_name(self.gen))
        try:
            moved = self._move(ours)
            try:
                write(path, self.card, self.gen, self.seq, moved.tables, self.codec, ours, moved.more)
            finally:
                moved.release()
        finally:
            self.archive.close()
        return moved.ids

    def drop(self) -> None:
        """It will not be written: let go of the archive."""
        self.archive.close()

    def _move(self, ours: Callable[[], None]) -> Moved:
        """What is over with goes to the archive, whose new segments are on the disk before the snapshot lists them."""
        picture = Picture(self.tables, self.archive, self.gone, self.now, self.least, self.anew)
        return move(picture, Place(self.folder, self.card, self.codec, self.gen, self.seq, ours))

    def run(self, done: dict[int, dict[str, list[str]]] | None = None) -> None:
        """Write it and tidy up; `done` is told what went to the archive, by generation and table.

        No room for it is no loss: the logs hold everything, and the next one tries again.
        """
        lock = Lock(os.path.join(self.folder, LOCK))
        with suppress(OSError, OrganizerError):
            moved = self.write()
            if done is not None:
                done[self.gen] = moved
            lock.take()
            try:
                place.check(self.folder, self.card, self.codec)
                self.tidy()
            finally:
                lock.release()
        lock.close()

    def tidy(self) -> None:
        """Under the lock: keep the two newest sound snapshots, their logs, and logs that reach back far enough.

        What belongs to another vault is left as it is.
        """
        names = os.listdir(self.folder)
        owners = {gen: owner(self._path(base_name(gen)), gen, self.codec) for gen in bases(names)}
        sound = [gen for gen, id in owners.items() if id == self.card.id and gen not in self.unfit]
        if not sound:
            return
        keep = sound[-2:][0]
        for gen, id in owners.items():
            if gen in sound:
                if gen < keep:
                    remove(self._path(base_name(gen)))
            elif id in ("", self.card.id) and gen < self.gen:
                self._set_aside(base_name(gen))
        if names_of_archive := archives(names):
            self._tidy_archive(names_of_archive)
        self._tidy_logs([gen for gen in logs(names) if not is_foreign(self._path(log_name(gen)), self.card)], keep)

    def _tidy_logs(self, gens: list[int], keep: int) -> None:
        for gen, following in pairwise(gens):
            # The number of the last change before it; when it cannot say, one that keeps the older logs.
            head = read_header(self._path(log_name(following))) or {}
            if gen < keep and self.seq - int(head.get("after", self.seq)) >= KEEP_CHANGES:
                path = self._path(log_name(gen))
                boil_down(self.folder, read_from(path), self.codec, gen)
                remove(path)

    def _tidy_archive(self, names: list[str]) -> None:
        """Remove the segments that no snapshot lists and nobody has open, be it to read or to write them."""
        listed: set[str] = set()
        for gen in bases(os.listdir(self.folder)):
            try:
                listed |= listed_by(self._path(base_name(gen)), gen, self.codec)
            except (Unreadable, FileNotFoundError):
                return
        for name in names:
            path = self._path(archive_name(name))
            if name not in listed and owner_of(path) in ("", self.card.id):
                # Asked once more when the file is ours alone: a snapshot that lists it may have come since, and until
                # it had come its writer did not let go of the file.
                remove_if_free(path, unless=lambda name=name: self._is_listed(name))  # type: ignore[misc]

    def _is_listed(self, name: str) -> bool:
        """Whether any snapshot lists a segment, or might, since it cannot be read."""
        for gen in bases(os.listdir(self.folder)):
            try:
                if name in listed_by(self._path(base_name(gen)), gen, self.codec):
                    return True
            except (Unreadable, FileNotFoundError):
                return True
        return False

    def _set_aside(self, name: str) -> None:
        path = aside(self.folder, f"damaged-{name}")
        patiently(lambda: os.replace(self._path(name), path))

    def _path(self, name: str) -> str:
        return os.path.join(self.folder, name)
