"""Writing in the journal and moving on: a line on a page, carried, scheduled or collected, by a decision each time."""

from __future__ import annotations

from organizer import when
from organizer.change import Change, Row
from organizer.commands.catch import drafts_of, entry_of
from organizer.commands.command import Ask, Command, changed, name_it, row, with_entry
from organizer.commands.fields import clean
from organizer.errors import Conflict, WrongUse
from organizer.pages import kind_of, pages_made, placed, rank, rank_now
from organizer.practice import Practice
from organizer.records import Entry
from organizer.records.journal import JournalPage
from organizer.views.day import Line, lines_of
from organizer.views.naming import collection_named, full_title, is_page, last_of_thread, read_month, read_page

HERE = ("journal",)
WHY = (("matters", "Why it matters"), ("doing", "Why I am doing it"), ("now", "Why now"))
"""The three questions to what was put off twice: the answer's name, and what stands before it in the notes."""


def write(ask: Ask) -> Change:
    """Answers `lines` (or one `text`) and `page`: they stand on it, below what is there. In the future log a line with
    a date goes to its month."""
    drafts = drafts_of(ask)
    last: dict[str, int] = {}
    entries = []
    for draft in drafts:
        page = _page_for(ask, str(ask.answers.get("page") or f"day:{ask.today()}"), draft.due)
        entries.append(entry_of(ask, draft, page, _order(ask, page, last)))
    return Change(name_it("Wrote", entries), tuple(row("entries", None, entry) for entry in entries))


def _page_for(ask: Ask, page: str, due: str | None) -> str:
    if not is_page(page):
        raise WrongUse("There is no such page of the journal.")
    if kind_of(page) == "future" and due:
        return future_page(ask, due[:7])
    return page


def future_page(ask: Ask, month: str) -> str:
    """The page on which something waits for a month: of the future log, or the month's own once it has come."""
    return f"future:{month}" if month > ask.today()[:7] else f"month:{month}"


def _order(ask: Ask, page: str, last: dict[str, int]) -> int:
    """Where the next line of a page stands: by its time, or where that is not below the last one, just behind it."""
    if page not in last:
        lines = lines_of(ask.practice, page)
        last[page] = rank(lines[-1].entry, lines[-1].nth) if lines else 0
    time = rank_now(ask.now)
    order = 0 if time > last[page] else last[page] + 1
    last[page] = order or time
    return order


def movable(ask: Ask) -> list[Entry]:
    """The chosen entries that are still to be decided about. Raises `Conflict` when all of them are finished."""
    entries = [entry for entry in ask.entries() if entry.open]
    if not entries:
        raise Conflict("That is finished; it stays on its page.")
    return entries


def moved_to(ask: Ask, entries: list[Entry], page: str, stroke: str = "moved") -> list[tuple[Entry, Entry]]:
    """Each entry before, and as it stands on a page below what is there."""
    last: dict[str, int] = {}
    return [
        (entry, placed(entry, page, ask.stamp(), stroke, _order(ask, page, last)))
        for entry in entries
    ]  # fmt: skip


def migrate(ask: Ask) -> Change:
    """Answers `to`: a page by any of its names, today's if it says nothing; `step`: a smaller first step to take."""
    given = str(ask.answers.get("to") or f"day:{ask.today()}")
    page = read_page(ask.practice, given, ask.now)
    if page is None:
        raise WrongUse(f"{given!r} is no page: try today, june 15, july, or the name of a collection.")
    if kind_of(page) == "collection":
        page = last_of_thread(ask.practice, page)
    if kind_of(page) == "collection" and page not in ask.practice.pages:
        raise WrongUse("There is no such collection.")
    pairs = moved_to(ask, movable(ask), page)
    step = clean(str(ask.answers.get("step") or "")).strip()
    if step:
        pairs = [(before, after._replace(step=step)) for before, after in pairs]
    return changed(f"Moved to {full_title(ask.practice, page, ask.now)}", pairs)


