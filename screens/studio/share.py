"""Share: words and a card to take along, and a log of where, when and how it was told."""

from __future__ import annotations

from textual.strip import Strip

from organizer import when
from organizer.lint import look
from organizer.manner import keyed
from organizer.views.theme import share_text
from screens.desk import Desk
from screens.ink import Part, lines_of, shown, who, wrap
from screens.studio.frame import centered
from screens.studio.leaf import Leaf
from screens.studio.words import QUESTIONS
from screens.widgets.lane import Item, Lane

DOING = (
    ("copy", "Copy the words", "whoever pastes can read them"),
    ("card", "Save the card", "for a phone: .svg or .png"),
    ("poster", "Save the page", "to print: .html or .pdf"),
)
TOLD = (
    ("in person", "Told in person"),
    ("telephone", "Told on the telephone"),
    ("virtual", "Told in a virtual meeting"),
    ("group", "Told in a group"),
)


class Share(Leaf):
    """The stop: the words, what can be done with them, whom it was told."""

    one_click = True
    keys = ("theme.on", "theme.print", "theme.card", "theme.back", "undo", "back")

    def items(self) -> list[Item]:
        """The words, the ways, the log."""
        theme = self.seen.theme
        assert theme is not None
        ((ask, help),) = QUESTIONS["share"]
        text = share_text(theme)
        items = [Item("", "title", ask), Item("", "help", help), *self.gap(1), Item("", "words", text)]
        found = look(f"{theme.name}. {theme.statement}")
        if found and self.office.practice.setting("lint") != "off":
            items.append(Item("", "remark", found[0].sentence))
        items += self.gap(1)
        items += [Item(key, "do", (label, more)) for key, label, more in DOING]
        items += [Item("", "blank"), *(Item(how, "tell", label) for how, label in TOLD)]
        if self.seen.studio:
            items += [Item("", "blank"), Item("hang", "do", ("It hangs", "the studio closes; all of it stays"))]
        if self.seen.shared:
            items += [*self.gap(1), Item("", "title", "Told so far")]
            items += [Item(f"told/{one.id}", "told", one) for one in self.seen.shared]
        return items

    def lanes(self, cursor: str) -> list[Lane]:
        """Left what can be done, right the card, where there is room."""
        return [Lane("left", self.items(), self.measure, cursor), Lane("right", [Item("", "card", 14)], self._card)]

    @staticmethod
    def _card(item: Item, width: int, focused: bool) -> int:
        return 14

    def place(self, lanes: list[Lane], height: int) -> None:
        """Side by side from 88 cells on."""
        room, pad = self.room, self.page.pad
        left, right = lanes
        right.hint = False
        if room < 88:
            left.place(pad, room, height)
            right.place(self.page.width, 0, height)
            return
        wide = room * 56 // 100
        left.place(pad, wide, height)
        right.place(pad + wide + 4, room - wide - 4, height)

    def measure(self, item: Item, width: int, focused: bool) -> int:
        """The words take as many rows as they need."""
        if item.kind in ("words", "remark"):
            return lines_of(str(item.data), width - 3)
        return super().measure(item, width, focused)

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """Words in italics, ways as rows."""
        width = lane.width
        if item.kind == "card":
            theme = self.seen.theme
            return centered(self, width, 14, (theme.frame if theme else "") or "double", width)
        if item.kind in ("words", "remark"):
            spec = "foreground i" if item.kind == "words" else "clay"
            return [self.ink.row(width, [("   ", "faint"), (line, spec)]) for line in wrap(str(item.data), width - 3)]
        if item.kind == "do":
            label, more = item.data
            return [self._way(width, label, more, focused)]
        if item.kind == "tell":
            return [self._way(width, item.data, "", focused)]
        if item.kind == "told":
            one = item.data
            sign: Part = (f" {self.ink.signs.listed_done}  ", "accent")
            words = f"{one.how}{', ' if one.where else ''}"
            left: list[Part] = [
                sign,
                (shown(words), "foreground b" if focused else "foreground"),
                (who(one.where), "muted"),
            ]
            return [self.row(width, left, [(when.say(one.at[:10], self.page.now), "faint")], focused)]
        return super().draw(lane, item, focused)

    def _way(self, width: int, label: str, more: str, focused: bool) -> Strip:
        name: Part = (label, "foreground b" if focused else "foreground")
        step: Part = (f" {self.ink.signs.step} ", "accent")
        return self.row(width, [step, name, (f"   {more}" if more else "", "faint")], [], focused)

    def on(self, desk: Desk) -> None:
        """Do what the cursor is on."""
        from screens.studio import doing

        key, theme = self.page.item.key, self.seen.theme
        if theme is None:
            return
        if key == "copy":
            desk.app.copy_to_clipboard(share_text(theme))
            desk.say("Copied. Whoever pastes it can read it.")
        elif key in ("card", "poster"):
            doing.ask_file(desk, key)
        elif key == "hang":
            if doing.attempt(desk, "studio.close"):
                doing.go_to(desk, "home")
        elif key.startswith("told/"):
            desk.say(keyed("It is told. {studio.drop} takes the line out of the log."))
        elif key:
            doing.ask_where(desk, key)

    def take(self, desk: Desk, id: str) -> bool:
        """A line of the log may go."""
        key = self.page.item.key
        if id == "studio.drop" and key.startswith("told/"):
            from screens.studio.doing import attempt

            attempt(desk, "theme.unshare", sharing=key.removeprefix("told/"))
            return True
        return False
