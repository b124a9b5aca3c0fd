"""What comes before an entry."""

from organizer.practice import Practice
from organizer.records import Entry


def comes_first(practice: Practice, entry: Entry) -> str:
    """The words of the first open entry that comes before this one; "" where nothing does."""
    for id in entry.blocked_by:
        other = practice.entries.get(id)
        if other is not None and other.open:
            return " ".join(other.text.split())
    return ""