def schedule(ask: Ask) -> Change:
    """Answer `when`: a month, in whose page of the future log it waits; or a day, and then it is due on it."""
    given = str(ask.answers.get("when", "")).strip()
    if not given:
        raise WrongUse("Say when: a day, or a month such as september.")
    month = read_month(given, ask.now)
    due = None if month else when.read_all(given, ask.now, day_first=ask.practice.day_first)
    if not month and not due:
        raise WrongUse(f"{given!r} does not say when. Try september, june 18 or in 3 weeks.")
    page = future_page(ask, month) if month else _scheduled_page(ask, str(due))
    pairs = moved_to(ask, movable(ask), page, "scheduled")
    if due:
        pairs = [(before, after._replace(due=due)) for before, after in pairs]
    said = full_title(ask.practice, page, ask.now) if month else when.say(str(due), ask.now, long=True)
    return changed(f"Scheduled for {said}", pairs)


def _scheduled_page(ask: Ask, due: str) -> str:
    """A day of this month has its own page already; a later one waits in the future log."""
    return f"day:{due[:10]}" if due[:7] <= ask.today()[:7] else f"future:{due[:7]}"


def collect(ask: Ask) -> Change:
    """Answer `collection`: its name, or its page; a new one is begun where there is none."""
    given = clean(" ".join(str(ask.answers.get("collection", "")).split()))
    if not given:
        raise WrongUse("Say which collection: a name, an old one or a new one.")
    pages = ask.practice.pages
    page = given if given in pages else collection_named(ask.practice, given)
    made: list[Row] = []
    if not page:
        made = [new_collection(ask, given)]
        page = made[0].id
    change = changed(
        f"To {given if made else pages[page].title}", moved_to(ask, movable(ask), last_of_thread(ask.practice, page))
    )
    return change._replace(rows=(*made, *change.rows)) if change.rows else change


def new_collection(ask: Ask, title: str, previous: str = "") -> Row:
    """The row of a new collection's page, or of the one on which another goes on."""
    id, _ = ask.new_id()
    pages = ask.practice.pages.values()
    last = max((page.order for page in pages if kind_of(page.id) == "collection"), default=0)
    made = pages_made(ask.practice, [f"collection:{id}"], ask.stamp())[0].after
    assert isinstance(made, JournalPage)
    return row("pages", None, made._replace(title=title, order=last + 1, previous=previous))


def reorder(ask: Ask) -> Change:
    """Answers `page`, `nth` (which placement of the entry) and `by`: one line up (-1) or down (1) on its page."""
    entry = ask.entries()[0]
    page, by = str(ask.answers.get("page", "")), int(ask.answers.get("by", 1))
    lines = lines_of(ask.practice, page)
    wanted = ask.answers.get("nth")
    at = next((n for n, line in enumerate(lines) if line.entry.id == entry.id and wanted in (None, line.nth)), -1)
    if at < 0:
        raise WrongUse("That does not stand on this page.")
    if not 0 <= at + by < len(lines):
        raise Conflict("It is the last line there is." if by > 0 else "It is the first line already.")
    return changed(f"Moved {'down' if by > 0 else 'up'}", _swapped(lines, min(at, at + by)))


def _swapped(lines: list[Line], at: int) -> list[tuple[Entry, Entry]]:
    """Two neighbors change places; lines of one and the same moment are told apart first."""
    upper, lower = lines[at], lines[at + 1]
    ranks = [rank(line.entry, line.nth) for line in lines]
    first, second = ranks[at], max(ranks[at + 1], ranks[at] + 1)
    orders = {upper.key: second, lower.key: first}
    last = second
    for line, old in zip(lines[at + 2 :], ranks[at + 2 :], strict=True):
        if old > last:
            break
        last += 1
        orders[line.key] = last
    return _ordered([line for line in lines if line.key in orders], orders)


def _ordered(lines: list[Line], orders: dict[str, int]) -> list[tuple[Entry, Entry]]:
    befores = {line.entry.id: line.entry for line in lines}
    afters = dict(befores)
    for line in lines:
        entry = afters[line.entry.id]
        places = list(entry.placements)
        places[line.nth] = places[line.nth]._replace(order=orders[line.key])
        afters[entry.id] = entry._replace(placements=tuple(places))
    return [(befores[id], afters[id]) for id in befores]


def mark(ask: Ask) -> Change:
    """Answer `name`: a signifier to set before the line, or to take away."""
    name = str(ask.answers.get("name", ""))
    if name not in ask.practice.signs().values():
        raise WrongUse(f"There is no mark of that name. There are: {', '.join(ask.practice.signs().values())}.")
    return marked(ask, name)


