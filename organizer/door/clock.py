"""The clock of an inquiry: by when it is to be answered, and how much of that time is gone."""

from datetime import datetime

from organizer.door import hours
from organizer.practice import Practice
from organizer.records.door import Inquiry
from organizer.settings.door import TRY_AGAIN
from organizer.word.due import there

WITHIN = {"the same day": 0, "one working day": 1, "two working days": 2, "three working days": 3}
"""The standing word (setting `answer_within`) in office days."""


class Clock:
    """Reads the clock of inquiries at a local moment in `zone`. The office keeps the hours of the zone in which a call
    came in, so that a journey moves no due time."""

    def __init__(self, practice: Practice, now: datetime, zone: str = "") -> None:
        self._practice, self._now, self._zone = practice, now, zone
        self.days = WITHIN.get(str(practice.setting("answer_within", "")), 1)
        self.again = int(TRY_AGAIN.of(practice))

    def begin(self, inquiry: Inquiry) -> datetime:
        """When the wait began that is going on: when it came in, or when word was left last; in its own zone. Raises
        `ValueError` for what is no time."""
        last = inquiry.answers[-1] if inquiry.answers else None
        if last is None:
            return datetime.fromisoformat(inquiry.received)
        return there(datetime.fromisoformat(last.at), last.zone, inquiry.zone)

    def read(self, inquiry: Inquiry) -> tuple[datetime, float, int]:
        """By when in the time of here, the part of the time that is gone (above 1 when it is past), and the minutes of
        office time waited."""
        try:
            begin = self.begin(inquiry)
        except ValueError:
            return self._now, 1.0, 0
        days = self.again if inquiry.answers else self.days
        due = hours.add_working(self._practice, begin, days)
        now = there(self._now, self._zone, inquiry.zone)
        waited = hours.working_minutes(self._practice, begin, now)
        whole = hours.working_minutes(self._practice, begin, due)
        part = waited / whole if whole and now < due else max(1.0, waited / whole if whole else 1.0)
        return there(due, inquiry.zone, self._zone), part, waited

    def took(self, inquiry: Inquiry, heard: str, zone: str) -> int:
        """Minutes of office time until they heard from me. Raises `ValueError`."""
        end = there(datetime.fromisoformat(heard), zone, inquiry.zone)
        return hours.working_minutes(self._practice, datetime.fromisoformat(inquiry.received), end)

    def in_time(self, inquiry: Inquiry, heard: str, zone: str) -> bool:
        """Whether they heard from me within the standing word. Raises `ValueError`."""
        begin = datetime.fromisoformat(inquiry.received)
        end = there(datetime.fromisoformat(heard), zone, inquiry.zone)
        return end <= hours.add_working(self._practice, begin, self.days)
