"""The verbs of the program itself."""

from organizer.shell.verbs.verb import Verb

VERBS = (
    Verb("where", "", "Show where everything is kept, and how it is.", "about"),
    Verb("demo", "", "Open the full screen with a made-up practice; nothing is kept.", "", options=()),
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
