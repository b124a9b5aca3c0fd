"""The schedule: all that an agent may know of a practice without opening it. Times, names that say nothing, manners."""

from typing import Any, NamedTuple

from organizer.reminding import manners as ways
from organizer.reminding.manners import Manners
from organizer.reminding.telling import Item

FORMAT = 1


class Schedule(NamedTuple):
    """`of` says of which state of the vault it was made, `sealed` whether nobody but the office can make another."""

    items: tuple[Item, ...] = ()
    manners: Manners = Manners()
    zone: str = ""
    sealed: bool = False
    of: str = ""
    made: str = ""

    def doc(self) -> dict[str, Any]:
        """As JSON."""
        items = [[item.at, item.key, item.kind, *([item.zone] if item.zone else [])] for item in self.items]
        head = {"format": FORMAT, "made": self.made, "of": self.of, "sealed": self.sealed, "zone": self.zone}
        return {**head, "manners": self.manners.doc(), "items": items}


def from_doc(doc: Any) -> Schedule:
    """From JSON; what makes no sense is left out."""
    if not isinstance(doc, dict) or doc.get("format") != FORMAT:
        return Schedule()
    items = []
    for one in doc.get("items", ()):
        if isinstance(one, list) and len(one) in (3, 4) and isinstance(one[2], int):
            items.append(Item(str(one[0]), str(one[1]), one[2], str(one[3]) if len(one) > 3 else ""))
    manners = doc.get("manners")
    return Schedule(
        tuple(items),
        ways.from_doc(manners if isinstance(manners, dict) else {}),
        str(doc.get("zone", "")),
        doc.get("sealed") is True,
        str(doc.get("of", "")),
        str(doc.get("made", "")),
    )
