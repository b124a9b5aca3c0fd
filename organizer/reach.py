"""How far each command reaches: what nobody gives by hand, and what makes no sense in a shell. The reasons are kept
here, beside what they are about, and `tests/reach_` counts everything else."""

BY_ITSELF: dict[str, str] = {
    "practice.fill": "the first start and the demo fill a practice",
    "privacy.draft": "the lock keeps what was being written, and takes it up again",
    "journal.number": "the journal numbers pages that are older than its numbers when it is opened",
    "first.reach": "each step of the first steps reaches the next",
    "office.open": "the ritual that opens the day runs it, and `o`",
    "office.close": "the ritual that closes the day runs it, and `o`",
    "ritual.begin": "a ritual is begun by opening it",
    "ritual.go": "a ritual keeps its place by itself",
    "ritual.draft": "what is typed in a ritual is kept while it is typed",
    "ritual.say": "every answer in a ritual runs it",
}
"""Commands that are run by what a person does and never given by themselves: by which, in a sentence."""

ON_A_PAGE: dict[str, str] = {
    "first.write": "the last of the first steps is the line itself, by key and by click",
    "office.day": "a row for each day of the week, in the settings and in the first steps, by key and by click",
    "office.hour": "a row for each hour, in the settings and in the first steps, by key and by click",
}
"""Commands that a row of a page runs, by enter and by a click, and that have no key and no line in the palette."""

ABOUT_THE_CURSOR: dict[str, str] = {
    **dict.fromkeys(
        ("move.up", "move.down", "move.left", "move.right", "move.next", "move.previous"),
        "it moves the cursor: a click on the row does it, and the palette would be in the way",
    ),
    "back": "it closes what is open: a click beside it, or on its close, does it",
    "palette": "it is the palette",
}
"""Commands that no list names, because they are about where one is; and how the mouse does it."""

IN_THE_SHELL: dict[str, str] = {
    "catch.here": "add TEXT",
    "entry.open": "show TASK",
    "entry.later": "edit TASK due=friday",
    "entry.dread": "edit TASK dread=2",
    "entry.wait": "edit TASK waiting_for=payer nudge=friday",
    "entry.someday": "edit TASK someday=yes",
    "entry.step": "edit TASK step=call",
    "entry.worst": "edit TASK worst=the phone",
    **dict.fromkeys(("check.tick", "check.add", "check.edit", "check.drop"), "edit TASK checklist=one; two"),
    "repeat.set": "edit TASK repeat=every friday",
    "entry.word": "promise TEXT --to payer --by friday",
    "journal.write": "add TEXT",
    **dict.fromkeys(("journal.priority", "journal.mark"), "edit TASK signifiers=priority"),
    "journal.idea": "edit TASK signifiers=idea",
    "journal.answer": "edit TASK notes=what was found out",
    "journal.why": "edit TASK notes=why it matters",
    **dict.fromkeys(("journal.view", "journal.today", "journal.goto", "journal.share"), "log today --markdown"),
    **dict.fromkeys(("journal.earlier", "journal.later"), "log yesterday"),
    "journal.index": "collections",
    "journal.meet": "migrate TASK",
    "journal.look": "review month --json",
    "area.lower": "areas move training 1",
    "areas": "areas",
    "office.words": "settings closing_words good night",
    "office.key": "settings office_key only the door",
    "office.day": "settings office_days mon tue",
    "office.hour": "settings office_opens 8:30",
    "office.answer": "settings answer_within the same day",
    "office.toggle": "review open --json",
    "look.light": "settings light dark",
    "look.dates": "settings day_first day first",
    "look.signs": "settings signs plain",
    "setting.turn": "settings lint off",
    "setting.all": "settings all --reset",
    "setting.keys": "keys",
    "settings": "settings",
    "reminders.ring": "settings reminders off",
    "privacy.names": "settings names hidden",
    "privacy.lint": "settings lint on",
    "privacy.minutes": "settings lock_after 5",
    "win.sticker": "wins WIN sticker=sun",
    "win.note": "wins WIN note=it was a long day",
    "win.numbers": "wins --numbers",
    "win.book": "wins --book FILE.html",
    **dict.fromkeys(("win.view", "win.earlier", "win.later"), "wins --year 2025"),
    "win.rewards": "rewards",
    "win.open": "wins WIN",
    "win.keep": "win TEXT",
    "word.story": "word PROMISE",
    **dict.fromkeys(("word.view", "word.more", "word.next", "word.words"), "word"),
    "door.words": "door words",
    "script.copy": "door words full",
    "door.open": "door show INQUIRY",
    "door.view": "door",
    "door.later": "answer INQUIRY waitlist --review 2026-06-26",
    "feedback.ask": "feedback blank",
    "feedback.take": "feedback import REPLIES --words none --again",
    "closures": "closures",
    "ritual.start": "review week --json",
    "ritual.quick": "review close --short --json",
    "ritual.questions": "rituals show close",
    "ritual.later": "rituals down close 1",
    "reminders": "reminders",
    "reminders.done": "done TASK",
    "keep.backup": "backup",
    "keep.backups": "backups",
    "export": "export json FILE.json",
    "report.week": "report week FILE.html",
    "find": "search TEXT",
    "help": "help",
    "undo": "undo",
    "redo": "redo",
    "theme.print": "theme poster FILE.html",
    "theme.card": "theme card FILE.svg",
    "tour": "tour",
    "privacy.lock": "lock",
    "reminders.test": "reminders test",
    "passphrase.set": "passphrase set",
    "passphrase.change": "passphrase change",
    "passphrase.remove": "passphrase remove",
    **{f"go.{place}": place for place in ("board", "theme", "rituals")},
    "go.today": "today",
    "go.word": "word",
    "go.door": "door",
    "go.wins": "wins",
    "go.journal": "log",
}
"""How a shell does what these commands do: by another command, or by what is no change. Words in capitals stand for
what is there."""