def marked(ask: Ask, name: str) -> Change:
    """A signifier is set where it is missing; where all have it, it is taken away."""
    entries = ask.entries()
    away = all(name in entry.signifiers for entry in entries)
    pairs = []
    for entry in entries:
        without = tuple(one for one in entry.signifiers if one != name)
        pairs.append((entry, entry._replace(signifiers=without if away else (*without, name))))
    return changed(f"{'No longer marked' if away else 'Marked'} {name}", pairs)


def answer(ask: Ask) -> Change:
    """Answer `text`: what was found out; with it the question is finished. Nothing takes the answer back."""
    text = clean(str(ask.answers.get("text", ""))).strip()
    pairs = []
    for entry in ask.entries():
        if text:
            was = entry.stage if entry.open else entry.was
            after = entry._replace(answer=text, stage="done", closed=entry.closed or ask.stamp(), was=was)
        elif entry.answer:
            after = entry._replace(answer="", stage=entry.was or "next", closed=None, was="")
        else:
            raise WrongUse("Write what was found out, in a word or two.")
        pairs.append((entry, after))
    return changed("Answered" if text else "To be looked into again", pairs)


def why(ask: Ask) -> Change:
    """Answers `matters`, `doing` and `now`, each if it was said: they are kept with the notes of the entry."""
    said = [(label, clean(str(ask.answers.get(name) or "")).strip()) for name, label in WHY]
    lines = [f"{label}: {text}" for label, text in said if text]
    if not lines:
        raise WrongUse("A word or two will do: why it matters, why I am doing it, or why now.")
    added = "\n".join(lines)
    pairs = [(e, e._replace(notes=f"{e.notes}\n{added}" if e.notes else added)) for e in ask.entries()]
    return changed("Why", pairs)


def unnumbered(practice: Practice) -> list[str]:
    """The pages that something stands on and that have no number yet, the oldest first."""
    pages = practice.pages
    return sorted(
        (page for page in practice.written.pages() if page not in pages), key=lambda page: page.partition(":")[2]
    )


def with_unnumbered(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed while there is a page without a number."""
    return "" if unnumbered(practice) else "Every page has its number."


def with_line(practice: Practice, ids: tuple[str, ...]) -> str:
    """Allowed when what is selected stands, or stood, on a page of the journal."""
    why = with_entry(practice, ids)
    return why or ("" if all(practice.find(id).placements for id in ids) else "That stands on no page of the journal.")


def number(ask: Ask) -> Change:
    """Number the pages of a practice that is older than its page numbers."""
    rows = pages_made(ask.practice, unnumbered(ask.practice), ask.stamp())
    return Change("Numbered the pages", tuple(rows))


COMMANDS = (
    Command("journal.write", "Write a line", "On the page that is open; enter keeps it and waits for the next.", write,
            places=HERE, asks="line"),
    Command("journal.migrate", "Move on", "To the page of today; what stands on it already is asked where to.", migrate,
            "greater_than_sign", "move", HERE, asks="page", allowed=with_entry),
    Command("journal.schedule", "Schedule", "For a day, or a month of the future log.", schedule,
            "less_than_sign", "schedule", HERE, asks="month", allowed=with_entry),
    Command("journal.collect", "To a collection", "One there is, or a new one by the name you type.", collect,
            places=HERE, asks="collection", allowed=with_entry),
    Command("journal.priority", "Priority", "A star before the line; once more takes it away.",
            lambda ask: marked(ask, "priority"), "asterisk", "priority", HERE, "Here", allowed=with_entry),
    Command("journal.idea", "Idea", "A mark before the line; once more takes it away.",
            lambda ask: marked(ask, "idea"), "exclamation_mark", "", HERE, "Here", allowed=with_entry),
    Command("journal.mark", "Mark", "Any mark before the line, those of your own too.", mark,
            places=HERE, asks="mark", allowed=with_entry),
    Command("journal.answer", "Answered", "What was found out of something to look into; it is finished with that.",
            answer, "r", "", HERE, "Here", "answer", with_entry),
    Command("journal.why", "Why this one", "Why it matters, why I am doing it, why now: kept with its notes.", why,
            places=HERE, asks="why", allowed=with_entry),
    Command("journal.order", "Up or down a line", "Another place on the same page.", reorder,
            places=HERE, asks="by", allowed=with_line),
    Command("journal.number", "Number the pages", "Pages of a practice older than its page numbers get theirs.", number,
            places=HERE, asks="number", allowed=with_unnumbered),
)  # fmt: skip
