"""Quick capture: one typed line becomes a draft of an entry, and is explained back.

    * call back Heron 7 tomorrow 10am #outreach ~15m -> look up the number

`o` or `event:` begins an event, `-` or `note:` a note; `!`, `*` and `?` before the text mark an idea, a
priority, something to look into; a `*`, `!` or `!!` standing alone later on marks a priority. `#` names an
area or a tag, `~20m` an estimate, `~` to `~~~` how dreaded it is, and `->` the first small step, which runs
to the end of the line but for marks and a date that stand last. A date stands at the end or the beginning.

Whatever is not understood stays in the title: every word of the line is in the title, in the step, or
under one of the spans. What comes back is said in the place of a date ("every friday 4pm").
"""

from __future__ import annotations

from organizer.capture.draft import Draft, Span, clean
from organizer.capture.line import read
from organizer.capture.saying import explain

__all__ = ["Draft", "Span", "clean", "explain", "read"]
