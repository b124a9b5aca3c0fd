"""What every page is: a model of rows in lanes, drawn by the one canvas. A page holds no truth but its cursor."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, NamedTuple

from textual.strip import Strip

from organizer.office import Office
from screens.ink import Ink
from screens.widgets.lane import Item, Lane


class Heading(NamedTuple):
    """What the band says of a page: its name and a few facts."""

    title: str
    facts: str = ""


class Hit(NamedTuple):
    """What lies under the mouse: a lane (-1 none), a row's key and kind, the column and line within it, or a named
    target; `row` is counted from the top of what is in sight of the lane."""

    lane: int = -1
    key: str = ""
    column: int = 0
    line: int = 0
    target: str = ""
    kind: str = ""
    row: int = 0


class Page:
    """Base of the pages. Subclasses make lanes from a view and draw rows; the canvas does the rest."""

    place = ""
    moving = ""
    """The entry that is carried to another column, or ""."""
    hero = writes = False
    """Whether the band grows here, and whether there is a writing line at the foot."""
    ground = "background"
    signed = stacked = trails = False
    """Whether a click on a sign finishes what it stands before; whether lanes stand below one another as well; whether
    so much `follows` the cursor that it is drawn when the cursor rests."""
    hints: Mapping[str, str] = {}
    """Words beside a key in the key bar that are other than the command's own, by its id."""

    def __init__(self, office: Office, ink: Ink, place: str = "") -> None:
        self.place = place or self.place
        self.office = office
        self.ink = ink
        self.lanes: list[Lane] = []
        self.lane = 0
        self.width = self.height = 0
        self.head: list[Strip] = []
        self.foot: list[Strip] = []
        self.finished_here: frozenset[str] = frozenset()
        self.dirty = True

    @property
    def now(self) -> datetime:
        """The moment the page speaks of."""
        return self.office.clock.now()

    @property
    def pad(self) -> int:
        """Cells left and right of the body."""
        return 3 if self.width >= 80 else 2 if self.width >= 60 else 1

    @property
    def narrow(self) -> bool:
        """Whether the whole screen is under 100 columns (there is no rail then)."""
        return self.screen_width < 100

    @property
    def short(self) -> bool:
        """Whether the whole screen has under 30 rows."""
        return self.screen_height < 30

    screen_width = 120
    screen_height = 36

    def draft(self) -> dict[str, Any]:
        """Where it is open, in plain values: gone on from after the office was locked."""
        return {}

    def go_on(self, doc: dict[str, Any]) -> None:
        """Go on where `draft` left off."""

    def line_for(self, desk: Any) -> Any:
        """A writing line for the foot of this page, where it `writes`."""

    def heading(self) -> Heading:
        """What the band says."""
        return Heading(self.place.title())

    def rebuild(self) -> None:
        """Read the view again; the cursor stays on the same record."""

    def resize(self, width: int, height: int, screen_width: int, screen_height: int) -> None:
        """Lay out for a body of so many cells."""
        self.width, self.height = width, height
        self.screen_width, self.screen_height = screen_width, screen_height
        self.layout()

    def layout(self) -> None:
        """Place head, lanes and foot."""

    def draw(self, lane: Lane, item: Item, focused: bool) -> list[Strip]:
        """The lines of a row, as many as it was measured to have."""
        return []

    def here(self) -> frozenset[str]:
        """The ids of what stands on it, which find tells first."""
        return frozenset()

    def show(self, id: str) -> bool:
        """Put the cursor on something that stands on it; whether it is there."""
        return False

    def keys(self) -> tuple[str, ...]:
        """The ids of the verbs in the key bar, where they differ from those of the place."""
        return ()

    def void(self, lane: Lane) -> Strip:
        """A row of a lane below all that stands in it."""
        return self.ink.blank(lane.width, self.ground)

    @property
    def current(self) -> Lane | None:
        """The lane that has the cursor."""
        return self.lanes[self.lane] if 0 <= self.lane < len(self.lanes) else None

    def selection(self) -> tuple[str, ...]:
        """The ids the next command is about: the entry under the cursor."""
        lane = self.current
        id = lane.key if lane else ""
        return (id,) if id and self.office.practice.entry(id) else ()

    def answers(self) -> dict[str, str]:
        """What `add here` fills in."""
        return {}

    def move(self, by: int) -> bool:
        """Up or down by one row; whether anything moved."""
        return self.current is not None and self.current.step(by)

    def sideways(self, by: int) -> bool:
        """To the lane left or right that has something to choose; whether the cursor moved."""
        index = self.lane + by
        while 0 <= index < len(self.lanes):
            if self.lanes[index].key:
                self.lane = index
                return True
            index += by
        return False

    def activate(self) -> None:
        """Only the lane with the cursor grows its row."""
        for number, lane in enumerate(self.lanes):
            lane.active = number == self.lane

    def lane_changed(self) -> None:
        """The cursor went to another lane: heights change, and the head may say so."""
        self.layout()

    def part(self, by: int) -> bool:
        """To the next or previous part of the page."""
        return self.sideways(by) or (by > 0 and self.lane != 0 and self.sideways(-len(self.lanes)))

    def choose(self) -> str:
        """What `enter` does when no entry is under the cursor: the page may act itself; returns "" then."""
        return "entry.open" if self.selection() else ""

    def click(self, hit: Hit) -> str:
        """A click: put the cursor there, or give the id of the command it means."""
        if hit.lane < 0 or not hit.key:
            return ""
        lane = self.lanes[hit.lane]
        again = hit.lane == self.lane and lane.key == hit.key
        self.lane = hit.lane
        lane.seek(hit.key)
        if self.signed and hit.line == 0 and 1 <= hit.column <= 2 and self.selection():
            return "entry.done"
        return "choose" if again else ""

    def target_at(self, x: int, y: int) -> str:
        """The named target under a cell of head or foot, or ""."""
        return ""

    def follows(self) -> bool:
        """The cursor moved: whether rows of the head or the foot speak of where it is, and were made anew; where it
        `trails`, any other row."""
        return False

    def leave(self) -> None:
        """The person goes elsewhere: what was finished here may go now."""
        if self.finished_here:
            self.finished_here = frozenset()
            self.dirty = True

    def keep_in_place(self, ids: frozenset[str]) -> None:
        """Rows finished just now stay where they are until the page is left."""
        self.finished_here |= ids
