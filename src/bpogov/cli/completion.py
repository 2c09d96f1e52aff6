"""What a shell offers while somebody types: types of arguments that only say how they are completed."""

import click
from click.shell_completion import CompletionItem


class _Text(click.ParamType[str]):
    """Any text, taken as it is."""

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Give the text."""
        del param, ctx
        return value


class FileName(_Text):
    """The name of a file or folder; the shell completes it."""

    name = "file"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Leave it to the shell."""
        del ctx, param
        return [CompletionItem(incomplete, type="file")]


class FolderName(_Text):
    """The name of a folder; the shell completes it."""

    name = "folder"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Leave it to the shell."""
        del ctx, param
        return [CompletionItem(incomplete, type="dir")]


class GateName(_Text):
    """The name of a gate: one of those that there always are, or one of the configuration."""

    name = "name"

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the gates that the configuration in reach knows."""
        del param
        from bpogov.runs.beginning.offers import gate_names  # imported here: a check needs no offers

        return [CompletionItem(gate) for gate in gate_names(ctx.params.get("config")) if gate.startswith(incomplete)]


class Pair(_Text):
    """A word, an equals sign and the name of a file; the word is one of a few."""

    name = "pair"

    def __init__(self, words: tuple[str, ...]) -> None:
        self._words = words

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Offer the words with the sign after them."""
        del ctx, param
        return [CompletionItem(f"{word}=") for word in self._words if f"{word}=".startswith(incomplete)]
