"""`review`: a ritual in the terminal, question by question. Every answer is kept as it is given, so it can be left at
any moment, and gone on with here or in the full screen."""

from __future__ import annotations

import sys

from organizer.change import Change
from organizer.errors import Locked
from organizer.rituals.shape import Row, Shown, Way
from organizer.running import Running, begin
from organizer.shell.lines import flat
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.words import count, minutes

LETTERS = {"later": "l", "on": ">", "drop": "x", "reply": "r", "ask": "t"}
"""What is typed behind the number of a row for each of its ways; the number alone chooses it, or does the first."""
DREAD = ("", "~", "~~", "~~")
PLACE_KEPT = "The place is kept: organizer review {} goes on from here."


def review(shell: Shell, given: Given) -> int:
    """Go through a ritual, from where it was left."""
    from organizer.commands.repeating import roll_over

    roll_over(shell.office)
    running = begin(shell.office, given.text, "short" in given.options)
    if given.json:
        return _told(shell, running)
    happened: list[Change] = []
    stop = shell.office.subscribe(lambda change: happened.append(change) if change else None)
    talk = Talk(shell, running)
    talk.hello()
    going = True
    while going and running.question is not None:
        going = talk.ask()
    stop()
    shell.terminal.tell("", running.done() if going else PLACE_KEPT.format(running.ritual.id))
    if happened:
        from organizer.shell.wins import offered

        offered(shell, *happened)
    return 0


