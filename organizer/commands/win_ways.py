"""Ways about Wins: the wall, the numbers, the years; and keeping a win from wherever one is."""

from __future__ import annotations

from organizer.commands.command import Command
from organizer.commands.wins import HERE, with_win

COMMANDS = (
    Command("win.keep", "Keep it as a win", "What was offered just now, or a line of your own.", None, "K", "keep it"),
    Command("win.open", "Look at it", "The win, the reward, the week, or the wins before.", None, "enter", "open", HERE,
            "Here"),
    Command("win.view", "Jar or wall", "The jar of the month, or the wall of stickers by week.", None, "v",
            "jar or wall", HERE, "Move"),
    Command("win.numbers", "Numbers of the year", "What was kept, opened, won and moved on, each as a picture.", None,
            "n", "numbers", HERE, "Move"),
    Command("win.rewards", "Rewards", "To those you chose, and back to the list.", None, "r", "rewards", HERE, "Move"),
    Command("win.earlier", "The year before", "The wins of an earlier year.", None, "left_square_bracket", "earlier",
            HERE, "Move"),
    Command("win.later", "The year after", "Towards this year again.", None, "right_square_bracket", "later", HERE,
            "Move"),
    Command("win.share", "Share it", "Its words to copy, or a picture for a phone.", None, "x", "share", HERE, "Here",
            allowed=with_win, table="wins"),
    Command("win.book", "Save the year book", "Wins, word, theme, numbers: one document to keep or to print.", None,
            "p", "year book", HERE, "Here"),
)  # fmt: skip
