"""Every kind of question: what it shows, and where its answers go."""

from __future__ import annotations

from organizer.rituals import on_door as door
from organizer.rituals import on_entries as entries
from organizer.rituals import on_lines as lines
from organizer.rituals import on_practice as practice
from organizer.rituals import on_wins as wins
from organizer.rituals import on_word as word
from organizer.rituals.shape import Kind, Shown, nothing

_LINE = "a few words…"
_CATCH = "one line…"

KINDS: dict[str, Kind] = {
    "line": Kind("a line for the day’s page", lines.writing(_LINE), nothing, lines.on_the_day),
    "task": Kind("what you write goes on the Board", lines.writing(_CATCH), nothing, lines.task),
    "look": Kind("only to be read", lambda scene: Shown()),
    "yes or no": Kind("a yes goes on; a no says what is to be done", lines.yes_or_no, lines.answered),
    "catch": Kind("empty the head, a line at a time", lines.writing(_CATCH, many=True), nothing, entries.caught),
    "theme": Kind("the theme, to be read and written once more", lines.theme, nothing, lines.theme_line),
    "slipped": Kind("what slipped, to be decided about", word.slipped, word.taken),
    "waiting": Kind("who waits for a word from me", door.who_waits, door.answered, door.comes),
    "calls": Kind("who called and has not heard", door.who_waits, door.answered, door.comes),
    "three": Kind("choose three for today", entries.three, entries.pick, entries.new_three),
    "tomorrow": Kind("choose three for the next day", entries.tomorrow, entries.pick_tomorrow, entries.new_tomorrow),
    "smallest": Kind("the dreaded one and its first five minutes", entries.smallest, entries.dread, entries.step),
    "load": Kind("whether it fits between the hours", entries.load, entries.decided),
    "notes": Kind("documentation that is due", entries.notes, entries.decided, entries.caught),
    "leftovers": Kind("what is left over of today", entries.leftovers, entries.decided),
    "earlier": Kind("what is open on earlier pages", entries.earlier, entries.carried),
    "coming": Kind("the two weeks ahead", entries.coming, entries.decided, entries.caught),
    "asked": Kind("whom one waits for", entries.asked, entries.asked_again),
    "deferrals": Kind("what was moved on three times or more", entries.deferrals, entries.helped),
    "word": Kind("promises due by tomorrow", word.whose, word.taken),
    "promises": Kind("every open promise", word.promises, word.taken),
    "billing": Kind("what is open in accounting", practice.billing, entries.decided, entries.in_area("accounting")),
    "aging": Kind("what has waited long for its money", practice.aging, entries.decided, entries.in_area("accounting")),
    "money": Kind("the checklist of the money page", practice.money, practice.tick_money, practice.on_the_month),
    "tax": Kind("taxes that are due soon", practice.tax, entries.decided, entries.in_area("accounting")),
    "papers": Kind("what comes round once a year", practice.papers, entries.decided, entries.caught),
    "goals": Kind("goals of the week, plainly met or not", practice.goals, practice.met, practice.new_goal),
    "outward": Kind("a line of thanks, or about the theme", lines.writing("whom, and what for…", many=True), nothing,
                    entries.in_area("outreach")),
    "walk": Kind("a snag on the way in", door.way_in, nothing, door.snag),
    "change": Kind("one change in how we work", lines.writing("one change, as a task…"), nothing,
                   entries.in_area("systems")),
    "win": Kind("one win of the day", lines.writing("one line…"), nothing, wins.win),
    "well": Kind("what went well this month", lines.writing(_LINE, many=True), nothing, lines.looked_back(0)),
    "different": Kind("what could be different", lines.writing(_LINE), nothing, lines.looked_back(1)),
    "grateful": Kind("what you are grateful for", lines.writing(_LINE, many=True), nothing, lines.looked_back(2)),
    "reward": Kind("the reward that is yours now", wins.reward, wins.reward_taken),
    "season": Kind("the theme this season", lines.season, lines.season_taken),
    "moments": Kind("moments chosen by the theme", lines.moments, nothing, lines.moment),
    "pour": Kind("lines for a new theme", lines.pour, nothing, lines.poured),
    "year wins": Kind("the wins of the year", wins.of_the_year, wins.remembered, lines.on_the_day),
    "year word": Kind("my word this year", lines.year_word, nothing, lines.on_the_day),
    "volume": Kind("a new volume of the journal", lines.volume, lines.volume_taken),
    "letter": Kind("last year’s note to myself, and the next", lines.letter, nothing, lines.to_myself),
    "phrase": Kind("the closing words; then the office closes", lines.phrase, leave=lines.close),
}  # fmt: skip
"""Each kind by its name."""

OWN = ("line", "task", "yes or no", "look")
"""The kinds that are offered first for a question of one's own."""


def kind_of(name: str) -> Kind:
    """The kind of a name; one that is not known here is a line for the day's page."""
    return KINDS.get(name, KINDS["line"])
