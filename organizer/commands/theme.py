"""The theme itself: its words, its color and frame, the hundred lines, whom it was told, and its seasons."""

from __future__ import annotations

import re

from organizer.capture import Draft
from organizer.change import Change, Row
from organizer.commands.catch import entry_of
from organizer.commands.command import Ask, Command, changed, name_it, row, with_entry
from organizer.commands.fields import clean
from organizer.commands.studio import LONGEST, line_of, short
from organizer.errors import Conflict, WrongUse
from organizer.practice import Practice
from organizer.records import Theme
from organizer.records.theme import Season, Sharing, Writing
from organizer.views.theme import FRAMES, HUNDRED, STARS, WAYS, in_hand, open_studio, written

HERE = ("theme",)


def with_theme(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed once there is a theme with a name."""
    return (
        "" if in_hand(practice) or practice.theme() else "There is no theme yet. On the Theme page, enter begins one."
    )


def _theme(ask: Ask) -> Theme:
    found = in_hand(ask.practice) or ask.practice.theme()
    if found is None:
        raise WrongUse(with_theme(ask.practice, ()))
    return found


def _became(label: str, before: Theme, after: Theme) -> Change:
    return Change(label, (row("themes", before, after),) if after != before else ())


def word(ask: Ask) -> Change:
    """Answers `name` and `statement`, one or both: of the theme in the making, or of the one that hangs."""
    studio, theme = open_studio(ask.practice), in_hand(ask.practice)
    fields = {
        key: clean(" ".join(str(ask.answers[key]).split())) for key in ("name", "statement") if key in ask.answers
    }
    if not fields.get("name", "x"):
        raise WrongUse("Give it a name, a word or two.")
    if len(fields.get("name", "")) > LONGEST:
        much = len(fields["name"])
        raise WrongUse(f"{LONGEST} letters at most, so that it can be read across a room. This has {much}.")
    if theme is not None:
        after = theme._replace(name=fields.get("name", theme.name), statement=fields.get("statement", theme.statement))
        return _became(f"The theme: {after.name}", theme, after)
    if not fields.get("name"):
        raise WrongUse("Its name first, a word or two; then the sentence.")
    id, uuid = ask.new_id()
    hanging = ask.practice.theme()
    color = hanging.color if hanging else ""
    new = Theme(id, uuid, fields["name"], fields.get("statement", ""), color, ask.stamp()[:16])
    rows: list[Row] = [row("themes", None, new)]
    if studio is not None:
        rows.append(row("studios", studio, studio._replace(theme=id)))
    return Change(f"The theme: {new.name}", tuple(rows))


def color(ask: Ask) -> Change:
    """Answer `color`, "#rrggbb"; `name` is what it is called."""
    theme, given = _theme(ask), str(ask.answers.get("color", "")).lower()
    if not re.fullmatch(r"#[0-9a-f]{6}", given):
        raise WrongUse("A color is # and six digits, #7fb89a for one, or the name of a preset.")
    called = clean(str(ask.answers.get("name") or given))
    return _became(f"The theme is {called}", theme, theme._replace(color=given))


def frame(ask: Ask) -> Change:
    """Answer `frame`, the name of one."""
    theme, given = _theme(ask), str(ask.answers.get("frame", "")).lower()
    if given not in FRAMES:
        raise WrongUse(f"The frames are: {', '.join(FRAMES)}.")
    said = "No frame" if given == "none" else f"Framed: {FRAMES[given].lower()}"
    return _became(said, theme, theme._replace(frame=given))


def write(ask: Ask) -> Change:
    """Answers `lines` (or one `text`): each counts once, whatever its spelling, up to a hundred."""
    theme = _theme(ask)
    given = ask.answers.get("lines")
    lines = [str(ask.answers.get("text", ""))] if given is None else [str(line) for line in given]
    texts = [text for text in (clean(" ".join(line.split())) for line in lines) if text]
    if not texts:
        raise WrongUse("Write it once, in any spelling.")
    before = len(written(ask.practice, theme.id))
    if before + len(texts) > HUNDRED:
        left = HUNDRED - before
        raise Conflict(f"{left} are left of the hundred." if left else "A hundred times: it is yours.")
    made: list[Row] = []
    for number, text in enumerate(texts, before + 1):
        id, uuid = ask.new_id()
        made.append(row("writings", None, Writing(id, uuid, theme.id, text, number, ask.stamp())))
    now = before + len(texts)
    star = next((words for after, words in STARS if before < after <= now), "")
    return Change(f"Written {'once' if now == 1 else f'{now} times'}{f': {star}' if star else ''}", tuple(made))


def share(ask: Ask) -> Change:
    """Answers `how`, one of `WAYS`, and `where`, a few words or none."""
    theme, how = _theme(ask), str(ask.answers.get("how", "")).lower()
    if how not in WAYS:
        raise WrongUse(f"How was it told? One of: {', '.join(WAYS)}.")
    where = clean(" ".join(str(ask.answers.get("where") or "").split()))
    id, uuid = ask.new_id()
    made = Sharing(id, uuid, theme.id, how, where, ask.stamp())
    return Change(f"Told, {how}{f': {short(where)}' if where else ''}", (row("sharings", None, made),))


def unshare(ask: Ask) -> Change:
    """Answer `sharing`: the line of the log goes."""
    found = ask.practice.table("sharings").get(str(ask.answers.get("sharing", "")))
    if not isinstance(found, Sharing):
        raise WrongUse("Choose a line of the log first.")
    return Change(f"Let go: told, {found.how}", (row("sharings", found, None),))


def season(ask: Ask) -> Change:
    """Answers `answer` (keep, reword or smaller); `name`, that of the smaller one for this season; `statement`, the
    sentence that the theme has from now on, where it is reworded at once."""
    theme, answer = _theme(ask), str(ask.answers.get("answer", ""))
    if answer not in ("keep", "reword", "smaller"):
        raise WrongUse("The answer is keep, reword or smaller.")
    name = ""
    if answer == "smaller":
        name = line_of(ask, "name", "Give the smaller one a name, a word or two.")
        if len(name) > LONGEST:
            raise WrongUse(f"{LONGEST} letters at most. This has {len(name)}.")
    id, uuid = ask.new_id()
    said = {"keep": f"Kept for this season: {theme.name}", "reword": f"To be reworded: {theme.name}"}
    made = Season(id, uuid, theme.id, answer, name, ask.stamp())
    rows: list[Row] = [row("seasons", None, made)]
    if answer == "reword" and ask.answers.get("statement"):
        after = theme._replace(statement=line_of(ask, "statement", "One sentence, please."))
        rows += [row("themes", theme, after)] if after != theme else []
        said["reword"] = f"Reworded: {theme.name}"
    return Change(said.get(answer, f"For this season: {name}"), tuple(rows))


def moment(ask: Ask) -> Change:
    """Answer `text`: a note on today's page that carries the theme."""
    theme = _theme(ask)
    text = line_of(ask, "text", "A few words will do.")
    entry = entry_of(ask, Draft(text, "note"))._replace(theme=theme.id)
    return Change(name_it("Chosen by the theme", [entry]), (row("entries", None, entry),))


def carry(ask: Ask) -> Change:
    """The chosen entries carry the theme; those that all do put it down again."""
    theme, entries = ask.practice.theme(), ask.entries()
    if theme is None:
        raise WrongUse(with_theme(ask.practice, ()))
    all_do = all(entry.theme == theme.id for entry in entries)
    label = "No longer under the theme" if all_do else "Under the theme"
    return changed(label, [(entry, entry._replace(theme="" if all_do else theme.id)) for entry in entries])


def with_both(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when an entry is chosen and a theme hangs."""
    return with_entry(practice, ids) or with_theme(practice, ids)


COMMANDS = (
    Command("theme.on", "Go on", "Choose what is under the cursor, keep it, and on to the next stop.", key="enter",
            hint="go on", places=HERE),
    Command("theme.back", "A step back", "The stop before; everything stays as it is.", key="b", hint="back a step",
            places=HERE),
    Command("theme.word", "Word the theme", "Its name, 28 letters at most, and one sentence.", word, places=HERE,
            asks="words"),
    Command("theme.color", "Color the theme", "Eight presets, or any color; the whole office wears it.", color,
            places=HERE, asks="theme color", allowed=with_theme),
    Command("theme.frame", "Frame the theme", "Six frames: it hangs on Today and on the Theme page.", frame,
            places=HERE, asks="frame", allowed=with_theme),
    Command("theme.write", "Write it a hundred times", "Any spelling counts, and ten a day is plenty.", write, key="w",
            hint="write it", places=HERE, asks="hundred", allowed=with_theme),
    Command("theme.share", "Share the theme", "Words and a card to copy or save, and a log of whom it was told.", share,
            key="x", hint="share", places=HERE, asks="share", allowed=with_theme),
    Command("theme.unshare", "Let a line of the log go", "What was told stays told; only its line goes.", unshare,
            places=HERE, asks="sharing", allowed=with_theme),
    Command("theme.season", "Look at the theme this season", "Keep it, reword it, or a smaller one for the season.",
            season, key="s", hint="this season", places=HERE, asks="season", allowed=with_theme),
    Command("theme.moment", "A moment chosen by the theme", "One line on today's page. It is not counted.", moment,
            key="j", hint="a moment", places=HERE, asks="moment", allowed=with_theme),
    Command("theme.light", "Evening or morning", "See it in the dark, in the light, or by the clock.", key="t",
            hint="light, dark", places=HERE),
    Command("theme.print", "Print the theme", "One page for the wall: a PDF, or a page for a browser to print.",
            key="p", hint="print page", places=HERE),
    Command("theme.card", "A picture of the theme", "For a phone: SVG, or PNG with the print extra.", key="i",
            hint="picture", places=HERE),
    Command("theme.carry", "Under the theme", "The entry carries the theme of the year, or puts it down.", carry,
            key="T", places=("today", "board", "journal", "entry"), allowed=with_both),
)  # fmt: skip
