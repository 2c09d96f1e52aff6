"""The place that a waiver is about: whether `at` is a path, and which part of an engagement it means."""

from bpogov.core.location import Path
from bpogov.core.suggest import closest
from bpogov.model.describe import form_at, identity_of
from bpogov.model.engagement import Engagement
from bpogov.model.form import Form, engagement_form
from bpogov.source.notation import Each, Index, Key, Named, NotationError, Step, Steps, parse, resolve, show, write


class BadPlace(Exception):
    """`at` is no place of an engagement: a sentence, and what to write instead."""

    def __init__(self, message: str, help: str) -> None:  # noqa: A002 (the word of findings)
        super().__init__(message)
        self.message = message
        self.help = help


def read_place(text: str) -> Steps:
    """Read `at`. Raises BadPlace where it is no path, may mean several places, or no engagement has such a place."""
    try:
        steps = parse(text)
    except NotationError as wrong:
        message = f'"{text}" is not a path: {wrong.message[0].lower()}{wrong.message[1:]}'
        raise BadPlace(message, _PATH) from wrong
    if steps.root == "@":
        raise BadPlace(f'"{text}" starts at an item, but a path from the top of the file is expected', _PATH)
    if any(isinstance(step, Each) for step in steps.steps):
        raise BadPlace(f'"{text}" means many places, but a waiver is about one', "write one waiver for each place")
    _known(steps)
    return steps


_PATH = "write the path as the finding shows it, such as $.scope.functions[voice]"


def _known(steps: Steps) -> None:
    """Raise BadPlace where the path leads to a field that engagements do not have; fields of one's own are free."""
    path: Path = ()
    for number, step in enumerate(steps.steps):
        form = form_at(path) or engagement_form()
        name = _step(form, step)
        if isinstance(name, str) and name.startswith("x-"):
            return
        if name is None or form_at((*path, name)) is None:
            raise _unknown(steps, number, form)
        path = (*path, name)


def _step(form: Form, step: Step) -> str | int | None:
    """The step as one of a generic path, in which every item of a list is -1."""
    match step:
        case Key(name) if form.kind != "list":
            return name
        case Named(id_) if form.kind != "list":
            return id_
        case Index() if form.kind != "list":
            return None
        case _:
            return -1


def _unknown(steps: Steps, number: int, form: Form) -> BadPlace:
    text = write(steps)
    before = Steps("$", steps.steps[:number])
    wrong = write(Steps("$", steps.steps[number : number + 1]))[1:].strip(".[]'")
    near = closest(wrong, form.fields)
    message = f'"{text}" is not a place in an engagement: there is no "{wrong}" in {write(before)}'
    if near is None:
        return BadPlace(message, _PATH)
    meant = write(Steps("$", (*before.steps, Key(near), *steps.steps[number + 1 :])))
    return BadPlace(message, f'did you mean "{meant}"?')


def find_place(steps: Steps, engagement: Engagement) -> Path | None:
    """The path in the facts that the steps mean, or None where an item is named that is not there.

    Raises BadPlace where an item that has an id is called by its position: another one could slip into its place.
    """
    path = resolve(steps, engagement.facts, identity_of)
    if path is None:
        return None
    shown = show(path, engagement.facts, identity_of)
    by_position = sum(isinstance(step, Index) for step in steps.steps)
    if by_position and sum(isinstance(step, Index) for step in parse(shown).steps) < by_position:
        message = f'"{write(steps)}" counts the items of a list, but an item that has an id is called by it'
        raise BadPlace(message, f'write at: "{shown}"')
    return path
