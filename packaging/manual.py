"""The manual pages, with what the command line says of itself."""

from __future__ import annotations

import argparse
from collections.abc import Iterator

from facts import Facts

SECTIONS = {
    "triptych": """.SH NAME
triptych \\- read what several sources say about the same events, side by side
.SH SYNOPSIS
.B triptych
.RI [ FILE ...]
.SH DESCRIPTION
Opens a window on each corpus
.RI ( *.triptych )
given, or on the one read last, or on the bundled case. Other files are taken as originals of the
open corpus and recognised by their content. F1 in the window opens the help.
.PP
No network connection is ever opened.
.SH OPTIONS
.TP
.B \\-\\-help
how to call it
.TP
.B \\-\\-version
the version
.SH ENVIRONMENT
.TP
.B TRIPTYCH_SETTINGS
a folder for settings and crash reports in place of the usual one
.TP
.B TRIPTYCH_DATA
a folder for the reader's copy of the case in place of the usual one
.SH FILES
.TP
.I ~/.config/triptych/settings.json
settings; nothing of a corpus
.TP
.I ~/.config/triptych/crash-report.txt
the last fault of the program, without any of your texts
.TP
.I ~/.local/share/triptych/
your copy of the bundled case
.SH SEE ALSO
.BR triptych-cli (1)
""",
}


def pages(facts: Facts) -> dict[str, str]:
    """The text of each page in roff, by the program's name."""
    written = {"triptych": SECTIONS["triptych"], "triptych-cli": "\n".join(_command_line())}
    heads = {n: f'.TH "{n.upper()}" 1 "{facts.day}" "Triptych {facts.version}"\n' for n in written}
    return {name: heads[name] + text.rstrip() + "\n" for name, text in written.items()}


def _command_line() -> Iterator[str]:
    from desktop.cli import _parser

    parser = _parser()
    yield ".SH NAME\ntriptych-cli \\- work on a Triptych corpus without a window"
    yield ".SH SYNOPSIS\n.B triptych-cli\n.I COMMAND\n[...]"
    yield (
        ".SH DESCRIPTION\nResults go to standard output, messages to standard error. With "
        "\\-\\-json there is one JSON object a line."
    )
    yield ".SH COMMANDS"
    (commands,) = (a for a in parser._actions if isinstance(a, argparse._SubParsersAction))
    helps = {choice.dest: choice.help or "" for choice in commands._choices_actions}
    for name, command in commands.choices.items():
        yield f".SS {roff(name)}\n{roff(helps.get(name, ''))}."
        yield f".PP\n.B {roff(' '.join(command.format_usage().split()[1:]))}"
        yield from _options(command)
    yield (
        ".SH EXIT STATUS\n0 done; 1 done with findings, such as a failed verification or a refused "
        "file; 2 wrong usage or a file that cannot be used."
    )
    yield ".SH SEE ALSO\n.BR triptych (1)"


def _options(command: argparse.ArgumentParser) -> Iterator[str]:
    for action in command._actions:
        if action.help in (None, argparse.SUPPRESS) or action.dest == "help":
            continue
        taken = action.metavar or (action.dest.upper() if action.nargs != 0 else "")
        value = " ".join(taken) if isinstance(taken, tuple) else str(taken)
        names = ", ".join(action.option_strings)
        shown = f"{names} {value}".strip() if action.nargs != 0 else names
        text = str(action.help) % {**vars(action), "prog": "triptych-cli"}
        yield f".TP\n.B {roff(shown)}\n{roff(text)}"


def roff(text: str) -> str:
    """A text as roff takes it: hyphens that can be copied, no command at a line's beginning."""
    plain = text.replace("\\", "\\e").replace("-", "\\-")
    return f"\\&{plain}" if plain.startswith((".", "'")) else plain
