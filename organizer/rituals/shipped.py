"""The rituals an office begins with. Each question can be skipped; what was missed does not add up.

`after` is the event a ritual follows, since no hour holds on every day; `short` the questions of its 60-second version.
"""

from __future__ import annotations

from organizer.records.rituals import Question, Ritual

SHIPPED: tuple[Ritual, ...] = (
    Ritual(
        "open",
        name="Open the office",
        minutes=4,
        after="the first cup of the day",
        rhythm="day",
        at="opens",
        short=(
            "theme",
            "three",
        ),
        order=1,
        questions=(
            Question(
                "theme",
                "Read the theme. What does it ask of today?",
                "One breath is enough. Write it once more, if you like.",
                "theme",
            ),
            Question(
                "head",
                "What is in your head?",
                "Put it down here, a line at a time; it will not get lost.",
                "catch",
            ),
            Question(
                "away",
                "What slipped while you were away?",
                "A missed day is just a day. Decide what you like, leave the rest.",
                "slipped",
            ),
            Question(
                "waiting",
                "Who is waiting for a word from you today?",
                "Even “I will call tomorrow” is an answer.",
                "waiting",
            ),
            Question(
                "three",
                "Which three would make today a good day?",
                "Not the most, just the ones you will be glad of tonight.",
                "three",
            ),
            Question(
                "smallest",
                "Which of them do you dread, and what are its first five minutes?",
                "The door handle, not the mountain.",
                "smallest",
            ),
            Question(
                "load",
                "Does this fit between your hours?",
                "Something may wait until another day.",
                "load",
            ),
        ),
    ),
    Ritual(
        "pause",
        name="A pause at midday",
        minutes=1,
        after="the last hour before lunch",
        rhythm="day",
        at="pause",
        short=("breath",),
        order=2,
        questions=(
            Question(
                "breath",
                "Stand up, look out of the window. How are you?",
                "Nobody else reads this.",
                "line",
            ),
            Question(
                "still",
                "Are your three still the right three?",
                "Changing your mind is allowed.",
                "three",
            ),
        ),
    ),
    Ritual(
        "close",
        name="Close the office",
        minutes=6,
        after="the last client has left",
        rhythm="day",
        at="closes",
        short=(
            "win",
            "phrase",
        ),
        order=3,
        questions=(
            Question(
                "notes",
                "Are today’s notes written?",
                "Or say when: tomorrow, first thing.",
                "notes",
            ),
            Question(
                "calls",
                "Who called and has not heard from you?",
                "Answer, or write down by when you will.",
                "calls",
            ),
            Question(
                "leftovers",
                "What is left over: keep it, plan it, or let it go?",
                "Letting go counts as a decision.",
                "leftovers",
            ),
            Question(
                "word",
                "Your word: what is kept, what needs a new date?",
                "Telling them today is easier than tomorrow.",
                "word",
            ),
            Question(
                "ahead",
                "Which three is the next office day for?",
                "Look at the days ahead, and lay out what you like.",
                "tomorrow",
            ),
            Question(
                "win",
                "What went right today?",
                "Small ones shine too. It earns a star.",
                "win",
            ),
            Question(
                "phrase",
                "Say your closing words.",
                "Then the door closes, and the reminders rest.",
                "phrase",
            ),
        ),
    ),
    Ritual(
        "week",
        name="The week",
        minutes=25,
        after="the admin block begins",
        rhythm="week",
        at="15:00",
        short=(
            "promises",
            "goals",
        ),
        order=4,
        questions=(
            Question(
                "clear",
                "Empty the inboxes: mail, voicemail, desk, head. What is in them?",
                "Sort first; do it later.",
                "catch",
            ),
            Question(
                "past",
                "What is still open from the pages behind you?",
                "Two minutes, then on.",
                "earlier",
            ),
            Question(
                "coming",
                "Look two weeks ahead. What wants to be prepared?",
                "Closures, tax dates, a birthday.",
                "coming",
            ),
            Question(
                "waiting-for",
                "Whom are you waiting for, and is it time for a friendly question?",
                "They may be glad you asked.",
                "asked",
            ),
            Question(
                "promises",
                "Go through every open promise. Which would you make again today?",
                "A new date, told in time, is a promise kept well.",
                "promises",
            ),
            Question(
                "billing",
                "Payments, claims, denials: what moved, and what is stuck?",
                "Pick one that is stuck.",
                "billing",
            ),
            Question(
                "outward",
                "Whom could you thank, or tell about the theme?",
                "One line will do.",
                "outward",
            ),
            Question(
                "goals",
                "What will be plainly true a week from now?",
                "Two of them, so that you can see whether they are.",
                "goals",
            ),
        ),
    ),
    Ritual(
        "month",
        name="The month",
        minutes=45,
        after="the bank statement is in",
        rhythm="month",
        at="15:00",
        short=(
            "money",
            "well",
        ),
        order=5,
        questions=(
            Question(
                "money",
                "Fill in the money page. Which number surprises you?",
                "Numbers are facts, not grades.",
                "money",
            ),
            Question(
                "open-balances",
                "What has waited longest for its money, and what is the kind next step?",
                "The same rule for everyone makes it easier.",
                "aging",
            ),
            Question(
                "moved-on",
                "What was moved on three times or more: let it go, or ask for help?",
                "It may be trying to say something.",
                "deferrals",
            ),
            Question(
                "well",
                "What went well this month?",
                "Begin with people.",
                "well",
            ),
            Question(
                "different",
                "What could be different next month?",
                "One thing.",
                "different",
            ),
            Question(
                "grateful",
                "What are you grateful for?",
                "The first thing that comes.",
                "grateful",
            ),
            Question(
                "front",
                "Website, greeting, notice: does a stranger still hear the truth?",
                "Call your own number.",
                "yes or no",
            ),
            Question(
                "reward",
                "Look at your stars. Which reward is yours now?",
                "Take it. That is the deal.",
                "reward",
            ),
        ),
    ),
    Ritual(
        "quarter",
        name="The season",
        minutes=60,
        after="the first free morning of the season",
        rhythm="quarter",
        at="15:00",
        short=(
            "theme",
            "one-change",
        ),
        order=6,
        questions=(
            Question(
                "theme",
                "Read the theme aloud. Keep it, reword it, or give it a smaller one for this season?",
                "It may have changed its meaning. So may you.",
                "season",
            ),
            Question(
                "moments",
                "When did you live by it? Three moments.",
                "Nothing is measured here.",
                "moments",
            ),
            Question(
                "walk",
                "Walk the way in as a client. Where do you stumble?",
                "One snag is plenty.",
                "walk",
            ),
            Question(
                "feedback",
                "What did people tell us, and what will we change?",
                "You said, we changed: tell them.",
                "task",
            ),
            Question(
                "tax",
                "Is this season’s tax set aside and paid?",
                "Then it is done until the next one.",
                "tax",
            ),
            Question(
                "one-change",
                "Where did our word slip more than once, and which one change in how we work would help?",
                "Change the system, not the person.",
                "change",
            ),
        ),
    ),
    Ritual(
        "year",
        name="The year",
        minutes=90,
        after="the last hour before the winter break",
        rhythm="year",
        at="15:00",
        short=(
            "wins",
            "new-theme",
        ),
        order=7,
        questions=(
            Question(
                "wins",
                "Read the year’s wins. Which three do you want to remember?",
                "Take your time with this one.",
                "year wins",
            ),
            Question(
                "word",
                "Your word this year: kept, or put right. What made it easier?",
                "A hundred in a hundred was never the goal.",
                "year word",
            ),
            Question(
                "theme-moments",
                "What did the theme change?",
                "Perhaps something you did not plan.",
                "moments",
            ),
            Question(
                "new-theme",
                "Pour out what you want of the next year. What keeps coming back?",
                "The studio is there for the rest.",
                "pour",
            ),
            Question(
                "papers",
                "The yearly papers: professional will, risk analysis, policies, consents. Which have their day?",
                "One a week gets there.",
                "papers",
            ),
            Question(
                "carry",
                "A new volume of the journal: begin it now?",
                "The theme and open promises come along. The rest stays safe on its page.",
                "volume",
            ),
            Question(
                "letter",
                "Read last year’s note to yourself, and write the next one.",
                "Be as kind as you would be to a client.",
                "letter",
            ),
        ),
    ),
)
