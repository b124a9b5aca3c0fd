"""Records to JSON and back, and the one list of tables.

The class of a table is imported when the first of its records is met: what a verb does not touch costs it nothing.
"""

from collections.abc import Iterator, Mapping
from sys import intern
from typing import Any, NamedTuple, Protocol, TypeAlias

Doc: TypeAlias = dict[str, Any]


class Record(Protocol):
    """What every record is: a named tuple whose first field is its `id` and whose last is `extra`, which holds what a
    newer version wrote."""

    @property
    def id(self) -> str:
        """Its name within its table."""

    @property
    def extra(self) -> tuple[tuple[str, Any], ...]:
        """Fields that this version does not know."""

    @property
    def _fields(self) -> tuple[str, ...]: ...

    def __iter__(self) -> Iterator[Any]: ...


_CLASSES: dict[str, tuple[str, str]] = {
    "settings": ("", "Setting"),
    "filters": ("finding", "Filter"),
    "areas": ("", "Area"),
    "themes": ("", "Theme"),
    "days": ("", "Day"),
    "volumes": ("journal", "Volume"),
    "habits": ("journal", "Habit"),
    "pages": ("journal", "JournalPage"),
    "studios": ("theme", "Studio"),
    "thoughts": ("theme", "Thought"),
    "piles": ("theme", "Pile"),
    "writings": ("theme", "Writing"),
    "sharings": ("theme", "Sharing"),
    "seasons": ("theme", "Season"),
    "closures": ("door", "Closure"),
    "jars": ("wins", "Jar"),
    "rewards": ("wins", "Reward"),
    "scripts": ("door", "Script"),
    "quiet": ("door", "Quiet"),
    "inquiries": ("door", "Inquiry"),
    "rituals": ("rituals", "Ritual"),
    "runs": ("rituals", "Run"),
    "answers": ("rituals", "Answer"),
    "commitments": ("word", "Commitment"),
    "wins": ("wins", "Win"),
    "stops": ("path", "Stop"),
    "snags": ("path", "Snag"),
    "walks": ("path", "Walk"),
    "questions": ("feedback", "Question"),
    "rounds": ("feedback", "Round"),
    "tallies": ("feedback", "Tally"),
    "comments": ("feedback", "Comment"),
    "heeded": ("feedback", "Heeded"),
    "held": ("feedback", "Held"),
    "entries": ("", "Entry"),
}
"""Every table: the module below `organizer.records` and the class of its records. Small ones first: a snapshot keeps
this order. A module with records of its own has a `FREEZE`: how their lists and objects of JSON become what does not
change, by the name of the field; and it may have `FORMER`: by class and name, the field that holds now what an earlier
version wrote, and how its JSON becomes that; None for what cannot."""


class _Shape(NamedTuple):
    """A kind of record taken apart: what each field usually says, and where it stands; `extra` is the last."""

    kind: Any
    usual: tuple[Any, ...]
    places: dict[str, int]
    freeze: dict[str, Any]
    former: dict[str, Any]


_SHAPES: dict[str, _Shape] = {}
_BY_KIND: dict[Any, _Shape] = {}


def _shape(table: str) -> _Shape:
    found = _SHAPES.get(table)
    if found is None:
        module, name = _CLASSES[table]
        home = __import__(f"organizer.records.{module}".rstrip("."), fromlist=[name])
        kind = getattr(home, name)
        *names, last = kind._fields
        assert (names[0], last) == ("id", "extra")
        usual = (object(), *(kind._field_defaults[field] for field in names[1:]))
        former = getattr(home, "FORMER", {}).get(name, {})
        found = _Shape(kind, usual, {field: at for at, field in enumerate(names)}, home.FREEZE, former)
        _SHAPES[table] = _BY_KIND[kind] = found
    return found


def _shape_of(kind: Any) -> _Shape:
    if kind not in _BY_KIND:
        _shape(table_of(kind))
    return _BY_KIND[kind]


class _Tables(Mapping[str, Any]):
    """The classes by table; asking for the names alone imports nothing."""

    def __getitem__(self, table: str) -> Any:
        return _shape(table).kind

    def __contains__(self, table: object) -> bool:
        return table in _CLASSES

    def __iter__(self) -> Iterator[str]:
        return iter(_CLASSES)

    def __len__(self) -> int:
        return len(_CLASSES)


TABLES: Mapping[str, Any] = _Tables()
"""Every table and the class of its records."""


def table_of(kind: type) -> str:
    """The table that holds records of a class. Raises `KeyError` for a class of none."""
    for table, (_, name) in _CLASSES.items():
        if name == kind.__name__:
            return table
    raise KeyError(kind.__name__)


def to_doc(record: Record) -> Doc:
    """The record as a JSON object: fields that say nothing (their default) are left out."""
    doc: Doc = {}
    shape = _shape_of(record.__class__)
    for name, value, usual in zip(shape.places, record, shape.usual, strict=False):
        if value is not usual and value != usual:
            doc[name] = value if value.__class__ in _FLAT else plain(value)
    if record.extra:
        doc.update(record.extra)
    return doc


_FLAT = frozenset({str, int, bool, type(None)})


def plain(value: Any) -> Any:
    """The value as JSON has it: tuples become lists, records objects; a record may say itself how (`doc`)."""
    if isinstance(value, tuple):
        own = getattr(value, "doc", None)
        if own is not None:
            return own()
        parts = [part if part.__class__ in _FLAT else plain(part) for part in value]
        names = getattr(value, "_fields", None)
        return parts if names is None else dict(zip(names, parts, strict=True))
    return value


_REPEATED = frozenset({"kind", "area", "stage", "due", "start", "created", "closed"})
"""Fields whose texts many records share: each text is kept once."""

_new: Any = tuple.__new__
_LOOSE = (list, dict)


def from_doc(table: str, doc: Doc) -> Any:
    """The record a JSON object stands for; unknown fields are kept in `extra`.

    Raises `TypeError` or `ValueError` when the object cannot be such a record.
    """
    kind, usual, places, freeze, former = _shape(table)
    values = [*usual, ()]
    rest: list[tuple[str, Any]] = []
    for name, value in doc.items():
        at = places.get(name)
        if at is None:
            rest.append((name, value))
        elif value.__class__ is str:
            values[at] = intern(value) if name in _REPEATED else value
        elif value.__class__ in _LOOSE and name in freeze:
            values[at] = freeze[name](value)
        else:
            values[at] = value
    if values[0] is usual[0]:
        raise TypeError("a record without an id")
    if rest:
        values[-1] = tuple([pair for pair in rest if not _renamed(pair, former, places, values)] if former else rest)
    return _new(kind, values)


def _renamed(pair: tuple[str, Any], former: dict[str, Any], places: dict[str, int], values: list[Any]) -> bool:
    """Whether a field has another name now, where it says nothing yet; then it is put there."""
    name, read = former.get(pair[0], ("", None))
    value = read(pair[1]) if name and not values[places[name]] else None
    if value is not None:
        values[places[name]] = value
    return value is not None
