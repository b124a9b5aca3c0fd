"""What all overlays share: their stylesheet, read when the first one opens, and the sizes it speaks of."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from textual import events
from textual.await_complete import AwaitComplete
from textual.await_remove import AwaitRemove
from textual.binding import Binding
from textual.screen import ModalScreen, Screen

from organizer.elsewhere import Unkept
from organizer.office import Office
from screens.guard import Guarded
from screens.ink import Ink
from screens.styles import DIALOGS
from screens.widgets.ahead import TypesAhead
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Drawn
from screens.widgets.field import Field
from screens.widgets.keybar import LEAVING, QUIET_SECONDS, Quiet
from screens.widgets.lines import Lines, Way
from screens.widgets.sparing import Sparing

WAY = Way("^s", "save to a file", "elsewhere")
"""What is offered when what was typed cannot be kept."""


ELSEWHERE = Binding("ctrl+s", "elsewhere", "Save what is typed to a file", priority=True)


LONG = 110
"""Letters of a sentence that takes a third line."""


class Saved(str):
    """The sentence for what was saved to a file."""

    def __new__(cls, path: str) -> Saved:
        """`path` is the file's."""
        return super().__new__(cls, f"It is in {path} now, and still here: enter tries once more to keep it.")


class Overlay(ModalScreen[None]):
    """Base of the overlays."""

    BINDINGS = [
        Binding("ctrl+c", "leaving", show=False),
        Binding("ctrl+l", "lock", "Lock", show=False, priority=True),
    ]
    AUTO_FOCUS = None
    is_saving = False
    stood = False
    """Whether it came to stand: one that was closed before it did has no line and no list, whatever else it says."""
    CSS_PATH = DIALOGS
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide"), (140, "-very-wide")]
    _office: Office
    _ink: Ink
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (20, "-short"), (30, "-tall")]

    def __init__(self) -> None:
        super().__init__()
        self._compositor = Sparing()

    async def on_event(self, event: events.Event) -> None:
        """One that was closed before it stood has nothing in it that could be filled, or put away."""
        if isinstance(event, events.Mount):
            self.stood = self.is_attached and self in self.app.screen_stack
        if self.stood or not isinstance(event, events.Mount | events.Unmount):
            await super().on_event(event)

    def on_screen_resume(self) -> None:
        """Plain signs have plain borders."""
        self.set_class(getattr(self.app, "plain", False), "-plain")

    def action_leaving(self) -> None:
        """What elsewhere ends a program, here says how to leave: on its own page, or on the desk behind it."""
        for canvas in (*self.query(Canvas), *self.app.screen_stack[0].query(Canvas)):
            canvas.say(Quiet(LEAVING))
            self.set_timer(QUIET_SECONDS, partial(canvas.say, Quiet()))
            return

    def action_lock(self) -> None:
        """Lock, from here as well."""
        if isinstance(self.app, Guarded):
            self.app.lock()

    def action_code(self) -> None:
        """A code in the place of the name that is typed."""
        if isinstance(self.focused, Field):
            from screens.remark import instead

            instead(self._office, self.focused)

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        self._ink = ink
        for drawn in self.query(Drawn):
            drawn.ink = ink
            drawn.redraw()
        for canvas in self.query(Canvas):
            if canvas.page is not None:
                canvas.page.ink = ink
        for field in self.query(Field):
            field.refresh()
        self.read_again()

    def read_again(self) -> None:
        """Time has gone by, or something has changed: the page is read again."""
        for canvas in self.query(Canvas):
            if self.is_attached and canvas.page is not None:
                canvas.page.dirty = True
                canvas.show(canvas.page)

    def on_click(self, event: events.Click) -> None:
        """A click beside it closes it, but never takes away what was typed."""
        if event.widget is self and not self.typed:
            self.dismiss()

    @property
    def typed(self) -> bool:
        """Whether something that was typed is not kept yet."""
        return any(field.display and field.value for field in self.query(Field))

    def written(self) -> list[str]:
        """What was typed and is not kept yet, line by line."""
        return [field.value for field in self.query(Field) if field.display and field.value.strip()]

    def saved(self, path: str) -> None:
        """What was typed is in a file now; it stays here as well."""

    def tell_why(self, lines: Lines, why: str) -> None:
        """Draw again the lines that say why something was not kept, with room for the way out."""
        lines.styles.height = 4 if isinstance(why, (Unkept, Saved)) else 3 if len(why) > LONG else 2
        lines.redraw()

    def action_elsewhere(self) -> None:
        """Save what was typed to a file: for when it cannot be kept."""
        from screens.dialogs.chooser import Chooser
        from screens.dialogs.elsewhere import Elsewhere

        office, ink = getattr(self.app, "office", None), getattr(self.app, "ink", None)
        if self.written() and office and ink and not self.is_saving:
            chooser = Chooser(office, ink, Elsewhere(self.written(), self.saved))
            chooser.is_saving = True
            self.app.push_screen(chooser)

    def remove(self) -> AwaitRemove:
        """What it lay over is as it was: Textual would lay that out and paint it once more. Nor is a field that goes
        dressed as one that is not typed in."""
        self.set_reactive(Screen.focused, None)
        return self.app._prune(self)

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, once: keys pressed while it closes may ask for it again."""
        return super().dismiss(result) if self.app.screen is self else AwaitComplete()


class Typing(TypesAhead, Overlay):
    """Base of the overlays with a line to type in."""

    _field: Field

    def on_mount(self) -> None:
        """Ready to type, behind what came before there was a line."""
        self._field = self.query_one(Field)
        self._field.focus()
        self.begin()
        if self.ahead:
            self._field.insert_text_at_cursor(self.ahead)

    def begin(self) -> None:
        """What there is to do once there is a line. (A handler of a subclass would run before the one above.)"""

    def type_ahead(self, character: str) -> None:
        """Into the line, once it is there."""
        if self.is_mounted and self.stood:
            self._field.insert_text_at_cursor(character)
        else:
            super().type_ahead(character)


def by_name(overlay: Overlay, office: Office, ink: Ink, place: str, do: Callable[[str], object]) -> None:
    """The palette of an overlay: its commands, by name or by clicks."""
    from screens.dialogs.chooser import Chooser
    from screens.dialogs.commands import Deeds, here

    def chosen(id: str) -> None:
        overlay.call_later(do, id)

    overlay.app.push_screen(Chooser(office, ink, Deeds(ink, here(place), chosen)))
