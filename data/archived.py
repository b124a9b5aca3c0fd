"""The archive looked through for a check: every part of every segment, and what is not there any more."""

from __future__ import annotations

import os
from contextlib import suppress

from data.archive import Archive
from data.codec import Codec
from data.layout import archive_name, archives, base_name
from data.segment import About
from data.snapshot import Snapshot, Unreadable
from organizer.keeping import Finding


def examine(folder: str, codec: Codec, sound: list[int]) -> list[Finding]:
    """What is wrong with the segments that the sound snapshots list. Raises `OSError`."""
    found: list[Finding] = []
    listed: dict[str, About] = {}
    for gen in reversed(sound):
        archive = _archive(folder, gen, codec)
        if archive is None:
            continue
        try:
            fresh = {name: about for name, about in archive.abouts.items() if name not in listed}
            listed.update(fresh)
            broken = {
                name: why for name, about in fresh.items() if (why := broken_by(_path(folder, name), about, codec))
            }
            ids = archive.missing_ids() if broken else {}
            for name, why in broken.items():
                found.append(_told(name, why, fresh[name], ids.get(name, {})))
        finally:
            archive.close()
    for name in archives(os.listdir(folder)):
        if name not in listed and sound:
            file = archive_name(name)
            found.append(Finding("unfinished", f"{file} is listed by no snapshot; it goes with the next one.", file))
    return found


def _archive(folder: str, gen: int, codec: Codec) -> Archive | None:
    with suppress(Unreadable):
        snapshot = Snapshot(os.path.join(folder, base_name(gen)), gen, codec)
        return Archive(snapshot, folder, codec, lambda text: None)
    return None


def listed(folder: str, codec: Codec, sound: list[int]) -> dict[str, About]:
    """What the sound snapshots say of their segments, by name."""
    found: dict[str, About] = {}
    for gen in reversed(sound):
        archive = _archive(folder, gen, codec)
        if archive is not None:
            found = {**archive.abouts, **found}
            archive.close()
    return found


def _path(folder: str, name: str) -> str:
    return os.path.join(folder, archive_name(name))


def broken_by(path: str, about: About, codec: Codec) -> str:
    """What is wrong with a segment, "" when the file at `path` is it, and whole."""
    try:
        file = Snapshot(path, about.gen, codec, about.name)
    except FileNotFoundError:
        return "it is missing"
    except Unreadable as error:
        return str(error)
    try:
        file.verify()
        return "" if file.sum == about.sum else "it is not the file that was written"
    except Unreadable as error:
        return str(error)
    finally:
        file.close()


def _told(name: str, why: str, about: About, ids: dict[str, list[str]]) -> Finding:
    lost = tuple(id for some in ids.values() for id in some)
    held = f" {len(lost):,} records of {about.year} cannot be read." if lost else ""
    return Finding("damage", f"{archive_name(name)} is damaged: {why}.{held}", archive_name(name), lost, about.year)
