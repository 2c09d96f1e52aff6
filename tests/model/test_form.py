import subprocess
import sys

import msgspec
import pytest

from bpogov.model.form import LARGEST_NUMBER, Form, Short, Slot, engagement_form


def test_written_and_back() -> None:
    """A form survives being written to a file, with falsy examples and words, and what is as usual is not written."""
    text = Form("text", meaning="duration", words={"none": "Never"}, open=True, short=Short("word", word="none"))
    group = Form(
        "group", called="a thing", fields={"flag": Slot(Form("flag"), "Whether", example=False, required=True)}
    )
    both = Form("list", item=group, identity="id", short=Short("pairs", key="a", into=("b", "c")))
    for form in (text, group, both, Form("number", minimum=0, maximum=5)):
        assert msgspec.json.decode(msgspec.json.encode(form), type=Form) == form
    assert msgspec.json.encode(Form("number", minimum=0)) == b'{"kind":"number","minimum":0}'


def test_takes_scalar() -> None:
    """A single value may stand for itself, and where a short form takes one."""
    text, group = Form("text"), Form("group")
    assert text.takes_scalar
    assert not group.takes_scalar
    assert Form("group", short=Short("text", into=("ref",))).takes_scalar
    assert Form("list", item=text, short=Short("one")).takes_scalar
    assert not Form("list", item=group, short=Short("one")).takes_scalar
    assert not Form("list", item=group, short=Short("pairs")).takes_scalar
    assert not Form("list", short=Short("one")).takes_scalar


def test_bounds_and_free_texts() -> None:
    """A number without bounds of its own has those of every reader; a text without a kind or closed words is free."""
    assert (Form("number").smallest, Form("number", maximum=5).largest) == (-LARGEST_NUMBER, 5)
    assert (Form("number", minimum=0).smallest, Form("number").largest) == (0, LARGEST_NUMBER)
    assert Form("text").free
    assert Form("text", meaning="reference").free
    assert Form("text", words={"a": "A"}, open=True).free
    assert not Form("text", words={"a": "A"}).free
    assert not Form("text", meaning="date").free
    assert not Form("number").free


def test_only_collections_have_entries() -> None:
    """Asking a text for its entries is a mistake of the caller."""
    with pytest.raises(TypeError, match="a text has no entries"):
        _ = Form("text").entry


def test_every_field_is_described() -> None:
    """Every field says in words what it holds, and every known word is explained."""
    silent = []

    def visit(form: Form, path: str) -> None:
        for name, slot in form.fields.items():
            if not slot.description or slot.description.endswith("."):
                silent.append(f"{path}.{name}")
            visit(slot.form, f"{path}.{name}")
        silent.extend(f"{path}:{word}" for word, what in form.words.items() if not what)
        if form.kind == "group" and not (form.called and form.description):
            silent.append(path)
        if form.item:
            visit(form.item, path)

    visit(engagement_form(), "$")
    assert silent == []


def test_reading_a_file_does_not_wait_for_pydantic() -> None:
    """Checking a file, and the schema and shape, import neither pydantic nor jsonschema."""
    code = (
        "import sys; from bpogov.model.validate import validate; from bpogov.model.schema import json_schema;"
        "from bpogov.model.shape import engagement_shape; from bpogov.source.load import load;"
        "validate(load(b'id: 5', 'e.yaml')); json_schema(); engagement_shape();"
        "print([name for name in sys.modules if name in ('pydantic', 'jsonschema')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
