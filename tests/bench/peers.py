"""Other programs for tasks, those on the PATH: how long until the tasks are shown, a cursor key, one more, a list.

Each has a home of its own with the same made-up tasks, 30 in 100 open, and is measured beside the same bare programs.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.bench import measure, programs
from tests.bench.measure import NotMeasured, median, ratio
from tests.bench.programs import Program
from tests.bench.pty_run import Terminal, clean_environment
from tests.bench.titles import titles

if TYPE_CHECKING:
    from tests.bench.budgets import Bench, Line

SIZES = (1_000, 10_000)
WORDS = "Call back about the room rental"
TITLE = r"the (claim|licen|tax|intake|phone|superv|room|insur|waiting|train)"
"""A regex of the made-up titles on the screen, of which some programs show no more than the beginning."""


class Task(NamedTuple):
    """A made-up one: what it says, when it was made, by when, and whether it is over."""

    title: str
    made: date
    due: date
    done: bool


class Peer(NamedTuple):
    """A program: the name on the PATH, how its home is filled, the words after its name that open it, add a task and
    list them, and what is on its screen once the tasks are there."""

    program: str
    fill: Callable[[Path, int], None]
    opens: tuple[str, ...] | None = None
    ready: str = TITLE
    adds: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()
    quit: tuple[str, ...] = ("q",)
    before: tuple[str, ...] = ()
    keys: tuple[str, ...] = ("j", "j", "j", "k", "k", "k")
    most: int = 10_000
    """With more tasks than these it would take minutes."""


def tasks(count: int) -> Iterator[Task]:
    """The same every time for the same day."""
    for number, title in enumerate(titles(count)):
        made = date.today() - timedelta(days=3650 * (count - number) // count)
        yield Task(title, made, made + timedelta(days=30), number % 10 > 2)


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def _todo_txt(home: Path, count: int) -> None:
    """For todo-txt, topydo and pter."""
    lines = [f"{'x ' if one.done else '(B) '}{one.made} {one.title} +office due:{one.due}\n" for one in tasks(count)]
    _put(home / "todo.txt", "".join(line for line in lines if line[0] != "x"))
    _put(home / "done.txt", "".join(line for line in lines if line[0] == "x"))
    names = {"TODO_DIR": ".", "TODO_FILE": "todo.txt", "DONE_FILE": "done.txt", "REPORT_FILE": "report.txt"}
    _put(home / ".todo/config", "".join(f"export {name}={home / file}\n" for name, file in names.items()))
    config = f"[topydo]\nfilename = {home}/todo.txt\narchive_filename = {home}/done.txt\nbackup_count = 0\n"
    _put(home / ".config/topydo/config", config)


def _taskwarrior(home: Path, count: int) -> None:
    found: dict[bool, list[str]] = {True: [], False: []}
    for number, one in enumerate(tasks(count)):
        made, end = f"{one.made:%s}", f'end:"{one.due:%s}" ' if one.done else ""
        status = "completed" if one.done else "pending"
        uuid = f"00000000-0000-4000-8000-{number:012}"
        line = f'[description:"{one.title}" {end}entry:"{made}" modified:"{made}" status:"{status}" uuid:"{uuid}"]\n'
        found[one.done].append(line)
    _put(home / ".task/pending.data", "".join(found[False]))
    _put(home / ".task/completed.data", "".join(found[True]))
    _put(home / ".taskrc", f"data.location={home}/.task\nconfirmation=off\nnews.version=2.6.0\n")


def _calcurse(home: Path, count: int) -> None:
    lines = (f"[{'-' if one.done else ''}4] {one.title}\n" for one in tasks(count))
    _put(home / ".local/share/calcurse/todo", "".join(lines))
    _put(home / ".local/share/calcurse/apts", "")


def _tudu(home: Path, count: int) -> None:
    node = '<todo done="{}" collapse="no"><title>{}</title><text></text></todo>\n'
    nodes = "".join(node.format("yes" if one.done else "no", one.title) for one in tasks(count))
    head = '<?xml version="1.0"?>\n<!DOCTYPE tudu SYSTEM "/usr/share/tudu/tudu.dtd">\n<todo>\n'
    _put(home / ".tudu.xml", f"{head}{nodes}</todo>\n")


def _todoman(home: Path, count: int) -> None:
    for number, one in enumerate(tasks(count)):
        status, uid = "COMPLETED" if one.done else "NEEDS-ACTION", f"made-up-{number}"
        body = (f"UID:{uid}", f"DTSTAMP:{one.made:%Y%m%d}T090000Z", f"SUMMARY:{one.title}", f"STATUS:{status}",
                f"DUE;VALUE=DATE:{one.due:%Y%m%d}")  # fmt: skip
        lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//bench//EN", "BEGIN:VTODO", *body, "END:VTODO",
                 "END:VCALENDAR", "")  # fmt: skip
        _put(home / f"cal/office/{uid}.ics", "\r\n".join(lines))
    config = f'path = "{home}/cal/*"\ncache_path = "{home}/cache.sqlite3"\ndefault_list = "office"\n'
    _put(home / ".config/todoman/config.py", config + 'date_format = "%Y-%m-%d"\ntime_format = "%H:%M"\n')


def _jrnl(home: Path, count: int) -> None:
    _put(home / "journal.txt", "".join(f"[{one.made} 09:00] {one.title}.\nAs said.\n\n" for one in tasks(count)))
    config = (
        f"colors:\n  body: none\n  date: none\n  tags: none\n  title: none\njournals:\n  default:\n    journal: {home}"
    )
    config += (
        "/journal.txt\ndefault_hour: 9\ndefault_minute: 0\neditor: ''\nencrypt: false\nhighlight: true\nlinewrap: 79"
    )
    config += "\nindent_character: '|'\ntagsymbols: '@'\ntemplate: false\ntimeformat: '%Y-%m-%d %H:%M'\nversion: v4.6\n"
    _put(home / ".config/jrnl/jrnl.yaml", config)


def _dooit(home: Path, count: int) -> None:
    """It makes its tables when it is started."""
    _once("dooit", home, (), ("ctrl+q",))
    base = sqlite3.connect(home / ".local/share/dooit/dooit.db")
    with base:
        root = base.execute("select id from workspace where is_root").fetchone()
        if not root:
            base.execute("insert into workspace(order_index, description, is_root) values (-1, '', 1)")
            root = base.execute("select id from workspace where is_root").fetchone()
        names = "order_index, description, is_root, parent_workspace_id"
        for at in range(20):
            base.execute(f"insert into workspace({names}) values (?, ?, 0, ?)", (at, f"office number {at}", root[0]))
        ids = [id for (id,) in base.execute("select id from workspace where not is_root")]
        names = "order_index, description, due, effort, urgency, pending, parent_workspace_id"
        for at, one in enumerate(tasks(count)):
            row = (at // 20, one.title, f"{one.due} 00:00:00.000000", 0, 1, not one.done, ids[at % 20])
            base.execute(f"insert into todo({names}) values (?, ?, ?, ?, ?, ?, ?)", row)
    base.close()


def _kanban(home: Path, count: int) -> None:
    """It makes its tables with the first board."""
    subprocess.run(("ktui", "board", "create", "Practice"), env=_environment(home), capture_output=True, timeout=60)
    base = sqlite3.connect(home / ".local/share/kanban_tui/kanban_tui.db")
    with base:
        column = {name: id for id, name in base.execute("select column_id, name from columns")}
        names = "title, column, description, creation_date, finish_date, due_date, metadata, position"
        for at, one in enumerate(tasks(count)):
            made, end = f"{one.made}T09:00:00", f"{one.due}T09:00:00"
            row = (
                one.title,
                column["Done" if one.done else "Ready"],
                "",
                made,
                end if one.done else None,
                end,
                "{}",
                at,
            )
            base.execute(f"insert into tasks({names}) values (?, ?, ?, ?, ?, ?, ?, ?)", row)
    base.close()


PEERS: dict[str, Peer] = {
    "dooit": Peer("dooit", _dooit, (), r"office number \d", quit=("ctrl+q",)),
    "kanban-tui": Peer("ktui", _kanban, (), adds=("task", "create", WORDS), quit=("ctrl+q",), most=100),
    "topydo columns": Peer(
        "topydo", _todo_txt, ("columns",), adds=("add", WORDS), lists=("ls",), quit=(":", "quit", "enter")
    ),
    "pter": Peer("pter", _todo_txt, ("todo.txt",), adds=("-n", WORDS, "todo.txt")),
    "calcurse": Peer("calcurse", _calcurse, (), quit=("q", "y"), before=("tab", "tab")),
    "tudu": Peer("tudu", _tudu, ()),
    "taskwarrior": Peer("task", _taskwarrior, adds=("add", WORDS), lists=("list",)),
    "todo-txt": Peer("todo-txt", _todo_txt, adds=("add", WORDS), lists=("ls",)),
    "todoman": Peer("todo", _todoman, adds=("new", WORDS), lists=("list",)),
    "jrnl": Peer("jrnl", _jrnl, adds=(f"{WORDS}.",), lists=("-n", "20"), most=1_000),
}
"""By their names. What has no screen is measured by its shell alone."""


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the person's own."""
    own = {"HOME": home, "XDG_CONFIG_HOME": home / ".config", "XDG_DATA_HOME": home / ".local/share", "TASKRC": ""}
    return clean_environment({name: str(path) for name, path in own.items()} | {"TASKRC": str(home / ".taskrc")})


