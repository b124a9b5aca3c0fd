"""What clients tell: replies are taken in, in aggregate; a comment becomes a task or a win; you said, we changed.

No label of these says a number, a month or a word of a reply: the history is read by whoever asks for it.
"""

from __future__ import annotations

from collections.abc import Sequence

from organizer.change import Change, Row
from organizer.commands.catch import draft_of, entry_of
from organizer.commands.command import Ask, Command, name_it, row
from organizer.commands.fields import clean
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.feedback.finding import find, find_heeded, find_question
from organizer.feedback.holding import Reply, Said, portions
from organizer.feedback.questions import questions, same
from organizer.feedback.taking import to_review
from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.feedback import Comment, Heeded, Held, Question, Round, Tally
from organizer.views.feedback import least_of
from organizer.views.naming import month_name
from organizer.views.people import everybody

HERE = ("door",)
HELD = "held"
"""The one record of what is under five."""
MOST, SHORT = 200, 30
REVIEW = "Somebody may be named in the words of it. They are read by you first: each is reworded, kept or left out."
ALONE = (
    "Words that come alone could be matched with their numbers. Take in two replies at least, or leave the words out."
)


def with_comment(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is a comment; else the reason."""
    try:
        return "" if ids and all(find(practice, id) for id in ids) else "Choose a comment first."
    except OrganizerError as error:
        return str(error)


def line(ask: Ask, name: str) -> str:
    """An answer as one line."""
    return " ".join(clean(str(ask.answers.get(name) or "")).split())


def held_of(practice: Practice) -> Held:
    """What is under five yet."""
    found = practice.table("held").get(HELD)
    return found if isinstance(found, Held) else Held(HELD)


def again(practice: Practice, months: Sequence[str]) -> tuple[str, ...]:
    """Those of some months of which replies were taken in before."""
    known = held_of(practice).months
    return tuple(month for month in months if month in known)


def take(ask: Ask) -> Change:
    """Answers: `replies` and `said`, as `organizer.feedback.taking` gathers them, and `questions`, those they answer;
    `reviewed` once the words were read by the person, `again` when months of it may be here already."""
    replies: Sequence[Reply] = tuple(ask.answers.get("replies") or ())
    said: Sequence[Said] = tuple(ask.answers.get("said") or ())
    if not replies:
        raise WrongUse("There is no reply in it that can be taken in.")
    if len(replies) == 1 and said:
        raise WrongUse(ALONE)
    if not ask.answers.get("reviewed") and to_review(said, everybody(ask.practice)):
        raise WrongUse(REVIEW)
    here = again(ask.practice, sorted({one.month for one in replies}))
    if here and not ask.answers.get("again"):
        named = " and ".join(month_name(month, ask.now) for month in here[:3])
        raise Conflict(
            f"Replies of {named} were taken in before. If this file holds them once more, take in "
            "what came after; else say that these are new."
        )
    return _taken(ask, replies, said)


def _taken(ask: Ask, replies: Sequence[Reply], said: Sequence[Said]) -> Change:
    rows, names = _questions(ask, tuple(ask.answers.get("questions") or ()))
    known = {
        one.id: one for one in (*questions(ask.practice), *(r.after for r in rows if isinstance(r.after, Question)))
    }
    named = [Reply(one.month, {names.get(q, q): point for q, point in one.scores.items()}) for one in replies]
    words = [Said(one.month, names.get(one.question, one.question), clean(one.text)) for one in said]
    before = ask.practice.table("held").get(HELD)
    found = portions(held_of(ask.practice), named, words, known, least_of(ask.practice))
    made: list[Row] = []
    for part in found.parts:
        made.append(row("tallies", None, Tally(*ask.new_id(), part.question, part.first, part.last, part.counts)))
    for question, text in found.words:
        made.append(row("comments", None, Comment(*ask.new_id(), question, text)))
    made.sort(key=lambda one: one.id)  # ids are random: no order of the file is left
    return Change("Feedback taken in", (*rows, *made, row("held", before, found.held)))


def _questions(ask: Ask, given: Sequence[Question]) -> tuple[list[Row], dict[str, str]]:
    """The rows of questions that are new, and the ids they have from now on by those they had for the while."""
    order = max(one.order for one in questions(ask.practice))
    rows: list[Row] = []
    names: dict[str, str] = {}
    for one in given:
        if one.id.startswith("new:"):
            order += 1
            id, uuid = ask.new_id()
            names[one.id] = id
            made = Question(id, uuid, clean(one.text), one.kind, clean(one.short), order)
            rows.append(row("questions", None, made))
    return rows, names


def reword(ask: Ask) -> Change:
    """Answers `question`, its id; `text`, how it is asked from now on; `short`, its name beside a figure. Its figures
    go on: what was answered before stays."""
    before = find_question(ask.practice, line(ask, "question"))
    text, short = line(ask, "text") or before.text, line(ask, "short") or before.short
    if len(text) > MOST:
        raise WrongUse(f"A question of {MOST} letters at most; this has {len(text)}. Say it in short.")
    if len(short) > SHORT:
        raise WrongUse(f"{SHORT} letters at most beside a figure; these are {len(short)}.")
    other = same([one for one in questions(ask.practice) if one.id != before.id], text)
    if other:
        raise Conflict("Another of the questions is asked in these words already.")
    after = before._replace(uuid=before.uuid or ask.new_id()[1], text=text, short=short)
    if (after.text, after.short) == (before.text, before.short):
        return Change("Nothing to change", ())
    kept = ask.practice.table("questions").get(before.id)
    return Change(f"Asked otherwise: {short}", (row("questions", kept, after),))


# -- rounds


def round_(ask: Ask) -> Change:
    """Begin a round, under the answer `name`, or close the one that is open."""
    rounds = (one for one in ask.practice.table("rounds").values() if isinstance(one, Round))
    under_way = next((one for one in rounds if not one.closed), None)
    if under_way:
        return Change(f"Closed: {under_way.name}", (row("rounds", under_way, under_way._replace(closed=ask.today())),))
    name = line(ask, "name") or f"{('Winter', 'Spring', 'Summer', 'Fall')[ask.now.month % 12 // 3]} {ask.now.year}"
    return Change(f"Asking: {name}", (row("rounds", None, Round(*ask.new_id(), name[:MOST], ask.today())),))


# -- of a comment


def task(ask: Ask) -> Change:
    """Answers `text`, what would make it better, and `quote`: whether the words go into its notes."""
    before = _selected(ask)
    made = ask.practice.entry(before.entry) if before.entry else None
    if isinstance(made, Entry) and made.open:
        raise Conflict("There is a task for it on the Board already.")
    text = line(ask, "text")
    if not text:
        raise WrongUse("Say in a few words what would make it better.")
    draft = draft_of(ask, text)
    area = draft.area or next((one.id for one in ask.practice.areas_in_order() if one.client_facing), "")
    entry = entry_of(ask, draft._replace(text=draft.text or text, area=area))
    if line(ask, "quote").casefold() in ("yes", "y", "true"):
        entry = entry._replace(notes=before.text)
    rows = (row("entries", None, entry), row("comments", before, before._replace(entry=entry.id)))
    return Change(name_it("On the Board", [entry]), rows)


def praise(ask: Ask) -> Change:
    """Answer `text`: the win it becomes, in words that name nobody; with its stars and sticker as of any win."""
    from organizer.commands.wins import add

    before = _selected(ask)
    return add(ask._replace(answers={"stars": "1", "sticker": "heart", **ask.answers, "of": f"feedback:{before.id}"}))


def drop(ask: Ask) -> Change:
    """The comment is shown no more."""
    before = _selected(ask)
    return Change("Let a comment go", (row("comments", before, before._replace(gone=True)),))


def _selected(ask: Ask) -> Comment:
    if len(ask.ids) != 1:
        raise WrongUse("One comment at a time.")
    return find(ask.practice, ask.ids[0])


# -- you said, we changed


def changed(ask: Ask) -> Change:
    """Answers `said` and `changed`, a line each."""
    said, made = line(ask, "said"), line(ask, "changed")
    if not said or not made:
        raise WrongUse("Two lines: what they said, and what is changed.")
    if max(len(said), len(made)) > MOST:
        raise WrongUse(f"{MOST} letters at most for each. Say it in short.")
    one = Heeded(*ask.new_id(), said, made, ask.today())
    return Change(f"We changed: {made if len(made) <= 60 else made[:59] + '…'}", (row("heeded", None, one),))


def unsay(ask: Ask) -> Change:
    """Answer `heeded`: its id; the two lines go."""
    one = find_heeded(ask.practice, line(ask, "heeded"))
    return Change("Taken back: you said, we changed", (row("heeded", one, None),))


COMMANDS = (
    Command("feedback.ask", "Feedback from clients", "A blank to print, one for an online form, a place to type in "
            "replies, and files of them.", None, "f", "feedback", HERE, "Here"),
    Command("feedback.take", "Take in replies", "From a file that an online form gave, or typed in; nobody can be told "
            "apart in what is kept.", take, places=HERE, asks="replies"),
    Command("feedback.question", "Put a question otherwise", "The office's own questions, in words of your own.",
            reword, places=HERE, asks="question"),
    Command("feedback.round", "A round of feedback", "Begin to ask, or close the round that is open.", round_,
            places=HERE, asks="round"),
    Command("feedback.task", "A task from a comment", "What would make it better goes on the Board; no word is copied "
            "unless you say so.", task, places=HERE, group="Here", asks="comment task", allowed=with_comment,
            table="comments"),
    Command("feedback.praise", "A win from a comment", "Kind words, kept as a win.", praise, "p", places=HERE,
            group="Here", asks="comment praise", allowed=with_comment, table="comments"),
    Command("feedback.drop", "Let a comment go", "It is shown no more.", drop, places=HERE, group="Here",
            allowed=with_comment, table="comments"),
    Command("feedback.changed", "You said, we changed", "What they said, and what is different since.", changed,
            places=HERE, asks="changed"),
    Command("feedback.unsay", "Take back what was changed", "The two lines go.", unsay, places=HERE, asks="heeded"),
)  # fmt: skip