_GUIDED = "it is a step of a guided way in the full screen, which shows what it asks about"
_SEEN = "it is chosen by looking: the full screen shows it while one chooses"
_CURSOR = "it is about what is on the screen"
NOT_IN_THE_SHELL: dict[str, str] = {
    **dict.fromkeys(
        ("move.up", "move.down", "move.left", "move.right", "move.next", "move.previous", "back", "palette"), _CURSOR
    ),
    **dict.fromkeys(("board.view", "quit", "first.run", "theme.light"), _CURSOR),
    **dict.fromkeys(
        ("journal.follow", "journal.skip", "journal.tick", "journal.up", "journal.down", "volume.tick"), _CURSOR
    ),
    **dict.fromkeys(("journal.order", "first.write", "entry.small"), _CURSOR),
    **dict.fromkeys(("first.next", "first.back", "first.later", "first.tick", "first.add", "first.about"), _GUIDED),
    "first.edit": _GUIDED,
    **dict.fromkeys(("journal.volume", "journal.sign"), _SEEN),
    **dict.fromkeys(
        ("studio.begin", "studio.stop", "studio.pour", "studio.edit", "studio.drop", "studio.move"), _GUIDED
    ),
    **dict.fromkeys(("studio.name", "studio.scatter", "studio.choose", "studio.pick", "studio.close"), _GUIDED),
    **dict.fromkeys(("theme.on", "theme.back", "theme.word", "theme.season"), _GUIDED),
    **dict.fromkeys(("theme.color", "theme.frame", "theme.carry"), _SEEN),
    "theme.unshare": "`undo` takes a line of the log back at once; later it is chosen by looking",
    **dict.fromkeys(
        ("script.add", "script.edit", "script.remove"), "words of some lines are written in the full screen"
    ),
    **dict.fromkeys(("win.share", "win.shared"), _SEEN),
    "win.recount": "`organizer check` says when it would be needed, and it never is after a change by a command",
    "word.roll": "the app does it by itself when it is opened, and so does every verb of a promise",
    "repeat.roll": "the app does it by itself when it is opened, and so does every verb that lists",
    **dict.fromkeys(("run.on", "run.skip", "run.back", "run.leave", "run.tick", "run.onward", "run.later"), _GUIDED),
    **dict.fromkeys(("run.drop", "run.reply", "run.ask", "run.write", "run.brief", "run.door"), _GUIDED),
    **dict.fromkeys(("ring.done", "ring.later", "reminders.later", "reminders.answered"), _CURSOR),
    "reminders.hush": "it is for whoever sits at the full screen; `settings session_hours` says it beforehand",
}
"""Commands that no verb runs, and why."""
