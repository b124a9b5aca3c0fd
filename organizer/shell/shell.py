"""What every verb is given: the terminal, the moment, and the office, opened when first asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from organizer.clock import Clock, from_environment
from organizer.errors import NotFound
from organizer.manner import speak
from organizer.office import Office, Vault
from organizer.practice import Practice
from organizer.records import Entry
from organizer.shell.terminal import Lines, Terminal


class Kept(Vault, Protocol):
    """A vault, with what `where` tells about it."""

    @property
    def damage(self) -> list[str]:
        """What was found broken, a sentence each."""

    @property
    def path(self) -> str:
        """The folder of the vault."""

    @property
    def id(self) -> str:
        """Which vault it is."""

    @property
    def key(self) -> object:
        """What opens it, None when it is not sealed."""


class Shell:
    """One run of a verb. `open_vault` opens the vault of the home; it is not called before it is needed."""

    def __init__(self, terminal: Terminal, open_vault: Callable[[], Kept], clock: Clock | None = None) -> None:
        self.terminal = terminal
        self.clock = clock or from_environment()
        self._open_vault = open_vault
        self._vault: Kept | None = None
        self._office: Office | None = None

    @property
    def vault(self) -> Kept:
        """The vault. Raises `DiskTrouble`, `Damaged` or `Locked` when it cannot be opened."""
        if self._vault is None:
            self._vault = self._open_vault()
        return self._vault

    @property
    def office(self) -> Office:
        """The office that every change goes through; its changes are signed "shell"."""
        if self._office is None:
            self._office = Office(self.vault, self.clock, "shell")
            self._office.on_wait = self.waiting
            speak(self._office.practice.setting)
        return self._office

    @property
    def wrote(self) -> bool:
        """Whether something was changed."""
        return self._office is not None and self._office.wrote

    @property
    def key(self) -> object:
        """What opens the vault, None when it is not sealed or was not opened."""
        return self._vault.key if self._vault is not None else None

    def waiting(self) -> None:
        """Say why it takes long."""
        self.terminal.tell("Waiting for another Organizer to finish writing…")

    @property
    def practice(self) -> Practice:
        """The records."""
        return self.office.practice

    def close(self) -> None:
        """Leave the vault in order, and tell what was found broken in it."""
        if self._vault is not None:
            self._vault.close()
            self.terminal.tell(*self._vault.damage)

    def area_id(self, given: str) -> str:
        """The id of the area meant. Raises `NotFound` with the names there are."""
        from organizer.commands.fields import area_of

        areas = self.practice.areas_in_order()
        found = area_of(areas, given)
        if found is None:
            raise NotFound(f"There is no area {given!r}. The areas are: {', '.join(area.name for area in areas)}.")
        return found

    def show_entries(self, entries: Sequence[Entry], json: bool) -> None:
        """Entries as JSON, or a line each."""
        if json:
            from organizer.views.entry_line import entry_line

            self.terminal.json(Lines(map(entry_line, entries)))
        else:
            from organizer.shell.lines import one_line

            now = self.clock.now()
            self.terminal.out(*(one_line(self.practice, entry, now, self.terminal.ascii) for entry in entries))
