"""Questions that are answered by a line, or only read: the day's page, a win, the theme, the closing words."""

from __future__ import annotations

from typing import Any

from organizer.commands.turning import QUESTIONS
from organizer.rituals.days import next_office_day
from organizer.rituals.on_entries import caught
from organizer.rituals.shape import Act, Row, Scene, Shown, Way
from organizer.rituals.standing import day_that_is_open
from organizer.views.first_steps import note_of
from organizer.views.index import heads
from organizer.views.theme import HUNDRED, open_studio, written
from organizer.words import count

CLOSING = "The office is closed. Good night."
"""The closing words, until the person has their own (the setting `closing_words`)."""


def writing(placeholder: str, many: bool = False) -> Any:
    """A question that shows nothing but its line."""
    return lambda scene: Shown(writes=placeholder, many=many)


def on_the_day(scene: Scene, text: str) -> Act:
    """A note on the day's page."""
    return Act("journal.write", (), {"text": f"- {text}", "dates": False})


def task(scene: Scene, text: str) -> Act:
    """A task."""
    return caught(scene, text)


def looked_back(number: int) -> Any:
    """One of the three questions at the end of a month."""
    assert 0 <= number < len(QUESTIONS)

    def write(scene: Scene, text: str) -> Act:
        return Act("journal.look", (), {"question": number, "text": text})

    return write


# -- the theme


def theme(scene: Scene) -> Shown:
    """The theme and its sentence, and a line to write it once more."""
    hung = scene.practice.theme()
    if hung is None:
        return Shown(("No theme hangs yet. The Theme page finds it, about ten minutes, any day.",))
    times = len(written(scene.practice, hung.id))
    writes = f"write it once more: {hung.name}" if times < HUNDRED else "a moment you chose by it…"
    return Shown((hung.name, hung.statement) if hung.statement else (hung.name,), (), writes, asked=True)


def theme_line(scene: Scene, text: str) -> Act | None:
    """The theme, written once more; once it was a hundred times, a moment chosen by it."""
    hung = scene.practice.theme()
    if hung is None:
        return None
    many = len(written(scene.practice, hung.id))
    return Act("theme.write" if many < HUNDRED else "theme.moment", (), {"text": text})


def season(scene: Scene) -> Shown:
    """The theme, and what may become of it this season."""
    hung = scene.practice.theme()
    if hung is None:
        return theme(scene)
    rows = (
        Row("keep", "Keep it as it is", "", (Way("tick", "keep"),)),
        Row("reword", "Reword it", "", (Way("tick", "reword", "In one sentence, what it means now:"),)),
        Row(
            "smaller", "A smaller one for this season", "", (Way("tick", "a smaller one", "Its name, a word or two:"),)
        ),
    )
    return Shown((hung.name, hung.statement) if hung.statement else (hung.name,), rows, one=True)


def season_taken(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """The answer of the season; with it the theme is reworded, or the smaller one named."""
    field = "statement" if row.key == "reword" else "name"
    return Act("theme.season", (), {"answer": row.key, **({field: text} if text else {})})


def moments(scene: Scene) -> Shown:
    """A line for each moment that was chosen by the theme."""
    return Shown(writes="a moment, in a few words…", many=True)


def moment(scene: Scene, text: str) -> Act:
    """A moment chosen by the theme; where none hangs, a note."""
    return Act("theme.moment", (), {"text": text}) if scene.practice.theme() else on_the_day(scene, text)


def pour(scene: Scene) -> Shown:
    """Lines for the studio."""
    return Shown(writes="whatever comes, a line at a time…", many=True)


def poured(scene: Scene, text: str) -> Act:
    """A line for the studio, which is opened for it."""
    before = () if open_studio(scene.practice) else ("studio.begin",)
    return Act("studio.pour", (), {"lines": [text]}, before)


# -- yes, or not yet


def yes_or_no(scene: Scene) -> Shown:
    """Two rows; a no says what is to be done."""
    rows = (
        Row("yes", "Yes", "", (Way("tick", "yes"),)),
        Row("no", "Not yet", "it goes on the Board", (Way("tick", "not yet", "What is to be done?"),)),
    )
    return Shown((), rows, one=True)


def answered(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """A no becomes a task; a yes is enough."""
    return caught(scene, text) if row.key == "no" else None


def volume(scene: Scene) -> Shown:
    """A new volume, begun here with all collections, or in the journal, where what comes along is picked."""
    name = _new_volume(scene)
    if any(one.name == name for one in scene.practice.volumes.values()):
        return Shown((f"The volume of {name} is begun.",))
    rows = (
        Row("begin", f"Begin the volume of {name}", "all collections go on in it", (Way("tick", "begin it"),)),
        Row("now", "Pick what comes along", "a task for the next office day", (Way("tick", "put it there"),)),
        Row("not", "The old one goes on", "", (Way("tick", "it goes on"),)),
    )
    return Shown((), rows, one=True)


def _new_volume(scene: Scene) -> str:
    """What a volume that begins now is called."""
    return str(scene.now.year + (scene.now.month == 12))


def volume_taken(scene: Scene, row: Row, way: str, text: str) -> Act | None:
    """It is begun; or there is a task for the next office day."""
    name = _new_volume(scene)
    if row.key == "begin":
        return Act("journal.volume", (), {"name": name, "collections": [one.id for one in heads(scene.practice)]})
    if row.key != "now":
        return None
    day = next_office_day(scene.practice, scene.now.date()).isoformat()
    return Act("catch", (), {"text": f"Begin the volume of {name}", "due": day, "dates": False})


# -- words


def letter(scene: Scene) -> Shown:
    """Last year's line to oneself, and the next."""
    old = note_of(scene.practice, scene.now.year - 1)
    said = f"{scene.now.year - 1}: “{old.text}”" if old else "No line from last year. This is a good year to begin."
    mine = note_of(scene.practice, scene.now.year)
    now = (f"{scene.now.year}, so far: “{mine.text}”",) if mine else ()
    return Shown((said, *now), (), "to myself, a year from now…")


def to_myself(scene: Scene, text: str) -> Act:
    """The line of this year."""
    return Act("first.write", (), {"text": text})


def year_word(scene: Scene) -> Shown:
    """The figures of a year, as facts."""
    from organizer.views.word import figures

    found = figures(scene.practice, scene.now, scene.zone).year if scene.practice.commitments else None
    if found is None or found.honored_rate is None:
        return Shown(("No promise came due this year.",), (), "what made it easier…")
    said = f"{found.honored_rate} in 100 kept, changed in time or put right; {count(found.all, 'promise')} came due."
    return Shown((said,), (), "what made it easier…")


def phrase(scene: Scene) -> Shown:
    """The closing words."""
    said = scene.practice.setting("closing_words")
    return Shown((said if isinstance(said, str) and said.strip() else CLOSING,))


def close(scene: Scene) -> Act | None:
    """The office is closed, where it is open."""
    return Act("office.close") if day_that_is_open(scene.practice, scene.now) else None
