"""The trustgraph command: each verb is one library call and a print."""

from __future__ import annotations

import gc
import sys
import warnings
from errno import ENOSPC
from importlib import import_module
from typing import NoReturn

import click

from trustgraph import __version__
from trustgraph.cli.terminal import complain, discard, tell
from trustgraph.errors import FormatError, ModelError, OutputError, RenderError, TrustgraphError, suggestion

# the verbs and what they do, so that the list of them needs no verb's module
VERBS = {
    "draw": "Draw the governance chart of a model.",
    "show": "Print a readable summary of a model.",
    "analyse": "Ask an arrangement a question.",
    "check": "Say where an arrangement departs from good governance.",
    "rules": "List the rules.",
    "explain": "Explain a rule, with examples.",
    "diff": "Tell what changes between two versions of an arrangement.",
    "compare": "Set arrangements side by side.",
    "options": "Set options for an arrangement side by side with it.",
    "models": "List the sample models that come with trustgraph.",
    "init": "Start a model from a commented example.",
    "verify": "Look up each quotation of a model in its paper.",
    "convert": "Convert a model between YAML, JSON and GraphML.",
    "schema": "Print the JSON Schema of the YAML file.",
    "doctor": "Print versions, layout engines and fonts.",
}


class Verbs(click.Group):
    """A group whose commands are imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the verbs in the order they are listed."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """Return the verb, or None where there is none of this name."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"trustgraph.cli.{cmd_name}"), cmd_name)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the verb and its arguments; raises UsageError that names the nearest verb."""
        if args[0] not in VERBS and not args[0].startswith("-"):
            ctx.fail(f"No verb '{args[0]}'. {suggestion(args[0], VERBS)}".rstrip())
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """Write the list of verbs."""
        with formatter.section("Commands"):
            formatter.write_dl(list(VERBS.items()))


# asking the terminal for its width costs a fifth of what starting Python does
@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "terminal_width": 80})
@click.version_option(__version__, prog_name="trustgraph")
def trustgraph() -> None:
    """Model how public bodies are governed, and draw the chart of a committee paper.

    MODEL is a file (.yaml or .json), "-" for standard input, or the name of a sample model.
    """


def main() -> NoReturn:
    """Run the command, and leave with the code that tells how it went."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    warnings.showwarning = lambda message, *_: tell(f"note: {message}")
    warnings.simplefilter("default")
    if VERBS.keys() & sys.argv[1:]:
        _heed_termination()
    code = run(sys.argv[1:])
    # what is left goes all at once: Python need not look through it for cycles as it ends
    gc.freeze()
    sys.exit(code)


def _heed_termination() -> None:
    """Let a request to end unwind what runs, so that no half-written file and no engine stays behind."""
    # help and version need none of this, and should come at once
    import signal

    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))


def run(arguments: list[str]) -> int:
    """Run the command and return its exit code."""
    try:
        # not click's own main, which takes a closed pipe for success
        with trustgraph.make_context("trustgraph", arguments) as context:
            result = trustgraph.invoke(context)
        if sys.stdout is not None:
            sys.stdout.flush()
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as error:
        _correct(error)
        return 2
    except (KeyboardInterrupt, click.Abort):
        return 130
    except BrokenPipeError:
        # whoever read our output has gone
        discard(sys.stdout)
        return 141
    except TrustgraphError as error:
        complain(error)
        return _code(error)
    except OSError as error:
        tell(f"standard output: {'no space left' if error.errno == ENOSPC else error.strerror or error}.")
        discard(sys.stdout)
        return 5
    return result if isinstance(result, int) else 0


def _correct(error: click.ClickException) -> None:
    """Say how the command was misused, and how it is used."""
    message = error.format_message()
    if type(error) is click.BadParameter and error.param is not None:
        message = f"{error.param.get_error_hint(error.ctx)}: {error.message}{_nearest(error)}"
    context = None if isinstance(error, click.exceptions.NoArgsIsHelpError) else getattr(error, "ctx", None)
    usage = f"\n{context.get_usage()}\nMore: {context.command_path} --help" if context is not None else ""
    tell(f"{message}{usage}")


def _nearest(error: click.BadParameter) -> str:
    """Return which word of an option is nearest to one that is none, or ""."""
    word = error.message.partition("' is not one of ")[0].removeprefix("'")
    choices = error.param.type.choices if error.param and isinstance(error.param.type, click.Choice) else ()
    hint = suggestion(word, map(str, choices))
    return f" {hint}" if hint else ""


def _code(error: TrustgraphError) -> int:
    match error:
        case ModelError() | FormatError():
            return 3
        case RenderError():
            return 4
        case OutputError():
            return 5
        case _:
            return 2
