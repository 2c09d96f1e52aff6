"""What identifies a finding across runs: no line number, no wording."""

import hashlib
from collections.abc import Iterable, Iterator

from msgspec.structs import replace

from bpogov.core.finding import Finding


def fingerprints(parts: Iterable[tuple[str, str, str]], engagement: str) -> Iterator[str]:
    """Give a fingerprint for each (rule, assertion, path), in the same order.

    SHA-256 over rule, assertion, engagement (its id; for a file without one, its path) and path, shortened to 128 bits.
    Those that agree in all of these are numbered in their order. Bytes of a path that are no UTF-8 (PEP 383) count too.
    """
    seen: dict[tuple[str, ...], int] = {}
    for rule, assertion, path in parts:
        whole = (rule, assertion, engagement, path)
        number = seen.get(whole, 0)
        seen[whole] = number + 1
        text = "\0".join((*whole, *([str(number)] if number else [])))
        yield hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fingerprinted(findings: Iterable[Finding], engagement: str) -> tuple[Finding, ...]:
    """Give the findings with their fingerprints, in the same order; one that has its fingerprint keeps it."""
    found = tuple(findings)
    new = fingerprints(
        ((one.rule, one.assertion, one.location.path) for one in found if not one.fingerprint), engagement
    )
    return tuple(one if one.fingerprint else replace(one, fingerprint=next(new)) for one in found)
