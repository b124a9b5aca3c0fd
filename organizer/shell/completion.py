"""`completion`: scripts for bash, zsh and fish, written from the table of verbs."""

from __future__ import annotations

from organizer.errors import WrongUse
from organizer.shell.parsing import Given
from organizer.shell.shell import Shell
from organizer.shell.verbs import GLOBAL, HELP, PLACES, Option, Verb, every, names


def completion(shell: Shell, given: Given) -> int:
    """Print the script of one shell."""
    writers = {"bash": bash, "zsh": zsh, "fish": fish}
    writer = writers.get(given.words[0].lower())
    if writer is None:
        raise WrongUse(f"There is completion for {', '.join(writers)}, not for {given.words[0]!r}.")
    shell.terminal.out(writer().rstrip("\n"))
    return 0


def _options(verb: Verb) -> tuple[Option, ...]:
    return (*verb.options, HELP)


def bash() -> str:
    """The script for bash: `complete -F`, no other program is called."""
    first = " ".join([*names(), *PLACES, *(option.name for option in GLOBAL)])
    values: list[str] = []
    words: list[str] = []
    for verb in every():
        for option in verb.options:
            if option.value:
                values.append(f'    {verb.name}:{option.name}) words="{" ".join(option.offers)}" ;;')
        offered = " ".join([*(option.name for option in _options(verb)), *verb.offers])
        words.append(f'    {verb.name}) words="{offered}" ;;')
    lines = [
        "# organizer completion for bash",
        "_organizer() {",
        '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}"',
        '  local verb="${COMP_WORDS[1]}" words=""',
        '  if [ "$COMP_CWORD" -eq 1 ]; then',
        f'    COMPREPLY=($(compgen -W "{first}" -- "$current"))',
        "    return",
        "  fi",
        '  case "$verb:$before" in',
        *values,
        '    *) case "$verb" in',
        *words,
        "    esac ;;",
        "  esac",
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
        '  case "${COMPREPLY[0]}" in *=) compopt -o nospace 2>/dev/null ;; esac',
        "}",
        "complete -o bashdefault -o default -F _organizer organizer",
    ]
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    """Text in single quotes, for zsh and fish alike."""
    return "'" + text.replace("'", "’") + "'"


def _spec(option: Option) -> str:
    """One option for zsh's _arguments."""
    help = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:")
    if not option.value:
        return _quoted(f"{option.name}[{help}]")
    offers = f"({' '.join(option.offers)})" if option.offers else " "
    return _quoted(f"{option.name}[{help}]:{option.value.lower()}:{offers}")


def zsh() -> str:
    """The script for zsh: to be evaluated, or kept as a file named _organizer."""
    verbs = [_quoted(f"{verb.name}:{verb.help}") for verb in every()]
    verbs += [_quoted(f"{place}:Open the full screen there.") for place in PLACES]
    cases = []
    for verb in every():
        specs = [_spec(option) for option in _options(verb)]
        offers = f"({' '.join(verb.offers)})" if verb.offers else " "
        specs.append(_quoted(f"*:{verb.words.lower() or verb.name}:{offers}"))
        cases.append(f"    {verb.name}) _arguments {' '.join(specs)} ;;")
    lines = [
        "#compdef organizer",
        "_organizer() {",
        "  local -a verbs",
        f"  verbs=({' '.join(verbs)})",
        "  if (( CURRENT == 2 )); then",
        "    _describe -t verbs verb verbs",
        f"    _arguments {' '.join(_spec(option) for option in GLOBAL)}",
        "    return",
        "  fi",
        "  shift words; (( CURRENT-- ))",
        '  case "$words[1]" in',
        *cases,
        "  esac",
        "}",
        "compdef _organizer organizer",
    ]
    return "\n".join(lines) + "\n"


def fish() -> str:
    """The script for fish."""
    lines = ["# organizer completion for fish", "complete -c organizer -f"]
    for verb in every():
        lines.append(f"complete -c organizer -n __fish_use_subcommand -a {verb.name} -d {_quoted(verb.help)}")
    for place in PLACES:
        lines.append(f"complete -c organizer -n __fish_use_subcommand -a {place} -d 'Open the full screen there.'")
    for option in GLOBAL:
        lines.append(f"complete -c organizer -n __fish_use_subcommand -l {option.name[2:]} -d {_quoted(option.help)}")
    for verb in every():
        seen = f"complete -c organizer -n '__fish_seen_subcommand_from {verb.name}'"
        for option in _options(verb):
            takes = f" -x -a {_quoted(' '.join(option.offers))}" if option.value else ""
            lines.append(f"{seen} -l {option.name[2:]}{takes} -d {_quoted(option.help)}")
        if verb.offers:
            lines.append(f"{seen} -a {_quoted(' '.join(verb.offers))}")
    return "\n".join(lines) + "\n"
