"""The front door: someone waits for an answer, and what became of it; who went away quietly."""

from __future__ import annotations

from datetime import datetime, timedelta

from organizer import when
from organizer.change import Change
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean, read_field
from organizer.commands.setting import keep as setting
from organizer.door import hours, outcomes
from organizer.door.finding import find, find_quiet
from organizer.door.past import past
from organizer.door.whom import code_for, parted
from organizer.errors import Conflict, OrganizerError, WrongUse
from organizer.holidays import next_business_day
from organizer.practice import Practice
from organizer.records.door import Answer, Inquiry, Quiet
from organizer.settings.door import WAITLIST

HERE = ("door",)
TEXT_AT_MOST = 400
"""Letters of what an inquiry is about."""
NAMES_AT_MOST = 20
SAID = ("text", "who", "how")
FOLLOWED = {
    "followed": "Followed up, once and kindly",
    "back": "They came back",
    "moved on": "They have moved on, well",
    "no answer": "No answer, and that is fine",
    "left be": "Left in peace",
}
"""What becomes of someone who went away: the first keeps it open, the others close it."""


def with_inquiry(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is an inquiry; else the reason."""
    try:
        return "" if ids and all(find(practice, id) for id in ids) else "Choose someone who waits first."
    except OrganizerError as error:
        return str(error)


def with_quiet(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected is someone who went away; else the reason."""
    try:
        return "" if ids and all(find_quiet(practice, id) for id in ids) else "Choose someone who went away first."
    except OrganizerError as error:
        return str(error)


def _line(ask: Ask, name: str) -> str:
    return " ".join(clean(str(ask.answers.get(name) or "")).split())


def _named(label: str, what: str) -> str:
    return f"{label}: {what if len(what) <= 60 else what[:59] + '…'}"


def _one(ask: Ask) -> str:
    if len(ask.ids) != 1:
        raise WrongUse("One at a time: each is someone of their own.")
    return ask.ids[0]


def _moment(ask: Ask, name: str, opening: bool) -> str:
    """When it was, by an answer; a day without an hour is its opening or its close. Now, when nothing is said."""
    typed = _line(ask, name)
    if not typed:
        return ask.stamp()
    found = past(typed, ask.now, ask.practice.day_first)
    if found is None:
        raise WrongUse(f"{typed!r} is not a time that can be read. Try yesterday 4:50pm, monday 9am, or june 2.")
    if not found:
        raise WrongUse("That is still to come. Say when it was.")
    if found[:4] < str(ask.now.year - 5):
        raise WrongUse("That is more than five years ago. Say when it was.")
    if len(found) > 10:
        return f"{found}:00" if len(found) == 16 else found
    moments = hours.of(ask.practice).moments(datetime.fromisoformat(found).date())
    there = moments[0 if opening else 1] if moments else datetime.fromisoformat(f"{found}T12:00")
    return min(there, ask.now).isoformat(timespec="seconds")


def add(ask: Ask) -> Change:
    """Answers `text`, `who` (a code is drawn where none is said), `how`, and `received` when it was before now."""
    text, who = _line(ask, "text"), _line(ask, "who")
    if not who:
        who, text = parted(text)
    if not text:
        raise WrongUse("What is it about? A few words will do: new inquiry, weekday mornings.")
    if len(text) > TEXT_AT_MOST:
        raise WrongUse(f"A line of {TEXT_AT_MOST} letters at most; this has {len(text)}. Say it in short.")
    id, uuid = ask.new_id()
    who = who or code_for(ask.practice, uuid or id)
    received = _moment(ask, "received", opening=True)
    full = outcomes.is_full(ask.practice)
    made = Inquiry(id, uuid, text, who, _line(ask, "how"), received, ask.zone, full, (), ask.stamp())
    return Change(_named("Waiting to hear from me", text), (row("inquiries", None, made),))


def edit(ask: Ask) -> Change:
    """Answer `fields`: of `text`, `who`, `how`, `received` those that are otherwise."""
    before = find(ask.practice, _one(ask))
    given = ask.answers.get("fields") or {}
    within = ask._replace(answers=given)
    text, who, how = (_line(within, name) if name in given else getattr(before, name) for name in SAID)
    after = before._replace(text=text, who=who, how=how)
    if _line(within, "received"):
        after = after._replace(received=_moment(within, "received", opening=True), zone=ask.zone)
    if not after.text or not after.who:
        raise WrongUse("It needs a few words and a code. To close it, say how it ended.")
    if len(after.text) > TEXT_AT_MOST:
        raise WrongUse(f"A line of {TEXT_AT_MOST} letters at most; this has {len(after.text)}. Say it in short.")
    if after.answers and after.received > after.answers[0].at:
        raise WrongUse("It was answered before that. Say when it came in.")
    return Change(_named("Changed", after.text), (row("inquiries", before, after),) if after != before else ())


def answer(ask: Ask) -> Change:
    """Answers `outcome`, and where they say something `how`, `note`, `names`, `review`, and `on`, when it was."""
    before = find(ask.practice, _one(ask))
    typed = _line(ask, "outcome")
    outcome = outcomes.outcome_of(typed)
    if not outcome:
        known = ", ".join(outcomes.OUTCOMES)
        raise WrongUse(f"{typed!r} is no outcome. They are: {known}." if typed else f"How did it end? {known}.")
    why = outcomes.why_not(before, outcome)
    if why:
        raise Conflict(why)
    at = _moment(ask, "on", opening=False)
    if at < before.received and ask.zone == before.zone:
        if _line(ask, "on"):
            raise WrongUse("That was before it came in. Say when it was answered.")
        at = before.received
    review = _review(ask) if outcome == "waitlist" else ""
    names = _names(ask) if outcome == "referred" else 0
    step = Answer(outcome, at, ask.zone, _line(ask, "how"), _line(ask, "note"), names, review)
    after = before._replace(answers=(*before.answers, step))
    return Change(_named(outcomes.OUTCOMES[outcome].title, before.text), (row("inquiries", before, after),))


def _review(ask: Ask) -> str:
    typed = _line(ask, "review")
    if not typed:
        there = ask.now.date() + timedelta(days=int(WAITLIST.of(ask.practice)))
        return next_business_day(there).isoformat()
    found = read_field(ask, "due", typed)
    if not found or found[:10] <= ask.today():
        raise WrongUse("The waitlist is looked at again on a day still ahead. Try in two weeks, or june 26.")
    return str(found)[:10]


def _names(ask: Ask) -> int:
    typed = _line(ask, "names")
    words = {"": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5"}
    typed = words.get(typed.lower(), typed)
    if not (typed.isascii() and typed.isdecimal()) or int(typed) > NAMES_AT_MOST:
        raise WrongUse(f"{typed!r} is not a number of names. Try 3; {NAMES_AT_MOST} at most.")
    return int(typed)


def away(ask: Ask) -> Change:
    """Answers `who`, and where they say something `since` (when they were there last) and `note`."""
    who = _line(ask, "who")
    if not who:
        raise WrongUse("Who went away? A neutral code, Heron 7 say, or a role.")
    for other in ask.practice.quiet.values():
        if other.who.casefold() == who.casefold() and not other.outcome:
            raise Conflict(f"{who} is among them already. Once is enough.")
    id, uuid = ask.new_id()
    since = _moment(ask, "since", opening=False)[:10] if _line(ask, "since") else ""
    made = Quiet(id, uuid, who, since, _line(ask, "note"), created=ask.stamp())
    return Change("To follow up once, kindly", (row("quiet", None, made),))


def follow(ask: Ask) -> Change:
    """Answers `outcome` (`FOLLOWED`; followed up, when nothing is said), `how`, `note`."""
    before = find_quiet(ask.practice, _one(ask))
    typed = _line(ask, "outcome").lower().replace("-", " ") or "followed"
    outcome = next((name for name in FOLLOWED if name.startswith(typed)), "")
    if not outcome:
        raise WrongUse(f"{typed!r} is no way to go on. They are: {', '.join(FOLLOWED)}.")
    if before.outcome:
        raise Conflict(f"This one is closed already: {FOLLOWED.get(before.outcome, before.outcome).lower()}.")
    if outcome == "followed" and before.followed:
        on = when.say(before.followed[:10], ask.now)
        raise Conflict(f"Once is kind, and that was {on}. Say what came of it: back, moved on, no answer, left be.")
    note, how = _line(ask, "note") or before.note, _line(ask, "how") or before.how
    after = before._replace(note=note, how=how)
    if outcome == "followed":
        after = after._replace(followed=ask.stamp())
    else:
        after = after._replace(outcome=outcome, closed=ask.stamp())
    return Change(FOLLOWED[outcome], (row("quiet", before, after),))


def say_full(ask: Ask) -> Change:
    """The practice takes nobody new now, or does again; answer `full` says which."""
    wanted = bool(ask.answers.get("full", not outcomes.is_full(ask.practice)))
    label = "Full for now" if wanted else "Room for new clients"
    return setting(ask, label, "practice_full", "yes" if wanted else "no")


COMMANDS = (
    Command("door.ask", "Someone waits for an answer", "A call, a letter, a mail: by code, what about, which way.", add,
            asks="inquiry"),
    Command("door.answer", "Answered", "What became of it; nobody leaves the list without.", answer, "r", "answered",
            ("door", "today"), "Here", "outcome", with_inquiry, "inquiries"),
    Command("door.words", "Words to say", "Scripts for a call, a full practice, the voicemail; enter copies.", None,
            "w", "words to say", HERE, "Here"),
    Command("door.open", "Open", "All about someone who waits, or a stop of the way in.", None, "enter", "open", HERE,
            "Here"),
    Command("door.edit", "Change what is written of them", "The code, what about, which way, when it came in.", edit,
            "e", "change", HERE, "Here", "inquiry fields", with_inquiry, "inquiries"),
    Command("door.later", "Look again on a day", "On the waitlist: still waiting, and when to look again.", None, "l",
            "look again", HERE, "Here"),
    Command("door.view", "Everyone, and the figures", "Waitlist, who went away, answered lately; and back.", None, "v",
            "everyone", HERE, "Here"),
    Command("door.away", "Someone went away quietly", "A code to follow up once, kindly.", away, "g", "went away", HERE,
            "Here", "away"),
    Command("door.follow", "Follow up, once and kindly", "What was done, and what came of it.", follow, places=HERE,
            group="Here", asks="follow", allowed=with_quiet, table="quiet"),
    Command("door.full", "Full, or room for new clients", "What is said to those who call; they are answered all the "
            "same.", say_full),
)  # fmt: skip
