"""Where the lines of a log are broken: left unfinished by a writer that died, or rotten since.

A line is written in one go, its line feed last. A program that is killed leaves the beginning of one; a power cut may
also leave sectors of zeros in it, which no line has. A line that is all there and does not verify has rotted.
"""

from __future__ import annotations

from data.codec import KEY, TAIL, unframe

_TRIES = 8
"""How many places in a broken line are looked at: a sound one has one."""


def part(data: bytes) -> bytes:
    """The same bytes, with a line feed where there is one no more between two lines that verify."""
    return b"\n".join(line if unframe(line) is not None else _parted(line) for line in data.split(b"\n"))


def _parted(line: bytes) -> bytes:
    at, start = line.find(KEY), 0
    for _ in range(_TRIES):
        if at < 0:
            break
        end = at + TAIL
        if end < len(line) and unframe(line[start:end]) is not None:
            line = line[:end] + b"\n" + line[end + 1 :]
            start = end + 1
        at = line.find(KEY, at + 1)
    return line


def whole(tail: bytes) -> int:
    """Up to where the bytes behind the last good line end in one that verifies and lacks no more than its line feed;
    0 when they do not."""
    start = tail.rfind(b"\n") + 1
    for length in (len(tail), len(tail) - 1):
        if length > start and unframe(tail[start:length]) is not None:
            return length
    return 0


def ended(data: bytes) -> bytes:
    """All bytes of a log that nobody writes to any more, its last line with a line feed if it is there but for that."""
    length = 0 if data.endswith(b"\n") else whole(data)
    return data[:length] + b"\n" if length else data


def rotten(tail: bytes) -> int:
    """How many lines there are that do not verify but were finished once."""
    return sum(b"\0" not in line for line in tail.split(b"\n")[:-1])


def finished(line: bytes) -> bool:
    """Whether a line that was not the last of its file was finished once: its end looks like one."""
    return b"\0" not in line and (line.endswith(b'"}') or line[-TAIL:-18] == KEY)