def _once(program: str, home: Path, words: tuple[str, ...], quit: tuple[str, ...]) -> None:
    with suppress(NotMeasured), Terminal((program, *words), (100, 30), _environment(home), home) as terminal:
        terminal.start(r"\S", timeout=8)
        terminal.stop(quit)


def peers(bench: Bench) -> Iterator[Line]:
    """Every peer, with what it can do, a sentence for each that is not here."""
    from tests.bench.budgets import Line

    for name, peer in PEERS.items():
        if not shutil.which(peer.program):
            yield Line(0, f"{name}: not installed, so not measured", "-", "-", None, 0)
            continue
        for size in SIZES[:1] if bench.quick or peer.most < SIZES[0] else SIZES:
            count = min(size, peer.most)
            home = bench.folder / f"peer-{name.replace(' ', '-')}-{size}"
            home.mkdir(parents=True)
            if size > SIZES[0] and count < size:
                continue
            try:
                peer.fill(home, count)
            except (OSError, sqlite3.Error, subprocess.SubprocessError, KeyError) as why:
                yield Line(0, f"{name}: its home could not be made: {type(why).__name__}", "-", "-", None, 0)
                continue
            yield from _of(bench, name, peer, home, count)


def _of(bench: Bench, name: str, peer: Peer, home: Path, count: int) -> Iterator[Line]:
    """What is measured of one of them."""
    from tests.bench.budgets import Line, figure

    def line(number: int, what: str, ours: list[float | None], theirs: list[float | None]) -> Line:
        here = f"{name}, {count:,} tasks: {what}"
        return Line(number, here, figure(median(ours), "ms"), figure(median(theirs), "ms"), ratio(ours, theirs), 0)

    environment = tuple(f"{key}={value}" for key, value in _environment(home).items())
    base = ("env", "-i", "-C", str(home), *environment, shutil.which(peer.program) or peer.program)
    acts: list[tuple[int, str, Callable[[], tuple[list[float | None], list[float | None]]]]] = []
    if peer.opens is not None:
        program = Program((*base, *peer.opens), peer.ready, peer.quit, peer.before, peer.keys)

        def starts() -> tuple[list[float | None], list[float | None]]:
            one, other = measure.starts(program, programs.bare_static(), bench.size, bench.count(9, 3))
            return [run.ready for run in one], [run.ready for run in other]

        def keys() -> tuple[list[float | None], list[float | None]]:
            one, other = measure.keys(program, programs.bare_scroll(), bench.size, bench.count(40, 12))
            return [answer.cell for answer in one], [answer.cell for answer in other]

        acts += [(1, "start until they are shown", starts), (4, "a cursor key", keys)]
    for number, what, words in ((10, "one more from the shell", peer.adds), (11, "listed by the shell", peer.lists)):
        if words:

            def whole(words: tuple[str, ...] = words) -> tuple[list[float | None], list[float | None]]:
                one, other = measure.processes((*base, *words), {}, programs.nothing(), bench.count(9, 3))
                return [run.took for run in one], [run.took for run in other]

            acts.append((number, what, whole))
    for number, what, act in acts:
        try:
            yield line(number, what, *act())
        except (NotMeasured, OSError, subprocess.SubprocessError) as why:
            yield Line(number, f"{name}, {count:,} tasks: {what}: {why}", "-", "-", None, 0)
