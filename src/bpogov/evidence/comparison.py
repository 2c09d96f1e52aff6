"""What a record says differently from a check made now: one sentence for each difference."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from bpogov.evidence.record import Record
from bpogov.evidence.statement import PACK_FOLDER, Statement

MOST_NAMED = 3

_WORDS = {
    "passedTests": "passed",
    "warnedTests": "marked with a warning",
    "failedTests": "failed",
    "notApplicable": "not applicable",
    "notChecked": "not checked",
}
_ABSENT = "not there"
_FIELDS = {
    "asStatus": "The status that the gate asks for is not",
    "failOn": "The limit of the gate is not",
    "engagement": "The id, status or tier of the engagement is not",
    "policyDigest": "The policies as a whole are not",
    "waivers": "The waivers in force are not",
    "openQuestions": "The open questions are not",
}


def changed_files(record: Record, now: Statement) -> list[str]:
    """Say which files are not those of the record: the engagement, and everything that influenced the verdict."""
    said = []
    (subject,) = now["subject"]
    if subject["name"] != record.file:
        said.append(f'The record is about "{record.file}", not about this engagement')
    if subject["digest"]["sha256"] != record.digest:
        said.append("The engagement is not the one of the record: its content was changed")
    identity = now["predicate"]["bpogov"]["engagement"]["id"]
    if record.identity != identity:
        said.append(
            f'The record is about an engagement with the id "{record.identity}", but the id here is "{identity}"'
        )
    recorded, present = _digests(record.statement), _digests(now)
    names = [*recorded, *(name for name in present if name not in recorded)]
    changed = [sentence for name in names if (sentence := _changed(name, recorded, present))]
    said.extend(_few(changed, "file"))
    if not said and record.statement["predicate"]["configuration"] != now["predicate"]["configuration"]:
        said.append("The list of files in the record is not the one that a check makes")
    return said


def changed_outcomes(record: Record, now: Statement) -> list[str]:
    """Say what the check that was made now found otherwise than the record has it."""
    said: list[str] = []
    recorded, present = _outcomes(record.statement), _outcomes(now)
    pairs = [(rule, recorded.get(rule, _ABSENT), present.get(rule, _ABSENT)) for rule in sorted({*recorded, *present})]
    said.extend(
        _few(
            [
                f'The rule "{rule}" is {before} in the record, but {after} when it is checked again'
                for rule, before, after in pairs
                if before != after
            ],
            "rule",
        )
    )
    result = now["predicate"]["result"]
    if record.result != result:
        said.append(f'The record says "{record.result}", but the check made again says "{result}"')
    extension = now["predicate"]["bpogov"]
    said.extend(
        f"{words} what the record says"
        for name, words in _FIELDS.items()
        if record.extension.get(name) != extension[name]
    )
    if not said and _without_circumstances(record.statement) != _without_circumstances(now):
        said.append("The record holds something that a check made again does not say")
    return said


def outcome(record: Record, rule: str) -> str:
    """Give what became of a rule in a record, in words."""
    return _outcomes(record.statement).get(rule, _ABSENT)


def other_versions(record: Record, now: Statement) -> list[str]:
    """Say with which other versions of the tool and of its data the record was made; that alone is no fault."""
    recorded, present = _versions(record.statement), _versions(now)
    return [
        f'The record was made with {name} "{recorded.get(name, "")}", this check with "{present.get(name, "")}"'
        for name in sorted({*recorded, *present})
        if recorded.get(name) != present.get(name)
    ]


def _few(sentences: Sequence[str], word: str) -> list[str]:
    """The first sentences, and how many more there are."""
    rest = len(sentences) - MOST_NAMED
    more = [f"{rest} more {f'{word} differs' if rest == 1 else f'{word}s differ'}"] if rest > 0 else []
    return [*sentences[:MOST_NAMED], *more]


def _digests(data: Statement) -> dict[tuple[str, str], str]:
    """The digests of the files, without the folders, which only sum them up."""
    return {
        (entry["annotations"]["kind"], entry["name"]): entry["digest"].get("sha256", "")
        for entry in data["predicate"]["configuration"]
        if entry["annotations"]["kind"] != PACK_FOLDER
    }


def _changed(
    name: tuple[str, str], recorded: Mapping[tuple[str, str], str], present: Mapping[tuple[str, str], str]
) -> str:
    kind, file = name
    if name not in present:
        return f'The {kind} file "{file}" counted when the record was made, but does not count here'
    if name not in recorded:
        return f'The {kind} file "{file}" counts here, but the record does not know it'
    return "" if recorded[name] == present[name] else f'The {kind} file "{file}" is not the one of the record'


def _outcomes(data: Statement) -> dict[str, str]:
    predicate = data["predicate"]
    lists: Iterator[tuple[str, Sequence[str]]] = (
        (words, predicate[name] if name in predicate else predicate["bpogov"][name]) for name, words in _WORDS.items()
    )
    return {rule: words for words, rules in lists for rule in rules}


def _versions(data: Statement) -> dict[str, Any]:
    extension = data["predicate"]["bpogov"]
    return {"bpogov": extension.get("version", ""), **extension.get("data", {})}


def _without_circumstances(data: Statement) -> dict[str, Any]:
    """A statement without the time and the versions of the run that made it."""
    predicate = data["predicate"]
    kept = {name: value for name, value in predicate["bpogov"].items() if name not in {"time", "version", "data"}}
    return {**data, "predicate": {**predicate, "bpogov": kept}}
