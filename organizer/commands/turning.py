"""At the turn of the month and of the year: looking back, beginning a new volume; and marks of one's own."""

from __future__ import annotations

from organizer.change import Change, Row
from organizer.commands.command import Ask, Command, row
from organizer.commands.fields import clean
from organizer.commands.journal import moved_to
from organizer.commands.setting import keep as setting
from organizer.errors import Conflict, WrongUse
from organizer.pages import next_number
from organizer.records import Entry, Placement
from organizer.records.journal import Volume
from organizer.views.index import heads
from organizer.views.naming import is_page, month_name, thread

HERE = ("journal",)
QUESTIONS = ("What went well", "What could differ", "What I am grateful for")
"""The three questions at the end of a month (field-guide.md, section 1)."""


def look_back(ask: Ask) -> Change:
    """Answers `month` ("2026-06", this one if it says nothing), `question` (0 to 2) and `text`: a note on its page."""
    month = str(ask.answers.get("month") or ask.today()[:7])
    number = int(ask.answers.get("question", 0))
    text = clean(str(ask.answers.get("text", ""))).strip()
    if not is_page(f"month:{month}") or not 0 <= number < len(QUESTIONS):
        raise WrongUse("There is no such question at the end of a month.")
    if not text:
        raise WrongUse("A word or two will do. esc leaves it for another time.")
    id, uuid = ask.new_id()
    entry = Entry(id, uuid, f"{QUESTIONS[number]}: {text}", "note", created=ask.stamp(),
                  placements=(Placement(f"month:{month}"),))  # fmt: skip
    return Change(f"Looked back on {month_name(month, ask.now)}", (row("entries", None, entry),))


def new_volume(ask: Ask) -> Change:
    """Answers `name`, `collections` (pages to go on with) and `entries` (ids of what is carried to today's page).

    The other collections are put away; other lines stay on their pages. Nothing is lost, nothing carried by itself.
    """
    name = clean(" ".join(str(ask.answers.get("name") or ask.today()[:4]).split()))
    if any(volume.name == name for volume in ask.practice.volumes.values()):
        raise Conflict(f"There is a volume {name} already. Give this one another name.")
    keep = {thread(ask.practice, str(page))[0] for page in ask.answers.get("collections") or ()}
    number = max((int(id) for id in ask.practice.volumes if id.isdecimal()), default=1) + 1
    volume = Volume(str(number), name, ask.today(), next_number(ask.practice))
    rows: list[Row] = [row("volumes", None, volume)]
    for head in heads(ask.practice):
        if head.id not in keep:
            pages = (ask.practice.pages[id] for id in thread(ask.practice, head.id))
            rows += [row("pages", page, page._replace(archived=True)) for page in pages if not page.archived]
    entries = [ask.practice.find(str(id)) for id in ask.answers.get("entries") or ()]
    moved = moved_to(ask, [entry for entry in entries if entry.open], f"day:{ask.today()}")
    rows += [row("entries", before, after) for before, after in moved if before != after]
    return Change(f"Began a new volume: {name}", tuple(rows))


def own_sign(ask: Ask) -> Change:
    """Answers `mark`, one sign, and `meaning`; an empty meaning takes the mark away."""
    mark = str(ask.answers.get("mark", "")).strip()
    meaning = clean(" ".join(str(ask.answers.get("meaning", "")).split())).lower()
    own = ask.practice.own_signs()
    if len(mark) != 1 or mark.isalnum() or not mark.isprintable() or mark in "*!?-–•○#~<>/\"'" or ord(mark) > 0x2FFF:
        raise WrongUse("A mark is one sign that has no meaning here yet, for example $ or @.")
    others = {said for other, said in ask.practice.signs().items() if other != mark}
    if meaning in others:
        raise Conflict("Another mark means that already.")
    after = {other: said for other, said in own.items() if other != mark}
    if meaning:
        after[mark] = meaning
    label = f"{mark} means {meaning}" if meaning else f"{mark} means nothing more"
    return setting(ask, label, "signifiers", "\n".join(f"{one} {said}" for one, said in after.items()))


COMMANDS = (
    Command("journal.look", "Look back on the month", "What went well, what could differ, what I am grateful for.",
            look_back, places=HERE, asks="look back"),
    Command("journal.volume", "Begin a new volume", "Carry what you pick; the rest stays where it is, and is put away.",
            new_volume, places=HERE, asks="volume"),
    Command("journal.sign", "A mark of my own", "One sign and what it means, to stand before a line.", own_sign,
            places=HERE, asks="own mark"),
)  # fmt: skip
