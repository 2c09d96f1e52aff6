"""What following an expression writes down."""

from bpogov.engine.compiling import syntax
from bpogov.engine.compiling.reader import Reader, Source
from bpogov.engine.compiling.value import Findings, Mistake, Value
from bpogov.engine.environment import running_environment
from bpogov.engine.reads import Read

ENVIRONMENT = running_environment(["a", "b"])


def reader(text: str, **names: Value | Source) -> Reader:
    """A reader of one expression."""
    return Reader(
        Source(("assert",), text, syntax.read(ENVIRONMENT.opened().compile(text).serialize())), names, Findings()
    )


def test_reads() -> None:
    """A value that counts as a whole is read deeply, one that is looked at is not, one made in the rule not at all."""
    following = reader("a")
    following.use(Value(path=("a",)))
    following.note(Value(path=("b",)))
    following.use(Value())
    following.note(Value())
    assert following.found.reads == {Read(("a",), deep=True), Read(("b",), deep=False)}


def test_mistakes_are_told_once() -> None:
    """The same complaint at the same place stays one."""
    following = reader("a + b")
    for message in ("first", "second"):
        following.mistake(following.source.tree.root, "code", message)
    assert list(following.found.mistakes.values()) == [Mistake(("assert",), 2, "code", "first")]


def test_names_of_places() -> None:
    """A place in the engagement has its name; anything else is named by its expression, in which names mean places."""
    following = reader("a.b", a=Value(place="e.x"), b=Value())
    root = following.source.tree.root
    assert following.text(root) == "a.b"
    assert [following.text(reader(text).source.tree.root) for text in ("size(a)", "dyn(a).b")] == ["", ""]
    assert following.place(Value(place="e.y"), root) == "e.y"
    assert following.place(Value(), root) == reader("a.b", a=Value(place="e.x")).place(Value(), root)
    assert following.place(Value(), root) != reader("a.b").place(Value(), root)
    source = reader("a").source
    assert [following.meant("a"), following.meant("b"), reader("a", a=source).meant("a")] == ["e.x", "b", "a"]


def test_overstrained() -> None:
    """Too many conditions are a mistake where they are asked for."""
    following = reader("a")
    assert not following.overstrained()
    following.found.followed.update({((), frozenset({str(number)})): Value() for number in range(1000)})
    assert following.overstrained()
    assert [mistake.code for mistake in following.found.mistakes.values()] == ["too-complex"]
