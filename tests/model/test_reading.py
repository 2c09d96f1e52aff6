import runpy
from pathlib import Path
from typing import Annotated, ClassVar

import pytest

from bpogov.model import form, reading
from bpogov.model.base import OneOrMany, Section, optional
from bpogov.model.form import Short, engagement_form


def test_definition_is_fresh() -> None:
    """The definition that checks read is the one that the models say: else run `python -m bpogov.model.reading`."""
    written = Path(form.__file__).with_name("definition.json").read_text(encoding="utf-8")
    assert written == reading.definition()


def test_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Writing puts the definition beside the module."""
    monkeypatch.setattr(reading, "DEFINITION", str(tmp_path / "definition.json"))
    reading.write()
    assert (tmp_path / "definition.json").read_text(encoding="utf-8") == reading.definition()


def test_runs_as_a_program() -> None:
    """`python -m bpogov.model.reading` writes the definition, which changes nothing while it is fresh."""
    with pytest.warns(RuntimeWarning, match="found in sys.modules"):
        runpy.run_module("bpogov.model.reading", run_name="__main__")
    test_definition_is_fresh()


def test_short_forms() -> None:
    """Each marker of a short form is read."""
    fields = engagement_form().fields
    assert fields["decisions"].form.short == Short("pairs", key="decision", into=("accountable", "responsible"))
    assert fields["goals_agreed"].form.short == Short("one")
    holidays = fields["parties"].form.fields["client"].form.fields["holidays"].form
    assert holidays.short == Short("text", into=("calendar",))
    target = fields["slas"].form.entry.fields["target"]
    assert target.aside == "target_as_text"
    assert fields["slas"].form.entry.fields["target_as_text"].derived


def test_ids_are_settled() -> None:
    """Identity keys, status and version may not be unknown, anything else may."""
    fields = engagement_form().fields
    assert {name for name, slot in fields.items() if slot.settled} == {"apiVersion", "id", "kind", "status"}
    assert fields["incidents"].form.entry.fields["severity"].settled
    assert not fields["contacts"].form.entry.fields["side"].settled


def test_a_marker_that_says_nothing() -> None:
    """A marker that nobody knows is a mistake in the models."""

    class Odd(Section):
        """Odd."""

        called: ClassVar[str] = "an odd thing"
        field: Annotated[list[str], OneOrMany, object()] | None = optional("Odd")

    with pytest.raises(TypeError, match="says nothing about a field"):
        reading.read_group(Odd)
