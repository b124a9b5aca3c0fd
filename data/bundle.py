"""The file of a backup: a zip of a vault's files as they lie on the disk, and a page that says what is in it.

The page, `backup.json`, is one line with its checksum: format, vault, when, number of the last change, whether the
vault was whole, and of every file its length and checksum. How many records there are is sealed if the vault is.
"""

from __future__ import annotations

import os
import struct
import zlib
from datetime import datetime
from types import TracebackType
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from data.codec import Codec, Doc, Sum, frame, loads, unframe
from data.files import FILE_MODE, FOLDER_MODE, PLAIN_FLAGS, hold, read_from, sync, write_all
from data.layout import CARD, FORMAT, Card, read_card
from data.names import is_ours
from organizer.errors import Damaged

PAGE, PLACE = "backup.json", "backup"
_PART = 1 << 20
_TORN = (
    BadZipFile,
    EOFError,
    LookupError,
    NotImplementedError,
    OverflowError,
    RuntimeError,
    ValueError,
    struct.error,
    zlib.error,
)
"""What reading a damaged zip may raise."""
_NO_ZIP = "That file is no backup of Organizer, so nothing was changed. organizer backups lists those there are."
_BROKEN = "This backup is damaged: {} Nothing was changed. organizer backups shows which others are whole."
_NEWER = "This backup was made by a newer Organizer. Nothing was changed; update this one, then restore it."


def pack(folder: str, path: str, codec: Codec, now: str, seq: int, counts: dict[str, int], whole: bool) -> None:
    """Write all files of a folder into a new zip, on the disk on return. Raises `OSError`."""
    fd = os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL | PLAIN_FLAGS, FILE_MODE)
    with os.fdopen(fd, "r+b") as file:
        hold(file.fileno())
        with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=6) as zip:
            card = read_card(read_from(os.path.join(folder, CARD))) or Card("")
            files = [[name, *_put(zip, os.path.join(folder, name), name, now)] for name in sorted(os.listdir(folder))]
            about: Doc = {"format": FORMAT, "kind": "backup", "vault": codec.vault or card.id, "made": now, "seq": seq}
            about.update(sealed=bool(codec.vault), whole=whole, files=files)
            zip.writestr(_info(PAGE, now), frame(codec.sign(about, {"counts": counts}, PLACE)))
        file.flush()
        sync(file.fileno())


def _put(zip: ZipFile, path: str, name: str, now: str) -> tuple[int, str]:
    sum = Sum()
    with open(path, "rb") as source, zip.open(_info(name, now), "w", force_zip64=True) as target:
        while part := source.read(_PART):
            target.write(sum.take(part))
    return sum.length, str(sum)


def _info(name: str, now: str) -> ZipInfo:
    year, rest = max(int(now[:4]), 1980), [int(now[at : at + 2]) for at in (5, 8, 11, 14)]
    info = ZipInfo(name, (year, rest[0], rest[1], rest[2], rest[3], 0))
    info.compress_type = ZIP_DEFLATED
    info.external_attr = (0o100000 | FILE_MODE) << 16
    return info


class Bundle:
    """A backup that is open for reading. Every error is a `Damaged` with its sentence, or an `OSError`."""

    def __init__(self, path: str) -> None:
        """Reads the page. Raises `Damaged` when it is no backup, a broken one, or a newer version's; `OSError`."""
        self.path = path
        try:
            self._zip = ZipFile(path)
        except _TORN:
            raise Damaged(_no_zip(path)) from None
        try:
            self.page = self._read_page()
        except BaseException:
            self.close()
            raise

    def _read_page(self) -> Doc:
        if PAGE not in self._zip.namelist():
            raise Damaged(_NO_ZIP)
        body = unframe(self._member(PAGE)[:-1])
        try:
            said: Doc = loads(body) if body is not None else {}
            newer = said.get("format", 0) > FORMAT
            self._body = body or b""
        except (AttributeError, TypeError, ValueError):
            said, newer = {}, False
        if newer:
            raise Damaged(_NEWER)
        if not _is_page(said):
            raise Damaged(_BROKEN.format("its first page does not verify."))
        return said

    def _member(self, name: str) -> bytes:
        try:
            return self._zip.read(name)
        except _TORN:
            raise Damaged(_BROKEN.format(f"{name} cannot be read.")) from None

    @property
    def made(self) -> str:
        """When it was made, local ISO time."""
        return str(self.page["made"])

    @property
    def sealed(self) -> bool:
        """Whether it opens with a passphrase only."""
        return bool(self.page["sealed"])

    @property
    def card(self) -> Card:
        """The card of the vault in it. Raises `Damaged`."""
        card = read_card(self._member(CARD))
        if card is None:
            raise Damaged(_BROKEN.format(f"{CARD} does not verify."))
        if card.format > FORMAT:
            raise Damaged(_NEWER)
        return card

    def about(self, codec: Codec) -> Doc:
        """All that the page says, proved, with what only its key opens. Raises `Damaged`."""
        try:
            return codec.proved(self._body, PLACE)
        except ValueError:
            raise Damaged(_BROKEN.format("its first page was not written with this key.")) from None

    def read(self, name: str) -> bytes:
        """One file. Raises `Damaged`."""
        return self._member(name)

    def verify(self) -> None:
        """Read every file and compare it with the page. Raises `Damaged`."""
        for name, length, sum in self.page["files"]:
            self._write(name, length, sum, -1)

    def unpack(self, folder: str) -> None:
        """Verify every file and write it to a new folder, on the disk on return. Raises `Damaged`, `OSError`."""
        os.makedirs(folder, FOLDER_MODE, exist_ok=True)
        for name, length, sum in self.page["files"]:
            if not is_ours(name):
                raise Damaged(_BROKEN.format("it holds a file that does not belong there."))
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | PLAIN_FLAGS
            fd = os.open(os.path.join(folder, name), flags, FILE_MODE)
            try:
                self._write(name, length, sum, fd)
                sync(fd)
            finally:
                os.close(fd)

    def _write(self, name: str, length: int, sum: str, fd: int) -> None:
        found = Sum()
        try:
            with self._zip.open(name) as source:
                # No more than it should be: a small zip can stand for more than any disk holds.
                while found.length <= length and (part := source.read(_PART)):
                    found.take(part)
                    if fd >= 0:
                        write_all(fd, part)
        except _TORN:
            raise Damaged(_BROKEN.format(f"{name} cannot be read.")) from None
        if (found.length, str(found)) != (length, sum):
            raise Damaged(_BROKEN.format(f"{name} does not verify."))

    def close(self) -> None:
        """Let go of the file."""
        self._zip.close()

    def __enter__(self) -> Bundle:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def _is_page(said: Doc) -> bool:
    """Whether a page says all that a page of this format does."""
    try:
        datetime.fromisoformat(said["made"])
        kinds = {"vault": str, "seq": int, "sealed": bool, "whole": bool}
        fits = all(isinstance(said[name], kind) for name, kind in kinds.items())
        fits = fits and (said["sealed"] or isinstance(said["counts"], dict))
        return fits and all(
            isinstance(name, str) and isinstance(length, int) and isinstance(sum, str)
            for name, length, sum in said["files"]
        )
    except (KeyError, TypeError, ValueError):
        return False


def _no_zip(path: str) -> str:
    with open(path, "rb") as file:
        begins = file.read(4)
    return _BROKEN.format("its end is missing.") if begins == b"PK\x03\x04" else _NO_ZIP
