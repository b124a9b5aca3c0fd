"""`feedback import`: files of replies, with a look beforehand, and a way for words in which somebody may be named."""

from __future__ import annotations

import sys

from organizer import givenfile
from organizer.errors import Conflict, WrongUse
from organizer.feedback.columns import TAKEN, USES, Column, columns
from organizer.feedback.holding import Said
from organizer.feedback.questions import questions
from organizer.feedback.reading import MOST_BYTES, Table, read
from organizer.feedback.review import without
from organizer.feedback.taking import Gathered, gather, to_review
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.views import feedback as views
from organizer.views.naming import month_name, read_month
from organizer.views.people import everybody

WORDS = ("ask", "safe", "none", "all")


def take_in(shell: Shell, given: Given, words: tuple[str, ...]) -> int:
    """Each file in turn; with `--preview` nothing is kept."""
    if not words:
        raise WrongUse("Use it so: organizer feedback import FILE...")
    if given.options.get("words", "ask") not in WORDS:
        raise WrongUse(f"--words is one of: {', '.join(WORDS)}.")
    for path in words:
        table = read(_bytes(path))
        found = _mapped(columns(table, questions(shell.practice)), given.options.get("map", ""))
        gathered = _gathered(shell, given, table, found)
        _tell(shell, given, table, found, gathered)
        if "preview" not in given.options:
            _keep(shell, given, gathered)
    if given.json and "preview" not in given.options:
        shell.terminal.json(views.feedback_json(views.feedback(shell.practice)))
    return 0


def _bytes(path: str) -> bytes:
    if path != "-":
        return givenfile.data(path, MOST_BYTES)
    stream = getattr(sys.stdin, "buffer", None)
    return bytes(stream.read(MOST_BYTES + 1)) if stream else b""


def _gathered(shell: Shell, given: Given, table: Table, found: list[Column]) -> Gathered:
    now = shell.clock.now()
    since = given.options.get("since", "")
    month = read_month(since, now, coming=False) if since else ""
    if since and not month:
        raise WrongUse(f"{since!r} is not a month. Try may, or 2026-05.")
    known = questions(shell.practice)
    return gather(table, found, f"{now:%Y-%m}", known, shell.practice.day_first, month or "")


def _mapped(found: list[Column], said: str) -> list[Column]:
    """The columns as `--map` says them: "3=words; Comments=left"; what is personal stays at the door."""
    for part in (one.strip() for one in said.split(";") if one.strip()):
        name, _, use = (one.strip() for one in part.rpartition("="))
        at = next((one.at for one in found if name in (str(one.at + 1), one.head)), -1)
        if at < 0 or use not in USES:
            raise WrongUse(f"Say --map as COLUMN=USE, by the number of the column; USE is one of: {', '.join(USES)}.")
        if found[at].use == "personal" and use != "personal":
            raise WrongUse("That column is personal; it stays at the door, whatever it is called.")
        found = [one._replace(use="left") if use == "time" and one.use == "time" else one for one in found]
        found[at] = found[at]._replace(use=use, question="" if use != found[at].use else found[at].question)
    return found


def _tell(shell: Shell, given: Given, table: Table, found: list[Column], gathered: Gathered) -> None:
    """What would be taken in, and what stays at the door."""
    terminal, now = shell.terminal, shell.clock.now()
    if "preview" in given.options:
        names = {question.id: question.short for question in gathered.questions}
        if given.json:
            terminal.json(
                {
                    "tool": table.tool,
                    "columns": [{"column": one.at + 1, "heading": one.head, "use": one.use} for one in found],
                    "months": list(gathered.months),
                }
            )
        else:
            said = {"personal": "dropped at the door", "left": "left out", "time": "its month alone"}
            terminal.table(
                [(f"{one.at + 1:>3}", flat(one.head), said.get(one.use, one.use)) for one in found], stretch=1
            )
        terminal.tell(f"Questions: {', '.join(names.values()) or 'none'}.")
    tool = f" of {table.tool}" if table.tool else ""
    ends = dict.fromkeys(month_name(month, now) for month in (*gathered.months[:1], *gathered.months[-1:]))
    terminal.tell(f"A file{tool}: {', '.join(part for part in (gathered.many, ' to '.join(ends)) if part)}.")
    if gathered.dropped:
        terminal.tell(f"Dropped at the door: {', '.join(map(flat, gathered.dropped))}.")
    if gathered.left:
        terminal.tell(f"Left out: {', '.join(map(flat, gathered.left))}.")
    if gathered.undated:
        terminal.tell("Where no month can be read, they count as of this month.")
    if not any(one.use in TAKEN for one in found):
        terminal.tell("No column of it holds answers; --map says which does.")


def _keep(shell: Shell, given: Given, gathered: Gathered) -> None:
    said = _reviewed(shell, given, gathered)
    options = {"reviewed": True, "again": "again" in given.options}
    try:
        change = shell.office.run(
            "feedback.take", (), replies=gathered.replies, said=said, questions=gathered.questions, **options
        )
    except Conflict as error:
        raise Conflict(f"{error} --since MONTH takes what came after, --again takes all of it.") from None
    shell.terminal.tell(f"{change.label}. The file is not kept.")
    if not views.feedback(shell.practice).n:
        shell.terminal.tell("Nothing is shown before there are five.")


def _reviewed(shell: Shell, given: Given, gathered: Gathered) -> tuple[Said, ...]:
    """The words that are kept. Raises `WrongUse` where somebody may be named and nobody reads them."""
    how = given.options.get("words", "ask")
    if how in ("none", "all"):
        return gathered.said if how == "all" else ()
    names = everybody(shell.practice)
    found = frozenset(to_review(gathered.said, names))
    if not found or how == "safe":
        return tuple(one for at, one in enumerate(gathered.said) if at not in found)
    if not sys.stdin or not sys.stdin.isatty():
        raise WrongUse(
            "Somebody may be named in the words of it, so nothing was taken in. --words safe leaves those out, "
            "--words none all words, --words all keeps them as you read them; in the full screen each is shown."
        )
    kept = []
    shell.terminal.tell("Somebody may be named in what follows. enter leaves it out, = keeps it, or type it anew.")
    for at, one in enumerate(gathered.said):
        text = _asked(shell, one.text, without(one.text, names)) if at in found else one.text
        kept += [one._replace(text=text)] if text else []
    return tuple(kept)


def _asked(shell: Shell, text: str, suggestion: str) -> str:
    """One of them, on the terminal."""
    shell.terminal.tell("", f"  {flat(text)}", f"  perhaps: {flat(suggestion)}   (+ takes that)")
    try:
        typed = input().strip()
    except EOFError:
        return ""
    return text if typed == "=" else suggestion if typed == "+" else typed
