"""Every verb of the command line, described once: parsing, help, completion and docs all read this table."""

# No `annotations` from __future__ here: a named tuple compiles each annotation that is a string, at every start.
from typing import NamedTuple

PLACES = ("board", "journal", "theme", "door", "wins", "rituals")
"""Where the full screen can open, besides Today and My Word: these two print."""

FIELDS = (
    "text", "kind", "area", "stage", "due", "start", "repeat", "estimate", "dread", "step", "checklist", "signifiers",
    "tags", "waiting_for", "waiting_since", "nudge", "worst", "someday", "blocked_by", "notes", "reminders",
    "catch_up", "ends", "paused", "happened",
)  # fmt: skip
"""The fields that `edit` takes, the same as `READERS` and `OF_REPEATS` of `organizer.commands.fields`, whose import
costs too much here."""

STAGES = ("inbox", "next", "doing", "waiting", "done", "dropped")


class Option(NamedTuple):
    """One option. `value` names what follows it, "" for a switch; `offers` what completion may offer there."""

    name: str
    help: str
    value: str = ""
    offers: tuple[str, ...] = ()


JSON = Option("--json", "Print JSON for programs instead of text for people.")
NOW = Option("--now", "Read it as if it were this moment, for example 2026-06-11T09:14.", "ISO")
LIST_OPTIONS = (
    Option("--area", "Only this area, by its name or how that begins; none for those without.", "AREA"),
    Option("--stage", "Only this stage: inbox, next, doing, waiting, done or dropped.", "STAGE", STAGES),
    Option(
        "--due",
        "Only what is due then: today, friday, week, overdue, <=7d, june 1..june 30.",
        "RANGE",
        ("today", "tomorrow", "week", "overdue"),
    ),
    Option("--search", "Only what holds all these words.", "WORDS"),
    Option("--all", "What is done or let go as well, however long ago."),
    JSON,
)
ON = Option("--on", "When it was, if that was before now.", "WHEN", ("yesterday",))
HOW = Option("--how", "By which way: call, letter, in person.", "CHANNEL", ("call", "letter", "in person"))
NOTE = Option("--note", "One line in your own words.", "LINE")
TOLD = Option("--told", "Those concerned were told.")
BY = Option("--by", "By when: a day, or a day and a time.", "WHEN", ("today", "tomorrow", "friday"))
NOT_OWED = Option("--not-owed", "This step is not owed here; the line says why.")
TASKS = Option("--tasks", "With plan: what goes on the Board, parted by semicolons.", "LINES")
DRY_RUN = Option("--dry-run", "Show what would come and go, and change nothing.")
REPAIR = Option("--repair", "Put right what can be, and keep aside what cannot.")
HELP = Option("--help", "Show help: for all, or for the verb it follows.")
VERSION = Option("--version", "Show the version.")
GLOBAL = (HELP, VERSION)


class Verb(NamedTuple):
    """One verb.

    `words` is what it takes, as usage shows it; at least `least` of them and at most `most` (-1: any
    number). `free` verbs take words as they are typed, dashes and all: their options count only before
    the first word and after the last. `module` of `organizer.shell` holds its function. `offers` is
    what completion may offer for its words; `more` stands below in its help.
    """

    name: str
    words: str
    help: str
    module: str
    least: int = 0
    most: int = 0
    options: tuple[Option, ...] = (JSON,)
    free: bool = False
    offers: tuple[str, ...] = ()
    more: tuple[str, ...] = ()

    @property
    def usage(self) -> str:
        """The verb with all it takes, as one line."""
        options = (f"[{option.name} {option.value}]" if option.value else f"[{option.name}]" for option in self.options)
        return " ".join(part for part in (self.name, self.words, *options) if part)


