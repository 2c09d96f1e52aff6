"""Where the passphrase of a private key comes from."""

import os
import sys

from bpogov.core.errors import UsageError

VARIABLE = "BPOGOV_PASSPHRASE"


def ask(file: str) -> str:
    """Give the passphrase of a key file: that of the variable BPOGOV_PASSPHRASE, else what somebody types unseen.

    Raises UsageError where nobody can be asked.
    """
    given = os.environ.get(VARIABLE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        message = f'The key "{file}" has a passphrase, and nobody can be asked for it here'
        raise UsageError(message, f"give it in the variable {VARIABLE}", "passphrase")
    import click  # imported here: a key without a passphrase needs no questions

    typed: str = click.prompt(f"Passphrase of {file}", hide_input=True, err=True, prompt_suffix=": ")
    return typed
