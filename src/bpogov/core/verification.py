"""What became of evidence that somebody checked: the only input of the formats of `bpogov verify`."""

from msgspec import Struct


class VerifiedEngagement(Struct, frozen=True):
    """The evidence about one engagement file.

    `failures` says in one sentence each why it does not hold (none: it holds); `remarks` what else a reader should
    know. `result`, `gate`, `today` and `time` are as the record has them, or empty where there is none; `signed_by` are
    the keys, as the user named them, whose signatures are right.
    """

    file: str
    failures: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    result: str = ""
    gate: str = ""
    today: str = ""
    time: str = ""
    signed_by: tuple[str, ...] = ()


class Verification(Struct, frozen=True):
    """What became of all evidence that was asked for.

    `attestation` is the file of records, `failures` are about the file as a whole; `exit_code` is 0 where everything
    holds and 1 where something does not; `sentence` says it in plain words.
    """

    attestation: str
    engagements: tuple[VerifiedEngagement, ...]
    failures: tuple[str, ...]
    exit_code: int
    sentence: str