VERBS = (
    Verb(
        "add",
        "TEXT... | -",
        "Catch a line, or one per line from stdin.",
        "catching",
        1,
        -1,
        free=True,
        more=(
            "Date, area, minutes, priority and next step are read from the line.",
            "It may begin as in the journal: event: note: o - ! *",
            "With - alone, every line of stdin becomes an entry; all of them are one change.",
            'organizer add "Submit claims fri 4pm #accounting ~45m"',
            "organizer add - < list.txt",
        ),
    ),
    Verb(
        "parse",
        "TEXT...",
        "Show what would be read from a line, without keeping it.",
        "catching",
        1,
        -1,
        (NOW, JSON),
        free=True,
    ),
    Verb("list", "", "Show entries, the soonest due first.", "reading", options=LIST_OPTIONS),
    Verb("show", "ID", "Show all about one entry, and what happened to it.", "reading", 1, 1),
    Verb("done", "ID...", "Finish entries.", "changing", 1, -1),
    Verb("skip", "ID...", "Leave this one out of what comes back: it moves to its next day.", "changing", 1, -1),
    Verb("pause", "ID...", "Let what comes back rest, without a date.", "changing", 1, -1),
    Verb("resume", "ID...", "Let what was paused go on from its next day.", "changing", 1, -1),
    Verb(
        "edit",
        "ID FIELD=VALUE...",
        "Change fields of an entry.",
        "changing",
        2,
        -1,
        offers=tuple(f"{name}=" for name in FIELDS),
        more=(
            f"The fields are: {', '.join(FIELDS)}.",
            "Nothing after the = empties a field.",
            "organizer edit k3f9a due=friday estimate=20m",
        ),
    ),
    Verb("drop", "ID...", "Let go of entries; they are kept, struck through.", "changing", 1, -1),
    Verb(
        "move",
        "ID... TO",
        "Move entries to an area, a stage, or a day's page.",
        "changing",
        2,
        -1,
        offers=STAGES,
        more=("A place of more than one word goes in quotes.", 'organizer move k3f9a "june 20"'),
    ),
    Verb(
        "log",
        "[DAY|MONTH|COLLECTION]",
        "Show a page of the journal, today's if none is named.",
        "journal",
        0,
        -1,
        (
            JSON,
            Option("--markdown", "As Markdown."),
            Option("--text", "As plain text."),
            Option("--html", "Save it as a page to print.", "FILE"),
        ),
        offers=("today", "yesterday"),
        more=(
            "A page is named by its day, its month, its number or the name of a collection.",
            "organizer log june --markdown",
            'organizer log "website words" --html words.html',
        ),
    ),
    Verb(
        "migrate",
        "ID... [to PAGE]",
        "Move entries on to today's page, or to another.",
        "journal",
        1,
        -1,
        more=("organizer migrate k3f9a", "organizer migrate k3f9a to july"),
    ),
    Verb(
        "schedule",
        "ID WHEN",
        "Schedule an entry for a day, or a month of the future log.",
        "journal",
        2,
        -1,
        more=("organizer schedule k3f9a september",),
    ),
    Verb(
        "collect",
        "ID NAME",
        "Move an entry to a collection, old or new.",
        "journal",
        2,
        -1,
        more=("organizer collect k3f9a website words",),
    ),
    Verb("collections", "", "Show the collections, with their lines and pages.", "journal"),
    Verb("today", "", "Show today: three chosen, what else is due, what is still with me.", "today"),
    Verb(
        "search",
        "WORDS...",
        "Find entries that hold every word, finished ones too.",
        "reading",
        1,
        -1,
        (Option("--all", "What is older than thirteen months as well."), JSON),
        free=True,
    ),
    Verb(
        "promise",
        "TEXT...",
        "Give your word: what exactly, to whom, by when.",
        "word",
        1,
        -1,
        (
            Option("--to", "To whom: a code, a role, or me.", "WHO", ("me", "payer", "colleague", "board")),
            BY,
            Option("--every", "How it comes back: every friday, every weekday.", "RULE"),
            HOW,
            Option("--confirmed", "They said yes to it."),
            Option("--asked", "It is asked of me, not promised yet."),
            Option("--answer", "An answer is promised by then, not yet the thing."),
            JSON,
        ),
        more=(
            "Without --by the time is read from the text.",
            'organizer promise letter to the GP --to "Heron 7" --by friday',
            "organizer promise lunch away from the desk --to me --every weekday --by 1pm",
        ),
    ),
    Verb(
        "word",
        "[ID [STEP [LINE...]]]",
        "Show what is promised; one with its story; take a step.",
        "word",
        0,
        -1,
        (BY, TOLD, HOW, TASKS, NOT_OWED, ON, JSON),
        more=(
            "STEP is: promise, decline, counter, answer, keep, accept, again, renegotiate, release, revoke,",
            "said, sorry, plan, done, close or not-repairable. LINE is one line in your own words.",
            "organizer word k3f9a counter two names by Friday instead",
        ),
    ),
    Verb("keep", "ID...", "Promises that are kept.", "word", 1, -1, (ON, HOW, NOTE, JSON)),
    Verb(
        "renegotiate",
        "ID WHEN",
        "Agree on a new time before the old one has passed.",
        "word",
        2,
        -1,
        (TOLD, HOW, NOTE, JSON),
        more=("Tell them first, and say so with --told.", "organizer renegotiate k3f9a next friday --told"),
    ),
    Verb("release", "ID", "They need it no more.", "word", 1, 1, (HOW, NOTE, JSON)),
    Verb(
        "repair",
        "ID STEP [LINE...]",
        "Put right what has slipped, a step at a time.",
        "word",
        2,
        -1,
        (BY, HOW, TASKS, NOT_OWED, JSON),
        more=(
            "STEP is: said, sorry, plan, done, close or not-repairable. LINE is one line in your own words.",
            "A plan is a promise itself: --by says by when. With close, LINE is what changes: it becomes a task.",
            'organizer repair k3f9a plan send it and call --by tomorrow --tasks "print it; post it"',
        ),
    ),
    Verb("undo", "", "Take back what was done last.", "changing"),
    Verb("redo", "", "Do again what was taken back.", "changing"),
    Verb("history", "[ID]", "Show what was done, newest first; of one entry, field by field.", "reading", 0, 1),
    Verb(
        "packs",
        "[NAME] | adopt NAME...",
        "Show ready-made tasks of the trade; adopt some.",
        "packs",
        0,
        -1,
        offers=("adopt", "solo-cash", "solo-insurance", "pre-licensed", "group"),
        more=(
            "NAME is a bundle or a task. Nothing is on the Board before it is adopted.",
            "organizer packs solo-insurance",
            "organizer packs adopt estimated-tax money-page",
        ),
    ),
    Verb(
        "areas",
        "[CHANGE...]",
        "Show the areas of the practice, or change one.",
        "areas",
        0,
        -1,
        offers=("add", "rename", "about", "move", "color", "clients", "retire", "back"),
        more=(
            "CHANGE is: add NAME, rename ID NAME, about ID WORDS, move ID POSITION, color ID COLOR,",
            "clients ID yes|no, retire ID, or back ID.",
            "A retired area is offered no more; its tasks stay, and back takes it back.",
            "organizer areas add Consulting",
            "organizer areas move consulting 1",
        ),
    ),
    Verb(
        "theme",
        "[WORD...]",
        "Show the theme, print it, or save a picture of it.",
        "theme",
        0,
        -1,
        (
            JSON,
            Option("--size", "Of the page: letter, a4, 8x10 or 5x7.", "SIZE", ("letter", "a4", "8x10", "5x7")),
            Option("--light", "The picture in the colors of the morning."),
        ),
        offers=("show", "text", "poster", "card", "write", "told", "moment"),
        more=(
            "Alone it opens the full screen there.",
            "WORD is: show, text, poster FILE, card FILE, write TEXT, told HOW WHERE, or moment TEXT.",
            "A poster is .pdf or .html, a card .svg or .png; .pdf and .png need the print extra.",
            "HOW is one of: virtual, in person, telephone, group.",
            "organizer theme poster theme.pdf --size a4",
            "organizer theme told group the Thursday group",
        ),
    ),
    Verb(
        "passphrase",
        "set|change|remove",
        "Seal the vault with a passphrase, change it, or take the seal off.",
        "passphrase",
        1,
        1,
        (
            Option("--sheet", "Write the recovery sheet into this new file instead of printing it.", "FILE"),
            Option("--new-key", "With change: a new key and a new recovery code as well."),
        ),
        offers=("set", "change", "remove"),
        more=(
            "It is asked for on the terminal and not shown. The recovery code is taken wherever the passphrase is.",
            "For scripts, ORGANIZER_PASSPHRASE_FILE names a file that holds it.",
        ),
    ),
    Verb("lock", "", "Lock every Organizer that is open.", "passphrase", options=()),
    Verb(
        "backup",
        "[FILE]",
        "Make a backup now, among the others or as a file of its own.",
        "keeping",
        0,
        1,
        more=(
            "It is opened again and counted before it counts as one.",
            "A sealed vault makes a sealed backup. FILE may be a folder.",
            "organizer backup /media/stick/practice.organizer",
        ),
    ),
    Verb("backups", "", "List the backups, the newest first, and whether each is whole.", "keeping"),
    Verb(
        "restore",
        "FILE",
        "Put a backup in the vault's place; what it replaces is kept.",
        "keeping",
        1,
        1,
        (DRY_RUN, JSON),
        more=(
            "FILE is a file, the name of a backup or how it begins, or a folder that was kept.",
            "organizer restore 2031-05-02 --dry-run",
        ),
    ),
    Verb(
        "check",
        "",
        "Check everything that is kept, and repair what can be.",
        "keeping",
        options=(REPAIR, JSON),
        more=("It ends with 6 when something is damaged. Nothing you wrote is shown.",),
    ),
    Verb("where", "", "Show where everything is kept, and how it is.", "about"),
    Verb("demo", "", "Open the full screen with a made-up practice; nothing is kept.", "", options=()),
    Verb(
        "completion",
        "bash|zsh|fish",
        "Print the completion script of a shell.",
        "completion",
        1,
        1,
        (),
        offers=("bash", "zsh", "fish"),
        more=(
            'bash, in ~/.bashrc: eval "$(organizer completion bash)"',
            'zsh, in ~/.zshrc: eval "$(organizer completion zsh)"',
            "fish, in config.fish: organizer completion fish | source",
        ),
    ),
)


def find(name: str) -> Verb | None:
    """The verb of that name."""
    for verb in VERBS:
        if verb.name == name:
            return verb
    return None
