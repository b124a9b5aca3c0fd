"""The desk: the one screen. Frame around, the page in the middle, and every key on its way to a command."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container
from textual.geometry import Size
from textual.screen import Screen

from organizer.change import Change
from organizer.commands import COMMANDS
from organizer.elsewhere import why
from organizer.errors import OrganizerError
from organizer.office import Office
from organizer.rituals.standing import standing
from screens import furniture
from screens.binding import bindings
from screens.ink import Ink, lines_in
from screens.lookout import Lookout
from screens.page import Page
from screens.veil import VEIL
from screens.widgets.ahead import TypesAhead
from screens.widgets.band import Band, Banner
from screens.widgets.canvas import Canvas
from screens.widgets.drawn import Drawn
from screens.widgets.keybar import LEAVING, NO_HINT, QUIET_SECONDS, Hint, Keys, Quiet
from screens.widgets.rail import Rail, Tabs, around
from screens.widgets.sparing import Sparing

NARROW, RAIL = 100, 20
"""Below so many columns there are tabs instead of the rail, which takes so many (look.md, grid)."""
WHILE_WRITING = ("quit", "palette")
"""The commands whose keys hold while something is typed at the foot of a page."""


class Desk(Screen[None]):
    """Frame and page. It holds which page is open, and nothing that was written."""

    BINDINGS = [
        *bindings(),
        Binding("pagedown", "page(1)", show=False, priority=True),
        Binding("pageup", "page(-1)", show=False, priority=True),
        Binding("home", "edge(-1)", show=False, priority=True),
        Binding("end", "edge(1)", show=False, priority=True),
        Binding("ctrl+c", "leaving", show=False, priority=True),
    ]
    AUTO_FOCUS = None

    def __init__(self, office: Office, ink: Ink, place: str = "today") -> None:
        """At a place; "today+tour" does the command there as soon as it is open."""
        super().__init__()
        self._compositor = Sparing()
        self.office = office
        self.ink = ink
        self.pages: dict[str, Page] = {}
        self.place, _, self._begins = place.partition("+")
        self.library: Callable[[], Any] = lambda: None
        self.line: Any = None
        self.written_lines: dict[str, Any] = {}
        self.offer: Any = None
        self.offered: set[str] = set()
        self.meanwhile: list[Change] = []
        """What was changed while something lay over the desk."""
        self.lookout = Lookout(self)
        self.ringing: Any = None
        self._quiet_turn = 0
        self.ready = False
        self._told: Any = None
        """The verbs of the page that the key bar tells, and the words beside them."""
        self._said_by_band: Any = None
        self._narrow = False
        self._arranged = Size(0, 0)

    def compose(self) -> ComposeResult:
        """Three widgets: a page changes without a layout, and every widget costs a millisecond at the start."""
        with Container(id="shell"):
            yield Rail(self.ink, id="rail")
            yield Canvas(id="canvas")
        yield Keys(self.ink, id="keys")

    def on_mount(self) -> None:
        """Show the first page; listen to the office and to the clock."""
        self.canvas, self.rail, self.keys = self.query_one(Canvas), self.query_one(Rail), self.query_one(Keys)
        self._arrange()
        self.go(self.place)
        self.canvas.focus()
        self.office.subscribe(self._changed)
        self.lookout.begin()
        self.call_after_refresh(self.lookout.roll_over)
        self.ready = True
        if self._begins:
            self.call_after_refresh(self.action_command, self._begins)
        trouble = self.office.readonly or self.office.trouble
        if trouble:
            self.call_after_refresh(self.say, trouble, care=True, stays=True)
        elif self.office.practice.is_blank and self.office.practice.setting("first_run") != "done":
            from screens.sheets import first_run

            first_run(self)

    # -- pages

    def page_of(self, place: str) -> Page:
        """The page of a place, made when first asked for and kept, with its cursor."""
        if place not in self.pages:
            made = self.pages[place] = furniture.page(place, self.office, self.ink)
            made.screen_width, made.screen_height = self.app.size  # the key bar is drawn before the page is laid out
        return self.pages[place]

    @property
    def page(self) -> Page:
        """The page that is open."""
        return self.page_of(self.place)

    def go(self, place: str) -> None:
        """Open a place; it is as it was left."""
        if place != self.place and self.place in self.pages:
            self.page.leave()
        self.place = place
        if self.page.dirty:
            self.page.rebuild()
            self.page.dirty = False
        self.canvas.page = self.page
        if not self.frame():
            self.canvas.lay_out()
        self.follow_keys()
        self._place_line()

    @property
    def writing(self) -> bool:
        """Whether something is typed at the foot of a page."""
        return self.line is not None and self.focused is self.line

    def _place_line(self) -> None:
        """The writing line stands at the foot of a page that has one, and nowhere else."""
        if self.page.writes or self.line is not None:
            from screens.writing import place_line

            place_line(self)

    def stop_writing(self) -> None:
        """Back to the page; what was typed stays in the line."""
        self.set_focus(self.canvas)
        self.canvas.below([])

    def _arrange(self) -> None:
        """Rail or tabs: set on the widget, since a class would style the whole tree again."""
        self._arranged = self.app.size
        self._narrow = self.app.size.width < NARROW
        self.rail.display = not self._narrow
        self.keys.fits(*self._arranged)

    def frame(self) -> bool:
        """Draw what stands around the page again; whether the page was laid out for it."""
        self.rail.around = around(self.office, self.place)
        self.rail.redraw()
        laid_out = self.frame_band()
        self.frame_keys()
        return laid_out

    def frame_keys(self) -> None:
        """Draw the key bar again: the verbs of the page, or of the line that is typed."""
        if self.writing:
            from screens.writing import KEYS

            self.keys.commands, self.keys.right = KEYS, ()
        else:
            self._told = self.page.keys(), self.page.hints
            leading = self._told[0] or furniture.of(self.place).leading
            hints = {id: self.page.hints.get(id, COMMANDS[id].hint) for id in leading}
            self.keys.commands = tuple(COMMANDS[id]._replace(hint=hint) for id, hint in hints.items())
            self.keys.right = (COMMANDS["palette"]._replace(hint="more"), COMMANDS["help"], COMMANDS["find"])
        self.keys.redraw()

    def follow_keys(self) -> None:
        """The key bar tells other verbs where those of the page follow its cursor, or the room there is."""
        if not self.writing and self._told != (self.page.keys(), self.page.hints):
            self.frame_keys()

    def frame_band(self) -> bool:
        """Draw the band again: the theme, the date and the time; whether the page was laid out below it."""
        now = self.office.clock.now().replace(second=0, microsecond=0)
        self.lookout.minute = f"{now:%Y-%m-%d %H:%M}"
        width, height = self.app.size
        width -= 0 if self._narrow else RAIL
        hero = self.page.hero and height >= 20
        at = standing(self.office.practice, now)
        opened, theme = (at.opened or "") if at.is_open else "", self.office.practice.theme()
        banner = Banner(self.page.heading(), theme, now, hero, self._narrow, opened)
        says = banner, self.ink, width, height, self.rail.around
        if says == self._said_by_band and not VEIL.drawn:
            return False
        self._said_by_band = says
        rows = Band(self.ink, banner).rows(width) if height >= 8 else []
        targets = [(line, 0, width, "go.theme") for line in range(len(rows))]
        if self._narrow and height >= 12:
            tabs = Tabs(self.ink, self.rail.around)
            rows.append(tabs.row(width, len(rows)))
            targets += tabs.targets
        return self.canvas.crown(rows, targets)

    def _changed(self, change: Change | None) -> None:
        """Something was changed, here or elsewhere: the open page reads again, the others when they are opened."""
        for page in self.pages.values():
            page.dirty = True
        if change is not None:
            if self.app.screen is not self:
                self.meanwhile.append(change)
            done = {
                row.id
                for row in change.rows
                if row.table == "entries" and row.after is not None and row.before is not None
            }
            self.page.keep_in_place(frozenset(done))
        if not self.lookout.gathering:  # at once: an overlay that closes now uncovers the new page
            self.show_again()

    def on_screen_resume(self) -> None:
        """Nothing lies over the desk any more: what was done there may be worth a star."""
        if self.meanwhile:
            from screens.wins.offers import uncovered

            uncovered(self)

    def show_again(self) -> None:
        """Draw the open page again where something it shows was changed."""
        if self.page.dirty and self.is_attached:
            carrying = self.carrying
            self.go(self.place)
            if carrying and not self.carrying:  # the card was taken away
                self.hush()

    @property
    def carrying(self) -> bool:
        """Whether a card is carried over the Board."""
        return bool(self.page.moving)

    def turn_the_day(self) -> None:
        """What was finished yesterday goes where it belongs."""
        if not self.carrying:
            for page in self.pages.values():
                page.leave()
        self._changed(None)

    def dip(self, ink: Ink) -> None:
        """Draw with another ink from now on."""
        self.ink = ink
        self.rail.ink = self.keys.ink = ink
        for page in self.pages.values():
            page.ink, page.dirty = ink, True  # what draws its rows was made with the ink of before
        self.canvas.show(self.page)
        self.frame()
        self._place_line()

    # -- saying

    def say(self, text: str, hint: Hint = NO_HINT, care: bool = False, stays: bool = False) -> None:
        """One quiet line above the keys, for six seconds."""
        self.say_line(Quiet(text, hint, care))
        turn = self._quiet_turn
        if not stays:
            self.set_timer(QUIET_SECONDS + (4 if care else 0), lambda: self._hush(turn))

    def say_line(self, line: Quiet) -> None:
        """A quiet line that stands until another one does, or it is hushed."""
        self.canvas.say(line)
        self._quiet_turn += 1

    def _hush(self, turn: int) -> None:
        if turn == self._quiet_turn:
            self.hush()

    def hush(self) -> None:
        """Say nothing more."""
        self.canvas.say(Quiet())

    # -- doing

    def attempt(self, command: str, ids: tuple[str, ...] = (), **answers: Any) -> str:
        """Run a command; "" when it was done, else the sentence that says why not."""
        try:
            change = self.office.run(command, ids, **answers)
        except OrganizerError as error:
            return why(error)
        if change.rows:
            from screens.wins.offers import after

            self.say(*after(self, change))
        else:
            self.say("Nothing to change.")
        return ""

    def action_command(self, id: str) -> None:
        """A key, a click or a palette line: on its way to the one command it means."""
        from screens.doing import do

        do(self, id)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key holds only in the places of its command; until there is a page it waits, see `on_key`."""
        if not self.ready or (self.writing and (action != "command" or parameters[0] not in WHILE_WRITING)):
            return False
        if action == "command":
            places = COMMANDS[str(parameters[0])].places
            return not places or self.place in places
        return True

    def moved(self, move: Callable[[], bool]) -> None:
        """Move the cursor and draw what that changed."""
        before = self.canvas.mark()
        move()
        self.canvas.moved(before)
        self.follow_keys()

    def _put_down(self) -> None:
        if self.carrying:
            from screens.doing import put_down

            put_down(self)

    def action_leaving(self) -> None:
        """What elsewhere ends a program, here says how to leave."""
        self.say(LEAVING)

    def action_page(self, by: int) -> None:
        """A screenful down or up."""
        lane = self.page.current
        if lane:
            self._put_down()
            self.moved(lambda: lane.page(by))

    def action_edge(self, by: int) -> None:
        """To the first or last row."""
        lane = self.page.current
        if lane:
            self._put_down()
            keys = [item.key for item in lane.items if item.key]
            self.moved(lambda: bool(keys) and lane.seek(keys[0 if by < 0 else -1]))

    def on_key(self, event: events.Key) -> None:
        """A key pressed before there was a page does its work now, what was typed behind it goes to the overlay it
        opened. A letter that means nothing here is answered: what begins with it, and where to look."""
        if self.app.screen is not self:
            event.stop()
            if event.is_printable and event.character and isinstance(self.app.screen, TypesAhead):
                self.app.screen.type_ahead(event.character)
            return
        command = self._keys_here().get(event.key)
        if command:
            event.stop()
            self.action_command(command)
        elif event.character and event.character.isalpha():
            from screens.letters import letter

            event.stop()
            letter(self, event.character)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted is caught, a line or many; for an overlay that is still opening it waits."""
        event.stop()
        lines = lines_in(event.text)
        if self.app.screen is not self:
            if isinstance(self.app.screen, TypesAhead):
                self.app.screen.paste_ahead(lines)
        elif lines:
            from screens.answers import catch

            self._put_down()
            catch(self, COMMANDS["catch"], *lines)

    def _keys_here(self) -> dict[str, str]:
        here = (c for c in COMMANDS.values() if c.key and (not c.places or self.place in c.places))
        return {self.ink.keymap.key(command): command.id for command in here}

    @on(Drawn.Pressed)
    def _pressed(self, event: Drawn.Pressed) -> None:
        if event.command in COMMANDS:
            self.action_command(event.command)
        else:
            self.line.press(event.command)

    @on(Canvas.Clicked)
    def _clicked(self, event: Canvas.Clicked) -> None:
        from screens.doing import clicked

        clicked(self, event.command, event.target)
        self.follow_keys()

    def on_resize(self, event: events.Resize) -> None:
        """The frame follows the room there is."""
        if self.is_mounted and self.app.size != self._arranged:
            self._arrange()
            self.frame()
            self.call_after_refresh(self._place_line)
            self.call_after_refresh(self.follow_keys)
