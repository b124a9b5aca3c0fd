"""The theme studio: what was poured out, its piles, the hundred lines, whom it was told, each season's look at it."""

from typing import Any, NamedTuple


class Studio(NamedTuple):
    """A theme in the making. `stop` is where the person is, `reached` how far they came (`organizer.views.theme`).

    `chosen` are the piles that were put side by side, `theme` the id of the `Theme` once it has a name. `begun` and
    `closed` are local times; one that is not closed is taken up again.
    """

    id: str
    uuid: str = ""
    stop: str = "pour"
    reached: str = "pour"
    chosen: tuple[str, ...] = ()
    picked: str = ""
    theme: str = ""
    begun: str = ""
    closed: str | None = None
    extra: tuple[tuple[str, Any], ...] = ()


class Thought(NamedTuple):
    """A line that was poured out; `pile` is the id of the pile it lies on, or ""."""

    id: str
    uuid: str = ""
    studio: str = ""
    text: str = ""
    pile: str = ""
    order: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


class Pile(NamedTuple):
    """Lines that belong together, under a name."""

    id: str
    uuid: str = ""
    studio: str = ""
    name: str = ""
    order: int = 0
    extra: tuple[tuple[str, Any], ...] = ()


class Writing(NamedTuple):
    """The theme, written once, as it was typed; `order` is the how manieth it was."""

    id: str
    uuid: str = ""
    theme: str = ""
    text: str = ""
    order: int = 0
    at: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Sharing(NamedTuple):
    """The theme, told to someone: `how` is "virtual", "in person", "telephone" or "group", `where` in a few words."""

    id: str
    uuid: str = ""
    theme: str = ""
    how: str = ""
    where: str = ""
    at: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


class Season(NamedTuple):
    """A look at the theme in a season: `answer` is "keep", "reword" or "smaller", `name` that of the smaller one."""

    id: str
    uuid: str = ""
    theme: str = ""
    answer: str = ""
    name: str = ""
    at: str = ""
    extra: tuple[tuple[str, Any], ...] = ()


FREEZE: dict[str, Any] = {"chosen": tuple}
"""How the lists of JSON become what does not change."""
