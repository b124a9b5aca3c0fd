"""Ways about the journal: they change no record."""

from __future__ import annotations

from organizer.commands.command import Command

HERE = ("journal",)

COMMANDS = (
    Command("journal.view", "Another view", "Day, month, future log, collections, index, migrate.",
            key="v", hint="view", places=HERE, group="Move"),
    Command("journal.earlier", "Earlier", "The day, the month or the page of the thread before.",
            key="left_square_bracket", places=HERE, group="Move"),
    Command("journal.later", "Further on", "The next day, month or page of the thread.",
            key="right_square_bracket", places=HERE, group="Move"),
    Command("journal.today", "Page of today", "Open the page of today.", key="0", places=HERE, group="Move"),
    Command("journal.goto", "Go to a page", "By its number, its day, its month or its name.",
            key="g", hint="go to", places=HERE, group="Move"),
    Command("journal.index", "Index", "Every page there is; it builds itself.",
            key="i", hint="index", places=HERE, group="Move"),
    Command("journal.meet", "Migrate", "What is still open on earlier pages, one line at a time.",
            key="M", hint="migrate", places=HERE, group="Move"),
    Command("journal.follow", "Follow back", "To the page where this line came from.",
            key="b", places=HERE, group="Move"),
    Command("journal.skip", "Not now", "In Migrate: the next line; this one comes again at the end.",
            key="n", hint="not now", places=HERE, group="Here"),
    Command("journal.tick", "Tick for all at once", "In Migrate: what is ticked is moved together.",
            key="x", places=HERE, group="Here"),
    Command("journal.up", "Line up", "One place up on its page; a collection among the others.",
            key="alt+up", places=HERE, group="Here"),
    Command("journal.down", "Line down", "One place down on its page; a collection among the others.",
            key="alt+down", places=HERE, group="Here"),
    Command("volume.tick", "Carry it", "Into the new volume; what is not ticked stays on its page.",
            key="space", hint="carry", places=("volume",), group="Here"),
    Command("journal.share", "Copy this page", "As Markdown or as text, or saved as a page to print.",
            places=HERE),
)  # fmt: skip