class Talk:
    """One ritual, talked through in the terminal."""

    def __init__(self, shell: Shell, running: Running) -> None:
        self._shell, self._running = shell, running
        self._out = shell.terminal

    def hello(self) -> None:
        """Which ritual it is."""
        ritual = self._running.ritual
        if self._running.welcome:
            self._out.out("Welcome back.")
        self._out.heading(flat(ritual.name))
        self._out.out("Enter goes on. s leaves a question out, b goes back, q stops and keeps the place.")

    def ask(self) -> bool:
        """The open question, until it is behind; False when the person leaves."""
        running = self._running
        question = running.question
        assert question is not None
        self._out.out("")
        self._out.out(f"{running.at + 1} of {len(running.questions)}, {running.minutes_left()}")
        self._out.heading(flat(question.ask))
        self._out.out(flat(question.kindness))
        draft = running.draft[0]
        if draft:
            self._out.out(f"Begun before: {flat(draft)}", "A single . takes it up as it is.")
        self._show(running.shown())
        while True:
            typed = self._read("> ")
            if typed is None or typed.lower() in ("q", "quit"):
                return False
            said = self._take(typed)
            if said is None:
                return True
            if said:
                self._out.out(said)
            if running.question is None or running.question.id != question.id:
                return True

    def _show(self, shown: Shown) -> None:
        rows = self._running.rows(shown)
        for line in shown.lines:
            self._out.out(f"  {flat(line)}")
        for number, row in enumerate(rows, 1):
            mark = "x" if row.on else " "
            facts = ", ".join(part for part in (flat(row.fact), minutes(row.minutes), DREAD[row.dread]) if part)
            self._out.out(f"  {number} [{mark}] {flat(row.text)}{f'  ({facts})' if facts else ''}")
        if len(shown.rows) > len(rows):
            self._out.out(f"  {len(shown.rows) - len(rows)} more behind these.")
        if rows:
            self._out.out(f"  {self._ways(rows)}")
        elif shown.quiet:
            self._out.out(f"  {shown.quiet}")
        if shown.writes:
            self._out.out(f"  Or write: {flat(shown.writes)}" if rows else f"  Write: {flat(shown.writes)}")

    def _ways(self, rows: tuple[Row, ...]) -> str:
        """What can be typed behind a number."""
        if all(len(row.ways) == 1 for row in rows) and len({row.ways[0] for row in rows}) > 1:  # each has its own
            each = ((number, row.ways[0]) for number, row in enumerate(rows, 1))
            return ", ".join(f"{number}{' ...' if way.needs else ''} {way.word}" for number, way in each)
        known = {way.name: way for row in rows for way in row.ways}
        parts = []
        for name, way in known.items():
            letter = f" {LETTERS[name]}" if name in LETTERS else ""
            needs = " ..." if way.needs else ""
            parts.append(f"1{letter}{needs} {way.word}")
        return ", ".join(parts)

    def _take(self, typed: str) -> str | None:
        """Do what was typed: what is to be said about it; None when the question is behind."""
        running = self._running
        if not typed or typed.lower() == "n":
            return running.next() or None
        if typed.lower() == "s":
            return running.skip() or None
        if typed.lower() == "b":
            return running.back() or None
        shown = running.shown()
        rows = running.rows(shown)
        number, _, rest = typed.partition(" ")
        if rows and number.isdecimal() and number.isascii() and not (shown.writes and self._is_line(rows, typed)):
            return self._row(shown, rows, int(number[:6]), rest.strip())
        if not shown.writes:
            return "Type the number of a row, or enter to go on." if rows else "Enter goes on."
        return self._write(shown, running.draft[0] if typed == "." and running.draft[0] else typed)

    def _write(self, shown: Shown, text: str) -> str | None:
        running = self._running
        why = running.write(text)
        if why:
            return self._refused(why, text)
        if not shown.many:
            return running.next() or None
        self._show(running.shown()) if shown.rows else None
        return f"Kept: {flat(text)}. Another, or enter to go on."

    def _refused(self, why: str, text: str, row: str = "", way: str = "") -> str:
        """Why it was not taken; what was typed stays where the ritual was left, to be put otherwise."""
        return self._running.keep_draft(text, row, way) or f"{why} Your line is kept until the next one."

    def _is_line(self, rows: tuple[Row, ...], typed: str) -> bool:
        """Whether what begins with a number is a line of one's own all the same: "15 minutes of filing"."""
        number, _, rest = typed.partition(" ")
        at, words = int(number[:6]) - 1, rest.split()
        return bool(words) and (not 0 <= at < len(rows) or self._way(rows[at], words[0]) is None)

    def _row(self, shown: Shown, rows: tuple[Row, ...], number: int, rest: str) -> str | None:
        """The way of a row that is meant; what it needs is asked for where it was not typed."""
        if not 1 <= number <= len(rows):
            return f"{count(len(rows), 'row stands', 'rows stand')} here."
        row = rows[number - 1]
        letter, _, text = rest.partition(" ")
        way = self._way(row, letter)
        if way is None:
            return f"{rest!r} is none of: {self._ways((row,))}."
        text = text.strip()
        if way.needs and not text:
            asked = self._read(f"  {way.needs} ")
            if not asked:
                return "It stays as it is."
            text = asked
        why = self._running.take(row, way, text)
        if why:
            return self._refused(why, text, row.key, way.name) if text else why
        if shown.one:
            return self._running.next() or None
        self._show(self._running.shown())
        return ""

    @staticmethod
    def _way(row: Row, letter: str) -> Way | None:
        """The way that a letter means; none chooses the row, or does what comes first."""
        if not letter:
            ticks = [way for way in row.ways if way.name == "tick"]
            return next(iter(ticks or row.ways), None)
        meant = {"del": "x", "drop": "x"}.get(letter.lower(), letter.lower())
        return next((way for way in row.ways if LETTERS.get(way.name) == meant), None)

    def _read(self, prompt: str) -> str | None:
        """A line that is typed; None when there is no more, or it was interrupted."""
        self._out.flush()
        if sys.stdin is None:
            raise Locked("There is nobody here to answer. Nothing was changed.")
        try:
            if sys.stdin.isatty():
                return input(prompt).strip()
            line = sys.stdin.readline()
        except (EOFError, KeyboardInterrupt):
            return None
        except UnicodeError:
            return ""
        return line.strip() if line else None


def _told(shell: Shell, running: Running) -> int:
    """Where it is, and what is asked, for programs."""
    question = running.question
    shown = running.shown() if question else Shown()
    shell.terminal.json(
        {
            "ritual": running.ritual.id,
            "name": running.ritual.name,
            "brief": running.run.brief,
            "at": running.at,
            "of": len(running.questions),
            "question": {"id": question.id, "ask": question.ask, "kind": question.kind} if question else None,
            "lines": list(shown.lines),
            "rows": [
                {"key": row.key, "text": row.text, "fact": row.fact, "on": row.on, "ways": [w.name for w in row.ways]}
                for row in running.rows(shown)
            ],
            "writes": shown.writes,
            "draft": running.draft[0],
        }
    )
    return 0
