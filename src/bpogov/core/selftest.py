"""The result of running the examples in the rule files."""

from msgspec import Struct

from bpogov.core.location import Location


class ExampleFailure(Struct, frozen=True):
    """An example whose rule did not do what the example says: which one, where it stands, and what happened instead."""

    example: str
    message: str
    location: Location
    help: str = ""


class RuleSelftest(Struct, frozen=True):
    """The examples of one rule: the names of those that ran, and those that failed."""

    rule: str
    name: str
    pack: str
    examples: tuple[str, ...]
    failures: tuple[ExampleFailure, ...] = ()


class SelftestReport(Struct, frozen=True):
    """The result of `bpogov test`, in the order of the rules."""

    rules: tuple[RuleSelftest, ...]

    @property
    def failures(self) -> tuple[ExampleFailure, ...]:
        """Every failure of every rule."""
        return tuple(failure for rule in self.rules for failure in rule.failures)

    @property
    def exit_code(self) -> int:
        """1 if an example failed, else 0; that there is nothing to run is an error that the run raises."""
        return 1 if self.failures else 0
