"""The verbs of the program itself."""

from organizer.shell.verbs.verb import JSON, Option, Verb

VERBS = (
    Verb(
        "settings",
        "[NAME [VALUE...]]",
        "Show the settings, or one; set it, or put it back.",
        "settings",
        0,
        -1,
        (
            Option("--search", "Only those that say all these words.", "WORDS"),
            Option("--reset", "As at first again: the one that is named, or all."),
            Option("--here", "For this machine alone: light, signs."),
            Option("--edit", "Open the file of this machine, settings.toml, in EDITOR."),
            JSON,
        ),
        more=(
            "NAME is a setting as it is listed, or its title.",
            "organizer settings answer_within two",
            "organizer settings office_opens 9am",
            "organizer settings answer_within --reset",
        ),
    ),
    Verb(
        "keys",
        "[COMMAND [KEY]]",
        "Show the key of every command; give one another.",
        "keys",
        0,
        2,
        (
            Option("--swap", "Where another command has it, swap the two."),
            Option("--reset", "Its own key again: of the one that is named, or of all."),
            JSON,
        ),
        more=(
            "COMMAND is the first column; KEY a letter, a sign, space, del, f1 to f12, or ctrl+ and a letter.",
            "organizer keys entry.pick f6",
            "organizer keys entry.pick d --swap",
        ),
    ),
    Verb("where", "", "Show where everything is kept, and how it is.", "about"),
    Verb("demo", "", "Open the full screen with a made-up practice; nothing is kept.", "", options=()),
    Verb("tour", "", "The same, with a tour of five minutes.", "", options=()),
    Verb("man", "", "Print the manual page: organizer man > organizer.1", "manual", options=()),
    Verb(
        "completion",
        "bash|zsh|fish",
        "Print the completion script of a shell.",
        "completion",
        1,
        1,
        (),
        offers=("bash", "zsh", "fish"),
        more=(
            'bash, in ~/.bashrc: eval "$(organizer completion bash)"',
            'zsh, in ~/.zshrc: eval "$(organizer completion zsh)"',
            "fish, in config.fish: organizer completion fish | source",
        ),
    ),
)
