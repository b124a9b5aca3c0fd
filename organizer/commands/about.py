"""Ways about the screen: they change no record, but keys, palette and help come from the same list."""

from __future__ import annotations

from organizer.commands.command import Command

PLACES = (
    ("today", "Today"),
    ("board", "Board"),
    ("journal", "Journal"),
    ("theme", "Theme"),
    ("word", "My Word"),
    ("door", "Front Door"),
    ("wins", "Wins"),
    ("rituals", "Rituals"),
)
"""The eight places, in the order of their keys (product.md)."""

COMMANDS = (
    *(
        Command(f"go.{place}", name, f"Go to {name}.", key=str(number), group="Move")
        for number, (place, name) in enumerate(PLACES, 1)
    ),
    Command("move.up", "Up", "The row above.", key="up", group="Move"),
    Command("move.down", "Down", "The row below.", key="down", group="Move"),
    Command("move.left", "Left", "The column to the left.", key="left", group="Move"),
    Command("move.right", "Right", "The column to the right.", key="right", group="Move"),
    Command("move.next", "Next part", "The next part of the screen.", key="tab", group="Move"),
    Command("move.previous", "Previous part", "The part before.", key="shift+tab", group="Move"),
    Command("back", "Back", "Close what is open; always safe.", key="escape", group="Move"),
    Command(
        "board.view", "Another view", "By area, or by stage.", key="v", hint="view", places=("board",), group="Move"
    ),
    Command("find", "Find", "Search everything by its words.", key="slash"),
    Command("palette", "Anything by name", "Commands, places and things, by name.", key="ctrl+p"),
    Command("settings", "Settings", "Office days and hours, how soon calls are answered, how it looks.", key="comma"),
    Command("help", "Help", "The keys of this screen, and the signs.", key="question_mark"),
    Command("tour", "The tour", "Five minutes around the house; it can be left at any stop."),
    Command("undo", "Undo", "Take back what was done last, by name.", key="u", hint="undo"),
    Command("redo", "Redo", "Do again what was taken back.", key="U"),
    Command("quit", "Leave", "Everything is saved already.", key="ctrl+q"),
)
