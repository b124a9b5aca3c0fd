"""From one format to the next: numbered steps over documents, one rebuild of the whole vault, backed up before.

A step is a pure function from a document of format N to the same in format N + 1, or None when there is none of it any
more. All documents go through it: those of the tables and of the archive, and those before and after each change that
the logs hold, so that undo goes on. What is built is swapped in at once; until then nothing has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from contextlib import suppress

from data import backup, cards
from data.codec import Codec, Doc, Docs, frame
from data.create import card_of
from data.files import read_from, replace
from data.layout import FORMAT, Card, base_name, log_name, logs
from data.log import Op, body_of, header, parse, scan
from data.names import kind_of
from data.snapshot import write
from data.state import State
from data.swap import swap
from data.tail import ended
from organizer.errors import Damaged

Step = Callable[[str, Doc], Doc | None]
"""(table, document) -> document."""

STEPS: Mapping[int, Step] = {}
"""From which format each leads to the next. Format 1 is the first, and the last so far."""

_NO_STEP = (
    "This vault is of format {}, from which no way leads to this version, so nothing was changed. Update Organizer."
)


class _Done(Exception):
    """Another program has been quicker."""


def migrate(home: str, codec: Codec, steps: Mapping[int, Step] = STEPS, to: int = FORMAT) -> bool:
    """Bring the vault of a home to a format; whether there was anything to do. It must not be open in this process.

    Raises `Damaged`, `DiskTrouble`, `Conflict`; then the vault is as it was.
    """
    folder = os.path.join(home, "vault")
    begun = card_of(folder, codec)
    if begun.format >= to:
        return False
    if any(number not in steps for number in range(begun.format, to)):
        raise Damaged(_NO_STEP.format(begun.format))
    backup.keep_before(home, codec, f"before-format-{to}")

    def build(target: str) -> None:
        card = card_of(folder, codec)
        if card.format >= to:
            raise _Done
        chain = [steps[number] for number in range(card.format, to)]
        _Rebuild(folder, target, codec, card._replace(format=to), chain).run()

    with suppress(_Done):
        swap(folder, build)
    return True


class _Rebuild:
    """The vault once more, each document having gone through the steps."""

    def __init__(self, source: str, target: str, codec: Codec, card: Card, steps: list[Step]) -> None:
        self._source, self._target = source, target
        self._codec, self._card, self._steps = codec, card, steps

    def run(self) -> None:
        """Write all of it, the card last. Raises `Damaged`, `OSError`."""
        names = os.listdir(self._source)
        for gen in logs(names):
            self._log(gen)
        for name in names:
            if kind_of(name) in ("history", "aside", "copy", "unknown"):
                replace(os.path.join(self._target, name), [read_from(os.path.join(self._source, name))])
        self._snapshots(max(logs(names), default=0) + 1)
        cards.put(self._target, self._card, self._codec)

    def _stepped(self, table: str, doc: Doc | None) -> Doc | None:
        for step in self._steps:
            doc = step(table, doc) if doc is not None else None
        return doc

    def _log(self, gen: int) -> None:
        found = scan(ended(read_from(os.path.join(self._source, log_name(gen)))), self._codec, gen)
        if found.header is not None and found.header["vault"] != self._card.id:
            return
        after = found.header["after"] if found.header else 0
        lines = [header(self._card, gen, int(after), self._codec)]
        for body, _ in found.records:
            about, ops = parse(body)
            moved: list[Op] = [
                (table, id, self._stepped(table, old), self._stepped(table, new)) for table, id, old, new in ops
            ]
            lines.append(frame(self._codec.seal(body_of(about, moved), f"log-{gen}")))
        replace(os.path.join(self._target, log_name(gen)), lines)

    def _snapshots(self, gen: int) -> None:
        """Two of them, so that there are two to read from the first moment on; what is over with moves again later."""
        state = State(self._source, card_of(self._source, self._codec), self._codec)
        try:
            tables: dict[str, Docs] = {}
            for name in state.tables.names():
                held: dict[str, Doc] = {}
                for part in state.tables.old(name):
                    held.update(part)
                held.update(state.tables.docs(name).items())
                moved = {id: self._stepped(name, doc) for id, doc in held.items()}
                tables[name] = {id: doc for id, doc in moved.items() if doc is not None}
            for number in (gen, gen + 1):
                write(os.path.join(self._target, base_name(number)), self._card, number, state.seq, tables, self._codec)
            line = header(self._card, gen + 1, state.seq, self._codec)
            replace(os.path.join(self._target, log_name(gen + 1)), [line])
        finally:
            state.close()
