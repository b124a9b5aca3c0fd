"""A way through JSON text that may be long: one value at a time, and always knowing in which line."""

from __future__ import annotations

import json
from collections.abc import Callable
from math import isfinite
from typing import Any, NoReturn

CHUNK = 1 << 16
_SPACE = " \t\r\n"


class NotJson(ValueError):
    """It is not JSON; the sentence says where."""


def _no_number(name: str) -> NoReturn:
    raise ValueError(f"{name} is no number of JSON")


def _finite(figures: str) -> float:
    found = float(figures)
    return found if isfinite(found) else _no_number(figures[:40])


_DECODER = json.JSONDecoder(parse_constant=_no_number, parse_float=_finite)


def value_of(text: str) -> Any:
    """What a whole text of JSON says, of which all can be written again. Raises `ValueError`, `RecursionError`."""
    return _DECODER.decode(text)


class Walk:
    """Where one is in a text that `read(size)` gives piece by piece, "" at its end. No more of it is held than the
    value one stands at. All raise `NotJson`."""

    def __init__(self, read: Callable[[int], str]) -> None:
        self._read = read
        self._text, self._at, self._over = "", 0, False
        self._lines, self._counted = 1, 0

    @property
    def line(self) -> int:
        """The line in which one stands, the first is 1."""
        self._lines += self._text.count("\n", self._counted, self._at)
        self._counted = self._at
        return self._lines

    def _more(self, size: int) -> None:
        """Let go of what is behind, and read on."""
        new = "" if self._over else self._read(size)
        self._over = self._over or not new
        self._lines = self.line
        self._text, self._at, self._counted = self._text[self._at :] + new, 0, 0

    def peek(self) -> str:
        """The next sign that is no space; "" at the end."""
        while True:
            text, at = self._text, self._at
            while at < len(text) and text[at] in _SPACE:
                at += 1
            self._at = at
            if at < len(text):
                return text[at]
            if self._over:
                return ""
            self._more(CHUNK)

    def take(self, signs: str) -> str:
        """One of these signs, which has to come next; gives it."""
        found = self.peek()
        if not found or found not in signs:
            self.refuse(f"{' or '.join(signs)} should stand here" if found else "the text ends too early")
        self._at += 1
        return found

    def value(self) -> Any:
        """The value that comes next."""
        if not self.peek():
            self.refuse("the text ends too early")
        size = CHUNK
        while True:
            try:
                found, end = _DECODER.raw_decode(self._text, self._at)
                if end < len(self._text) or self._over:
                    self._at = end
                    return found
            except RecursionError:
                self.refuse("it is nested too deeply")
            except ValueError as error:
                if self._over:
                    at = error.pos if isinstance(error, json.JSONDecodeError) else self._at
                    self._at = min(at, len(self._text))
                    self.refuse("it is not JSON")
            self._more(size)
            size *= 2

    def end(self) -> None:
        """Nothing may come any more."""
        if self.peek():
            self.refuse("something follows after the end")

    def refuse(self, why: str) -> NoReturn:
        """Say what is wrong in this line."""
        raise NotJson(f"Line {self.line:,}: {why}")
