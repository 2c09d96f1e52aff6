"""A new engagement or a new rule to start from. What is written passes its own check."""

import os
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta
from importlib.resources import files

from bpogov.core.errors import UsageError

_ENGAGEMENT_ID = re.compile(r"[a-z][a-z0-9-]{1,39}")
_RULE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_RULE_ID = re.compile(r"[A-Z][A-Z0-9]{1,11}[0-9]{3}")


def today() -> date:
    """Give the day in UTC, for the dates of what is written."""
    return datetime.now(tz=UTC).date()


def new_engagement(name: str, folder: str, day: date) -> tuple[str, ...]:
    """Write `folder/name.yaml`, an engagement with the id `name` at status draft; give the files written.

    Raises UsageError where `name` is no id, or the file exists.
    """
    _expect(_ENGAGEMENT_ID, name, "an id of 2 to 40 small letters, digits and hyphens, such as acme-email-support")
    return write_new({below(folder, f"{name}.yaml"): engagement(name, day)})


def new_rule(name: str, rule_id: str, pack: str, family: str, day: date) -> tuple[str, ...]:
    """Write the rule `pack/family/name.yaml`, and the pack in the folder `pack` where there is none; give the files.

    A new pack gets an example engagement, on which the examples of the rule stand. Raises UsageError where a name or
    the id is not well formed, the rule exists, or the pack there has no example called `starter`.
    """
    _expect(_RULE_NAME, name, "a name of small letters, digits and hyphens, such as goals-written-down")
    _expect(_RULE_NAME, family, "a family of small letters, digits and hyphens, such as goals")
    _expect(_RULE_ID, rule_id, "an id of capital letters and three digits, such as OWN001")
    pack_name = os.path.basename(os.path.normpath(pack))
    _expect(_RULE_NAME, pack_name, "a folder name of small letters, digits and hyphens, such as policies/own")
    words = {"rule": rule_id, "name": name, "folder": shown(pack), "pack": pack_name, "today": day.isoformat()}
    new = {below(pack, f"{family}/{name}.yaml"): filled("rule.yaml", words)}
    if not os.path.exists(below(pack, "pack.yaml")):
        new[below(pack, "pack.yaml")] = filled("pack.yaml", words)
        new[below(pack, "examples/starter.yaml")] = engagement("starter", day)
    return write_new(new)


def engagement(name: str, day: date) -> str:
    """Give an engagement with the id `name` that starts with the month after next: there is time to prepare it."""
    months = day.year * 12 + day.month + 1
    start = date(months // 12, months % 12 + 1, 1)
    words = {
        "id": name,
        "today": day,
        "start": start,
        "go_live": start + timedelta(days=14),
        "due": start + timedelta(days=180),
        "end": start.replace(year=start.year + 1) - timedelta(days=1),
    }
    return filled("engagement.yaml", {word: str(value) for word, value in words.items()})


def filled(template: str, words: Mapping[str, str]) -> str:
    """Give a template with each `<<word>>` replaced."""
    text = files("bpogov.runs.beginning").joinpath("templates", template).read_text(encoding="utf-8")
    for word, value in words.items():
        text = text.replace(f"<<{word}>>", value)
    return text


def _expect(form: re.Pattern[str], text: str, wanted: str) -> None:
    if not form.fullmatch(text):
        message = f'"{text}" is not {wanted}'
        raise UsageError(message)


def below(folder: str, file: str) -> str:
    """Give the path of a file in a folder."""
    return os.path.normpath(os.path.join(folder, file))


def shown(path: str) -> str:
    """Give a path as people read it: with forward slashes."""
    return os.path.normpath(path).replace(os.sep, "/")


def write_new(contents: Mapping[str, str]) -> tuple[str, ...]:
    """Write files, by path, and give their names. Raises UsageError, before anything is written, where one is there."""
    for file in contents:
        if os.path.lexists(file):
            message = f'"{shown(file)}" is there already, and bpogov never overwrites a file'
            raise UsageError(message, "choose another name or folder, or move the file away")
    for file, text in contents.items():
        try:
            os.makedirs(os.path.dirname(file) or ".", exist_ok=True)
            with open(file, "x", encoding="utf-8", newline="\n") as target:
                target.write(text)
        except OSError as error:
            message = f'"{shown(file)}" cannot be written: {error.strerror}'
            raise UsageError(message) from error
    return tuple(map(shown, contents))
