"""From the text of a policy file to its checked form, or to problems with positions and plain words."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from msgspec import Struct
from pydantic import BaseModel, ValidationError

from bpogov.core.errors import PolicyError
from bpogov.core.finding import Finding, Notification
from bpogov.core.location import Path
from bpogov.core.severity import Severity
from bpogov.policy.library import shown
from bpogov.policy.mistakes import Mistake, mistakes
from bpogov.source.document import Document
from bpogov.source.load import load
from bpogov.source.tree import WORKING_TREE, Tree

Form = TypeVar("Form", bound=BaseModel)


class Read(Struct, Generic[Form], frozen=True):
    """A file in its checked form, with the document that knows the positions."""

    form: Form
    document: Document


def read_file(
    file: str, form: type[Form], problems: list[Notification], tree: Tree = WORKING_TREE
) -> Read[Form] | None:
    """Read one policy file. Mistakes are added to `problems`; the result is then None."""
    document = load(tree.read(file), tree.named(shown(file)))
    return read_document(document, form, problems)


def read_document(document: Document, form: type[Form], problems: list[Notification]) -> Read[Form] | None:
    """Bring a loaded document into its checked form."""
    if document.data is None:
        problems.extend(as_notification(finding) for finding in document.findings)
        return None
    if not isinstance(document.data, dict):
        problems.append(
            problem(document, (), "wrong-form", "This file is not a group of fields", "start with apiVersion and kind")
        )
        return None
    try:
        return Read(form.model_validate(document.data), document)
    except ValidationError as error:
        found = mistakes(form, document.data, error.errors(include_url=False))
        problems.extend(_told(document, mistake) for mistake in found)
        return None


def problem(
    document: Document,
    path: Path,
    code: str,
    message: str,
    help: str = "",  # noqa: A002 (the field's name)
    *,
    of_key: bool = False,
) -> Notification:
    """A mistake in a policy file, at a place of it; `of_key` where the name is wrong and not what it holds."""
    locate = document.locate_key if of_key else document.locate
    return Notification(Severity.ERROR, code, message, locate(path, _shown(path)), help)


def as_notification(finding: Finding) -> Notification:
    """A finding about the text of a policy file, as the problem of the run that it is."""
    return Notification(Severity.ERROR, finding.rule, finding.message, finding.location, finding.help)


def raise_for(problems: Iterable[Notification]) -> None:
    """End the run if there are problems: nothing is checked with a broken policy."""
    found = tuple(dict.fromkeys(problems))
    if found:
        raise PolicyError(found)


def _shown(path: Path) -> str:
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)


def _told(document: Document, mistake: Mistake) -> Notification:
    return problem(document, mistake.path, mistake.code, mistake.message, mistake.help, of_key=mistake.of_key)
