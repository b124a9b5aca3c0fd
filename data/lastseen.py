"""What this computer has seen of a vault, kept beside it: its highest number, and a mark of that change.

The one sign that the end of a log was cut off cleanly, or that the folder was put back to an older state. It holds no
word of anyone's. It is not synced to the disk: after a power cut it may be older, and then sees less; never more.
"""

from __future__ import annotations

import os

from data.codec import Doc, dumps, loads
from data.files import FILE_MODE, FOLDER_MODE, PLAIN_FLAGS, read_from, write_all

_NAME = "last-seen.json"

Note = dict[str, Doc]
"""By id of a vault: `n`, `mark`, `at` (local ISO time), and `gone`: [first, last, when] of what is there no more."""


def path_of(home: str) -> str:
    """Where it is kept."""
    return os.path.join(home, "state", _NAME)


def read(home: str) -> Note:
    """What was noted; nothing when it cannot be read. To be read before the vault is: it may be written meanwhile."""
    try:
        found = loads(read_from(path_of(home)))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) and all(isinstance(one, dict) for one in found.values()) else {}


def write(home: str, vault: str, seen: Doc) -> None:
    """Note what was seen of a vault. Trouble with the disk is no trouble here."""
    path = path_of(home)
    try:
        note = {**read(home), vault: seen}
        try:
            _put(path, dumps(note) + b"\n")
        except FileNotFoundError:
            os.makedirs(os.path.dirname(path), FOLDER_MODE, exist_ok=True)
            _put(path, dumps(note) + b"\n")
    except OSError:
        pass


def _put(path: str, data: bytes) -> None:
    """In place, a hundred times cheaper than a new file; what is torn says nothing, and the next one writes it anew."""
    fd = os.open(path, os.O_WRONLY | os.O_CREAT | PLAIN_FLAGS, FILE_MODE)
    try:
        write_all(fd, data)
        os.truncate(fd, len(data))
    finally:
        os.close(fd)


def compare(seen: Doc, n: int, marks: dict[int, bytes], ways: str) -> Doc:
    """What is gone from a vault whose last change is `n`: `gone` as it should be noted now.

    `marks` are those of the changes since its snapshot, by number; `ways` tells one seal from another.
    What was gone stays so until it is acknowledged.
    """
    known, mark = _number(seen.get("n")), seen.get("mark")
    if known > n:
        return {"gone": [n + 1, known, str(seen.get("at", ""))]}
    here = marks.get(known)
    if mark and here is not None and mark_of(here) != mark and seen.get("ways") == ways:
        return {"gone": [known, known, str(seen.get("at", ""))]}
    return {}


def mark_of(end: bytes) -> str:
    """What tells a change from any other, from the last bytes of its line: the checksum in it, "" for none."""
    return end[-19:-3].decode("ascii", "replace")


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def sentence(gone: list[object]) -> str:
    """What is told, once."""
    from organizer.keeping import in_words  # no errand waits for it that has nothing to tell

    first, last, at = gone
    one = first == last
    which = f"change {last:,}" if one else f"changes {first:,} to {last:,}"
    when = f" ({'of' if one else 'the last of'} {in_words(str(at))})" if at else ""
    gone_now = "it is" if one else "they are"
    return f"This computer has seen {which} of the vault{when}, and {gone_now} not in it now."


def told(seen: Doc) -> list[object] | None:
    """What is gone and has not been acknowledged."""
    gone = seen.get("gone")
    return gone if isinstance(gone, list) and len(gone) == 3 else None


def acknowledge(home: str, vault: str) -> bool:
    """Begin anew from what there is; whether anything had been told."""
    seen = read(home).get(vault, {})
    if told(seen) is None:
        return False
    write(home, vault, {name: value for name, value in seen.items() if name != "gone"})
    return True


def forget(home: str, vault: str) -> None:
    """A backup was put in its place: nothing of what was seen counts any more."""
    write(home, vault, {})
