"""Adopting: sensible first dates on any day of the year, nothing twice, one change that can be taken back."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime, timedelta

import pytest

from data.starter.library import library
from organizer.packs import DATE_WANTED, Bundle, Task, adopted, draft_entries, draft_happening, first_due
from organizer.records import Area, Entry
from organizer.repeat import following
from organizer.views.today import today
from tests.commands_.tools import NOW, Room

LIBRARY = library()
JUNE, JANUARY, LEAP = NOW, datetime(2027, 1, 1, 8), datetime(2028, 2, 29, 12)


def tasks(*names: str) -> list[Task]:
    """Tasks of bundles, and tasks, by name."""
    found: list[Task] = []
    for name in names:
        one = LIBRARY.find(name)
        found += LIBRARY.of(one) if isinstance(one, Bundle) else [one]
    return found


def named(entries: list[Entry]) -> dict[str, Entry]:
    """Entries by the short name of their task."""
    return {str(dict(entry.extra)["pack"]).partition("/")[2]: entry for entry in entries}


def drafts(now: datetime, *names: str) -> dict[str, Entry]:
    """What adopting would make in an empty practice."""
    return named(draft_entries(tasks(*names), now, Room(now=now).office.practice))


def yearly(entry: Entry) -> bool:
    """Whether it comes on dates of the year."""
    assert entry.repeat
    return bool(entry.repeat.dates) or "YEARLY" in entry.repeat.rule


# -- first dates


def test_solo_insurance_on_a_june_day() -> None:
    found = drafts(JUNE, "solo-insurance")
    assert len(found) == 24
    days = {name: entry.due for name, entry in found.items()}
    assert days["estimated-tax"] == "2026-06-15"
    assert days["submit-claims"] == days["post-payments"] == "2026-06-16"
    assert days["unsigned-notes"] == "2026-06-12"
    assert days["denied-claims"] == "2026-06-18", "today is a Thursday: the next one"
    assert days["return-calls"] == "2026-06-12"
    assert days["records-export"] == "2026-07-03"
    assert days["money-page"] == "2026-07-08"
    assert (days["treatment-plans"], days["caqh"]) == ("2026-06-25", "2026-06-26")
    assert days["verify-benefits"] == "2027-01-04"
    assert days["license-renewal"] is days["malpractice"] is None


@pytest.mark.parametrize("bundle", [bundle.id for bundle in LIBRARY.bundles])
@pytest.mark.parametrize("now", [JUNE, JANUARY, LEAP, *(JUNE + timedelta(days=n) for n in range(1, 7))], ids=str)
def test_the_first_day_is_a_day_like_any_other(now: datetime, bundle: str) -> None:
    """Nothing is past; today holds a date of the year at most; no day of the first weeks holds everything."""
    made = list(drafts(now, bundle).values())
    dues = [entry.due for entry in made if entry.due]
    assert all(due >= now.date().isoformat() for due in dues)
    assert not [e.text for e in made if e.due == now.date().isoformat() and not yearly(e)]
    busiest = Counter(dues).most_common(1)
    assert not busiest or busiest[0][1] <= 6
    assert all(date.fromisoformat(due) - now.date() <= timedelta(days=366) for due in dues)


def test_on_january_first() -> None:
    found = drafts(JANUARY, "accounting", "training")
    assert found["estimated-tax"].due == "2027-01-15"
    assert found["w2-1099"].due == "2027-02-01", "January 31 is a Sunday"
    assert found["verify-benefits"].due == "2027-01-04"
    assert found["learning-plan"].due == "2027-01-12"
    assert found["tax-returns"].due == "2027-03-15"
    assert found["nppes"].due == "2027-05-05"
    assert found["nppes"].start == "2027-04-14"


def test_on_february_29() -> None:
    found = drafts(LEAP, "accounting", "documentation")
    assert found["tax-returns"].due == "2028-03-15"
    assert found["card-payments"].due == "2028-03-01"
    assert found["consent-refresh"].due == "2029-01-20"
    leap = Task("own/leap", "Leap", "", "calendar", "every february 29", "", "", "")
    assert first_due(leap, LEAP) == "2028-02-29"
    assert first_due(leap, datetime(2028, 3, 1)) == "2029-02-28", "as the grammar has it"


def test_weekly_ones_spread_over_the_week() -> None:
    week = Counter(entry.due for entry in drafts(datetime(2026, 6, 14), "solo-insurance").values())
    days = [(date(2026, 6, 15) + timedelta(days=n)).isoformat() for n in range(5)]
    assert all(1 <= week[day] <= 5 for day in days), week


def test_what_is_far_off_stays_out_of_sight_until_its_notice() -> None:
    found = drafts(JUNE, "solo-insurance")
    hidden = {name: (entry.start, entry.due) for name, entry in found.items() if entry.start}
    assert hidden == {
        "backup-test": ("2026-08-12", "2026-09-02"),
        "professional-will": ("2026-10-06", "2026-11-05"),
        "verify-benefits": ("2026-12-21", "2027-01-04"),
        "risk-analysis": ("2026-08-31", "2026-09-21"),
    }


def test_what_has_a_date_of_its_own_waits_in_the_inbox() -> None:
    license = drafts(JUNE, "license-renewal")["license-renewal"]
    assert (license.due, license.stage, license.tags) == (None, "inbox", (DATE_WANTED,))
    assert license.step == "Find the date on the license and set it here."


def test_an_entry_says_why_and_where_from() -> None:
    estimate = drafts(JUNE, "estimated-tax")["estimated-tax"]
    assert estimate.area == "accounting"
    assert (estimate.estimate, estimate.dread, estimate.stage) == (30, 3, "next")
    assert [check.text for check in estimate.checklist][-1] == "Confirmation saved"
    why, differs, source = estimate.notes.split("\n")
    assert why.startswith("The four periods")
    assert differs == "Differs by state: check yours."
    assert source.startswith("Source: joinheard.com")
    assert estimate.repeat
    assert (estimate.repeat.leads, estimate.repeat.shift) == ((14, 3), "next-business-day")
    assert drafts(JUNE, "license-renewal")["license-renewal"].reminders == ("180d", "90d", "30d", "7d")


def test_an_area_that_is_retired_or_gone_is_left_open() -> None:
    room = Room(Area("accounting", name="Accounting", retired=True))
    assert draft_entries(tasks("estimated-tax"), JUNE, room.office.practice)[0].area == ""
    odd = Task("own/odd", "Odd", "garden", "calendar", "every friday", "", "", "")
    assert draft_entries([odd], JUNE, room.office.practice)[0].area == ""


# -- what comes after


@pytest.mark.parametrize("now", [JUNE, JANUARY, LEAP], ids=str)
def test_every_adopted_one_comes_back_as_its_rhythm_says(now: datetime) -> None:
    entries = drafts(now, *(bundle.id for bundle in LIBRARY.bundles[4:]))
    assert len(entries) == 82 - 9
    for name, entry in entries.items():
        after = following(entry._replace(id="first"), datetime.fromisoformat(entry.due or "2026-06-11"), "id", "uuid")
        if entry.due is None:
            assert (entry.repeat, after) == (None, None), name
            continue
        assert entry.repeat
        assert after, name
        assert (after.due or "") > entry.due
        assert dict(after.extra)["pack"] == dict(entry.extra)["pack"]
        assert [check.text for check in after.checklist] == [check.text for check in entry.checklist]


def test_the_next_one_of_some() -> None:
    entries = drafts(JUNE, "estimated-tax", "caqh", "submit-claims", "w2-1099", "professional-will")

    def next_of(name: str) -> tuple[str | None, str | None]:
        entry = entries[name]._replace(id="first")
        after = following(entry, datetime.fromisoformat(entry.due or ""), "id", "uuid")
        return (after.due, after.start) if after else (None, None)

    assert next_of("estimated-tax") == ("2026-09-15", None)
    assert next_of("caqh") == ("2026-10-23", None)
    assert next_of("submit-claims") == ("2026-06-23", None)
    assert entries["w2-1099"].due == "2027-02-01"
    assert next_of("w2-1099") == ("2028-01-31", "2028-01-10")
    assert next_of("professional-will") == ("2027-11-05", "2027-10-06")


def test_a_date_moved_off_the_weekend_may_still_be_ahead() -> None:
    sunday = datetime(2026, 2, 1, 18)
    assert drafts(sunday, "w2-1099")["w2-1099"].due == "2026-02-02"
    assert drafts(datetime(2028, 4, 16), "tax-returns")["tax-returns"].due == "2028-04-17"


def test_a_time_of_day_is_kept() -> None:
    timed = Task("own/timed", "Timed", "", "calendar", "every friday at 4pm", "", "", "")
    assert first_due(timed, JUNE) == "2026-06-12T16:00"


# -- what waits for something to happen


def test_event_tasks_are_not_adopted_with_others() -> None:
    assert "good-faith-estimate" not in drafts(JUNE, "solo-cash")
    assert "progress-notes" not in drafts(JUNE, "solo-cash", "progress-notes")


@pytest.mark.parametrize(
    ("name", "now", "due"),
    [
        ("good-faith-estimate", JUNE, "2026-06-12"),
        ("good-faith-estimate", datetime(2026, 6, 12), "2026-06-15"),
        ("good-faith-estimate", datetime(2026, 6, 13), "2026-06-15"),
        ("closing-summary", LEAP, "2028-03-14"),
        ("telehealth-check", JUNE, "2026-06-11"),
        ("letters-and-records", datetime(2026, 12, 20), "2027-01-19"),
    ],
)
def test_when_it_happens_it_stands_on_todays_page(name: str, now: datetime, due: str) -> None:
    made = draft_happening(tasks(name)[0], now, Room(now=now).office.practice)
    assert (made.due, made.start) == (due, None)
    assert [place.page for place in made.placements] == [f"day:{now.date().isoformat()}"]


# -- the command


def test_a_bundle_is_one_change_and_can_be_taken_back() -> None:
    room = Room()
    before = room.kept
    change = room.run("packs.adopt", tasks=tasks("solo-insurance"), name="Solo, with insurance")
    assert change.label == "Adopted: Solo, with insurance, 24 tasks"
    assert len(change.rows) == len(room.kept["entries"]) == 24
    assert len({entry_id[:5] for entry_id in room.kept["entries"]}) == 24
    view = today(room.office.practice, NOW)
    assert (view.still, view.also, view.three) == ((), (), ())
    room.office.undo()
    assert room.kept == before
    room.office.redo()
    assert len(room.kept["entries"]) == 24


def test_adopting_again_adds_nothing() -> None:
    room = Room()
    room.run("packs.adopt", tasks=tasks("solo-cash"))
    once = room.kept
    assert not room.run("packs.adopt", tasks=tasks("solo-cash")).rows
    assert room.kept == once
    more = room.run("packs.adopt", tasks=tasks("solo-insurance"))
    assert 0 < len(more.rows) < 24
    assert len(adopted(room.office.practice)) == len(room.kept["entries"])
    assert len(room.run("packs.adopt", tasks=tasks("caqh", "aging", "statements", "greeting", "greeting")).rows) == 1


def test_only_an_open_entry_counts_as_adopted() -> None:
    aging = tasks("aging")
    made = draft_entries(aging, NOW, Room().office.practice)[0]._replace(id="first00000", created="2026-06-11T09:14:00")
    for stage in ("done", "let go"):
        closed = made._replace(stage=stage, closed="2026-06-11T09:14:00")
        assert len(Room(closed).run("packs.adopt", tasks=aging).rows) == 1, stage
        open_again = made._replace(id="second0000")
        room = Room(closed, open_again)
        assert adopted(room.office.practice) == {"accounting/aging": open_again}
        assert not room.run("packs.adopt", tasks=aging).rows


def test_each_time_it_happens_makes_a_new_one() -> None:
    room = Room()
    for _ in range(2):
        room.run("packs.adopt", happened=tasks("good-faith-estimate"))
    assert [entry.text for entry in today(room.office.practice, NOW).also] == []
    assert len(room.kept["entries"]) == 2


def test_nobody_is_handed_all_82() -> None:
    assert "nothing was adopted" in Room().refuses("packs.adopt", tasks=list(LIBRARY.tasks))
    assert "Choose" in Room().refuses("packs.adopt")
    for bundle in LIBRARY.bundles:
        Room().run("packs.adopt", tasks=LIBRARY.of(bundle))


def test_it_survives_the_vault(tmp_path: object) -> None:
    from organizer.records import from_doc, to_doc

    room = Room()
    room.run("packs.adopt", tasks=tasks("solo-insurance"))
    for entry in room.kept["entries"].values():
        assert from_doc("entries", to_doc(entry)) == entry
