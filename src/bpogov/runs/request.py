"""What a check is asked for."""

from collections.abc import Callable

from msgspec import Struct

from bpogov.core.gate import LOCAL


class CheckRequest(Struct, frozen=True):
    """What is to be checked, and how.

    `paths` are files and folders (none: what the configuration names); `stdin` the bytes of standard input where it is
    to be checked, under the name `stdin_filename`; `today` a date in ISO 8601 or None for the day of the check;
    `fail_on` a severity or `never`, or None for what the gate says; `select` and `ignore` are ids, prefixes of ids or
    names of rules; `config` a configuration file or None for the nearest; `policies` a folder with further packs.
    `trust` is a git revision that everything but the engagements is taken from, or None for the working tree;
    `no_waivers` shows the world without waivers; `baseline` is a file with known findings. With `allow_empty` a search
    that finds no engagement is no error. With `every_kind` a file that is no engagement is checked as what it says
    that it is, otherwise it is a finding. `cache` is the folder where compiled policies are kept and what was found out
    about files, or None. `jobs` is how many processes look at files (None: as many as there are processors); `progress`
    is told how many files are done, and of how many.
    """

    paths: tuple[str, ...] = ()
    stdin: bytes | None = None
    stdin_filename: str = "standard-input.yaml"
    today: str | None = None
    gate: str = LOCAL.name
    fail_on: str | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    config: str | None = None
    policies: str | None = None
    trust: str | None = None
    removed_since: str | None = None
    no_waivers: bool = False
    baseline: str | None = None
    allow_empty: bool = False
    every_kind: bool = False
    cache: str | None = None
    jobs: int | None = None
    progress: Callable[[int, int], None] | None = None

    @property
    def left_out(self) -> tuple[str, ...]:
        """The options that leave something out of the check, as they are written."""
        given = (
            ("--select", self.select),
            ("--ignore", self.ignore),
            ("--baseline", self.baseline),
            ("--allow-empty", self.allow_empty),
        )
        return tuple(name for name, value in given if value)
