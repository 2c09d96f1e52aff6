"""What a form knows at a place."""

import pytest

from bpogov.core.location import Path
from bpogov.policy.configuration import ConfigurationFile
from bpogov.policy.keys import expected_value, known_keys
from bpogov.policy.pack import PackFile
from bpogov.policy.rule import RuleFile


@pytest.mark.parametrize(
    ("path", "keys"),
    [
        (("examples", 0, "given"), ("patch", "use")),
        (("references", 3), ("clause", "note", "standard", "strength")),
        (("assert", 0), ("acts", "at", "each", "from", "help", "id", "message", "severity", "statuses", "that")),
        (("needs", 1), ("at", "message")),
        (("title",), ()),
        (("title", 0), ()),
    ],
)
def test_keys_of_a_rule_file(path: Path, keys: tuple[str, ...]) -> None:
    """Through lists, references and alternatives, in alphabetical order; a single value has none."""
    assert known_keys(RuleFile, path) == keys


def test_keys_below_free_names() -> None:
    """What an organisation names itself is passed through: rule ids and tiers."""
    assert known_keys(ConfigurationFile, ("tiers", "small", "rules", "COM001")) == ("from", "parameters", "severity")
    assert "lock" in known_keys(ConfigurationFile, ("rules", "COM001"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("apiVersion",), "bpogov/v1"),
        (("severity",), "one of error, warning, note"),
        (("title",), "what the rule demands, in a few words"),
        (("parameters", "limit", "default"), "the value where nobody sets another"),
    ],
)
def test_what_to_write(path: Path, expected: str) -> None:
    """The only word, the words to choose from, or the meaning."""
    assert expected_value(RuleFile, path) == expected


def test_nothing_is_said_of_what_the_form_does_not_describe() -> None:
    """A name of the organisation's own has no description."""
    assert expected_value(PackFile, ("examples", "shop")) == ""
