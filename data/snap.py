"""What the engine knows of a snapshot to come. `data.compact`, which writes it, is read when one is due."""

from typing import Protocol


class Snap(Protocol):
    """A snapshot to come."""

    @property
    def gen(self) -> int:
        """Its generation."""

    def write(self) -> dict[str, list[str]]:
        """Write it."""

    def run(self, moved: dict[int, dict[str, list[str]]]) -> None:
        """Write it and tidy up, whatever the disk says; tell in `moved` what went to the archive."""

    def drop(self) -> None:
        """It will not be written."""
