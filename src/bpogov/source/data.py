"""The plain data that a file holds."""

from typing import TypeAlias

Data: TypeAlias = "dict[str, Data] | list[Data] | str | int | float | bool | None"
"""What YAML 1.2 core can say with text as names: groups of fields, lists, text, numbers, true, false and empty."""


def copied(data: Data) -> Data:
    """Give `data` again as values of their own, so that a change to one never shows in the other."""
    if isinstance(data, dict):
        return {name: copied(value) for name, value in data.items()}
    if isinstance(data, list):
        return [copied(value) for value in data]
    return data
