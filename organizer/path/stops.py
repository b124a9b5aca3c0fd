"""The stops of a client's way an office begins with, those it has now, and finding one by its name.

“Think of every step, and then work on simplifying that path”.
"""

from __future__ import annotations

from organizer.errors import NotFound
from organizer.practice import Practice
from organizer.records.path import Stop

FIRST = (
    Stop(
        "find", "", "Find us", "Find",
        "What does someone see who has never heard of us, tired, on a phone?",
        "One sentence at the top: whom we help, where, and whether there is room.",
        1,
    ),
    Stop(
        "ask", "", "Ask", "Ask",
        "How does a call or a message reach us, and how long until they hear something?",
        "Say on the greeting when we call back, and keep it, even when we are full.",
        2,
    ),
    Stop(
        "book", "", "Book", "Book",
        "How many messages go back and forth before there is an hour?",
        "Offer two times in the first answer, or a page to pick from.",
        3,
    ),
    Stop(
        "prepare", "", "Prepare", "Prepare",
        "Forms, fees, estimate, directions: what arrives, in which order, how much in one go?",
        "One message with everything, forms online, and what to expect in the first hour.",
        4,
    ),
    Stop(
        "arrive", "", "Arrive", "Arrive",
        "Parking, door, stairs, bell, waiting room; or the link, and what to do when it does not open.",
        "A photo of the door, and a number to call from the sidewalk.",
        5,
    ),
    Stop(
        "meet", "", "Meet", "Meet",
        "Do we begin on time, alert and ready, in a room that is neither too warm nor too dark?",
        "Ten minutes between hours, kept free on purpose.",
        6,
    ),
    Stop(
        "pay", "", "Pay", "Pay",
        "Is it clear what it costs, how to pay, and whom to ask about it?",
        "A card on file, and one friendly line before it is charged.",
        7,
    ),
    Stop(
        "stay", "", "Stay in touch", "Stay",
        "What happens between hours: reminders, a missed hour, a question, a change of time?",
        "One kind follow-up, the same for everyone, when nothing is booked.",
        8,
    ),
    Stop(
        "goodbye", "", "Goodbye", "Bye",
        "How does it end: a last hour, a summary, an open door, an unanswered message?",
        "A short letter: thank you, how to come back, and where else to turn.",
        9,
    ),
)  # fmt: skip
"""From finding us to goodbye: at each, what to look at, and one way it could be simpler."""


def stops(practice: Practice) -> list[Stop]:
    """The stops of the way in, in order: those it begins with, as they were changed since, and the office's own."""
    own = {id: one for id, one in practice.table("stops").items() if isinstance(one, Stop)}
    found = [own.pop(stop.id, stop) for stop in FIRST] + list(own.values())
    return sorted((stop for stop in found if not stop.gone), key=lambda stop: stop.order)


def find_stop(practice: Practice, given: str) -> Stop:
    """The stop with this id or name, or the only one that begins so. Raises `NotFound` with the names there are."""
    wanted = " ".join(given.split()).casefold()
    found = stops(practice)
    for stop in found:
        if wanted and wanted in (stop.id, stop.name.casefold(), stop.short.casefold()):
            return stop
    begun = [stop for stop in found if wanted and stop.name.casefold().startswith(wanted)]
    if len(begun) == 1:
        return begun[0]
    names = ", ".join(stop.name for stop in found)
    raise NotFound(f"There is no stop {given!r}. They are: {names}." if wanted else f"At which stop? {names}.")
