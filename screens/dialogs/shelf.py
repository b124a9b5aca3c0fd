"""The shelf: bundles and tasks of the trade to browse and adopt, one at a time; nobody is handed all of them."""

from __future__ import annotations

from collections.abc import Callable

from organizer.office import Office
from organizer.packs import Bundle, Library, Task, adopted
from organizer.words import count
from screens.ink import Ink, Part, shown, wrap
from screens.widgets.lane import Item

ROOM = 64
"""Cells of what is told of a file that could not be read."""


class Shelf:
    """What the chooser lists; `adopt(tasks, happened, name)` gives "" or why not."""

    title = "The shelf"
    placeholder = "claims, backup, license, solo insurance"
    enter = "adopt"

    def __init__(
        self, office: Office, ink: Ink, library: Library, adopt: Callable[[list[Task], list[Task], str], str]
    ) -> None:
        self._office, self._ink, self._library, self._adopt = office, ink, library, adopt
        self._have = adopted(office.practice)
        self._all = self.stays = False
        self._names = {area.id: area.name for area in office.practice.areas_in_order()}

    def items(self, query: str) -> list[Item]:
        """Bundles first, then tasks by area; a file that could not be read says so at the end."""
        words = query.casefold().split()
        bundles = [Item(f"bundle:{one.id}", "bundle", one) for one in self._library.bundles if _has(words, one.title)]
        items = [Item("", "group", "A bundle at a time"), *bundles] if bundles else []
        for area in dict.fromkeys(task.area for task in self._library.tasks):
            tasks = [
                Item(f"task:{task.id}", "task", task)
                for task in self._library.tasks
                if task.area == area and _has(words, f"{task.title} {self._names.get(area, area)} {task.why}")
            ]
            if tasks:
                items += [Item("", ""), Item("", "group", self._names.get(area, area)), *tasks]
        items += self._problems()
        return items or [Item("", "", "Nothing by that name on the shelf.")]

    def _problems(self) -> list[Item]:
        """What could not be read: a sentence for each file and how many more there are, or each in a row of its own."""
        first, more = self._library.troubles()
        if not self._all:
            rows = [Item("", "", line) for problem in first for line in wrap(problem, ROOM)]
            return [*rows, *([Item("problem:0", "problems", more)] if more else [])]
        items = []
        for number, problem in enumerate(self._library.problems):
            begin, *rest = wrap(problem, ROOM)
            items += [Item(f"problem:{number}", "problem", begin), *(Item("", "", f"  {line}") for line in rest)]
        return items

    def parts(self, item: Item, query: str) -> tuple[list[Part], list[Part]]:
        """A bundle and how many it holds; a task, how it comes round, and whether it stands already."""
        signs = self._ink.signs
        if item.kind == "problems":
            return [(f"{signs.step} ", "muted"), (f"{item.data} more: show them", "foreground")], []
        if item.kind == "problem":
            return [(shown(item.data), "clay")], []
        if item.kind == "bundle":
            bundle: Bundle = item.data
            have = sum(id in self._have for id in bundle.tasks)
            said = count(len(bundle.tasks), "task") + (f", {have} here" if have else "")
            return [(f"{signs.theme} ", "accent"), (shown(bundle.title), "foreground")], [(said, "faint")]
        task: Task = item.data
        here = task.id in self._have
        sign: Part = (signs.listed_done, "accent") if here else (signs.task, "muted")
        varies = f" {signs.dot} {task.varies}" if task.varies else ""
        return [sign, ("  ", "faint"), (shown(task.title), "muted" if here else "foreground")], [
            (f"{shown(task.cadence)}{varies}", "faint")
        ]

    def pick(self, item: Item, query: str) -> str:
        """Adopt it; or show all that could not be read, and stay."""
        self.stays = item.kind == "problems"
        if self.stays:
            self._all = True
            return ""
        if item.kind == "problem":
            return "That is to be mended in the file itself."
        if not item.key:
            return "Choose a bundle or a task."
        if item.kind == "task":
            task: Task = item.data
            return self._adopt([], [task], "") if task.kind == "event" else self._adopt([task], [], "")
        return self._adopt(self._library.of(item.data), [], item.data.title)


def _has(words: list[str], text: str) -> bool:
    low = text.casefold()
    return all(word in low for word in words)
