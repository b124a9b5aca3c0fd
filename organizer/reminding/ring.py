"""One reminder: what it is about, and when it rings."""

from typing import NamedTuple

KINDS = ("task", "event", "promise", "inquiry", "ritual", "renewal")
"""What can ring. The schedule names them by their place in here: new ones go to the end."""


class Ring(NamedTuple):
    """One reminder.

    `at` is the wall time at which it rings, ISO to the minute, in `zone` ("" for wherever the person is); `due` what
    it leads up to and `lead` how long before that, "180d", "1h" or "" for at its time. `series` stands for the id
    where the record comes back under others. `client` says that it is linked to a client: then its words stay in here.
    """

    kind: str
    table: str
    id: str
    at: str
    due: str
    lead: str = ""
    zone: str = ""
    text: str = ""
    who: str = ""
    area: str = ""
    client: bool = False
    series: str = ""

    @property
    def about(self) -> str:
        """The record as "never for this" names it."""
        return f"{self.table}:{self.series or self.id}"

    @property
    def name(self) -> str:
        """What tells it from every other one, wherever and whenever it is derived."""
        return f"{self.about}@{self.due}~{self.lead}"
