"""From the text of a policy file to its checked form, or to problems with positions and plain words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Path
from bpogov.core.severity import Severity
from bpogov.core.suggest import closest
from bpogov.source.discover import read
from bpogov.source.document import Document
from bpogov.source.load import load

Form = TypeVar("Form", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class Read(Generic[Form]):
    """A file in its checked form, with the document that knows the positions."""

    form: Form
    document: Document


def read_file(file: str, form: type[Form], problems: list[Notification]) -> Read[Form] | None:
    """Read one policy file. Mistakes are added to `problems`; the result is then None."""
    document = load(read(file), file)
    return read_document(document, form, problems)


def read_document(document: Document, form: type[Form], problems: list[Notification]) -> Read[Form] | None:
    """Bring a loaded document into its checked form."""
    if document.data is None:
        problems.extend(as_notification(finding) for finding in document.findings)
        return None
    if not isinstance(document.data, dict):
        problems.append(problem(document, (), "wrong-form", "This file is not a group of fields such as kind and name"))
        return None
    try:
        return Read(form.model_validate(document.data), document)
    except ValidationError as error:
        problems.extend(_translate(document, form, detail) for detail in error.errors(include_url=False))
        return None


def problem(document: Document, path: Path, code: str, message: str, help: str = "") -> Notification:  # noqa: A002
    """A mistake in a policy file, at a place of it."""
    return Notification(Severity.ERROR, code, message, document.locate(path, _shown(path)), help)


def as_notification(finding: Finding) -> Notification:
    """A finding about the text of a policy file, as the problem of the run that it is."""
    return Notification(Severity.ERROR, finding.rule, finding.message, finding.location, finding.help)


def raise_for(problems: Iterable[Notification]) -> None:
    """End the run if there are problems: nothing is checked with a broken policy."""
    found = tuple(problems)
    if found:
        raise PolicyError(found)


def _shown(path: Path) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _translate(document: Document, form: type[BaseModel], detail: Mapping[str, Any]) -> Notification:
    path = _path(document.data, detail["loc"])
    name = str(path[-1]) if path else "this file"
    kind, context, found = detail["type"], detail.get("ctx", {}), detail["input"]
    match kind:
        case "missing":
            return problem(document, path, "missing-key", f'The key "{name}" is missing')
        case "extra_forbidden":
            return _unknown_key(document, form, path)
        case "value_error":
            message = str(context["error"])
            return problem(document, path, "wrong-value", message[0].upper() + message[1:])
        case "literal_error" | "enum":
            return _wrong_word(document, path, str(context["expected"]), found)
        case "string_pattern_mismatch":
            return problem(
                document, path, "wrong-form", f'"{found}" is not written as {name} has to be', _FORMS.get(name, "")
            )
        case _:
            expected = _EXPECTED.get(kind, detail["msg"].removeprefix("Input should be ").lower())
            return problem(document, path, "wrong-form", f'"{name}" has to be {expected}')


_EXPECTED = {
    "string_type": "a text",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "list_type": "a list",
    "dict_type": "a group of names with values",
    "model_type": "a group of fields",
    "model_attributes_type": "a group of fields",
    "string_too_short": "a text that is not empty",
    "string_too_long": "shorter",
    "too_short": "longer: it has too few entries",
    "too_long": "shorter: it has too many entries",
}

_FORMS = {
    "id": "write capital letters and three digits, such as NWD001",
    "name": "write small letters with hyphens, such as meeting-rhythm",
    "at": "write a path that starts with $ (or @ for the item), such as $.contract.term",
    "for_each": "write a path that starts with $, such as $.slas[*]",
    "as": "write small letters, such as sla",
}


def _path(data: Any, steps: Iterable[str | int]) -> Path:
    """The place in the file that pydantic's `loc` means: names of union branches are no steps of the file."""
    path: list[str | int] = []
    here = data
    steps = tuple(steps)
    for number, step in enumerate(steps):
        match here:
            case dict() if step in here:
                here = here[step]
            case list() if isinstance(step, int) and step < len(here):
                here = here[step]
            case dict() if number == len(steps) - 1:
                here = None
            case _:
                continue
        path.append(step)
    return tuple(path)


def _unknown_key(document: Document, form: type[BaseModel], path: Path) -> Notification:
    name = str(path[-1])
    known = _keys_at(form, path[:-1])
    near = closest(name, known)
    location = document.locate_key(path, _shown(path))
    help_ = f'did you mean "{near}"?' if near else f"known here: {', '.join(known)}" if known else ""
    return Notification(Severity.ERROR, "unknown-key", f'The key "{name}" is not known here', location, help_)


def _keys_at(form: type[BaseModel], path: Path) -> tuple[str, ...]:
    """The keys that a form knows at a place of the file."""
    schema = form.model_json_schema()
    definitions = schema.get("$defs", {})
    here = [schema]
    for step in path:
        here = [inner for node in here for inner in _inside(node, step, definitions)]
    return tuple(sorted({key for node in here for key in node.get("properties", {})}))


def _inside(node: dict[str, Any], step: str | int, definitions: dict[str, Any]) -> list[dict[str, Any]]:
    if isinstance(step, int):
        return _branches(node.get("items", {}), definitions)
    inner = node.get("properties", {}).get(step, node.get("additionalProperties") or {})
    return _branches(inner if isinstance(inner, dict) else {}, definitions)


def _branches(node: dict[str, Any], definitions: dict[str, Any]) -> list[dict[str, Any]]:
    if "$ref" in node:
        return _branches(definitions[node["$ref"].rsplit("/", 1)[-1]], definitions)
    parts = [*node.get("anyOf", []), *node.get("oneOf", [])]
    return [branch for part in parts for branch in _branches(part, definitions)] or [node]


def _wrong_word(document: Document, path: Path, expected: str, found: object) -> Notification:
    words = [word.strip("'") for word in expected.replace(" or ", ", ").split(", ")]
    near = closest(found, words) if isinstance(found, str) else None
    help_ = f'did you mean "{near}"?' if near else f"write one of: {', '.join(words)}"
    return problem(
        document, path, "wrong-value", f'"{found}" is not one of the words that "{path[-1]}" can have', help_
    )
