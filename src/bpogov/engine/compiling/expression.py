"""One expression of a rule, checked against the types and ready to be composed and run."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from msgspec import Struct

from bpogov.engine.compiling import celerrors, syntax
from bpogov.engine.compiling.celerrors import CompileError
from bpogov.engine.compiling.decimals import Adjusted, adjust
from bpogov.engine.compiling.reader import Source
from bpogov.engine.compiling.referring import referring
from bpogov.engine.compiling.value import Mistake

Place = tuple[str | int, ...]


class Expression(Struct, frozen=True):
    """An expression that the checker accepted: its place in the rule file, its text with decimals, type and tree.

    `names` are all names that it mentions; `run` is the text for the runtime; `start` is where the expression begins
    inside the text at that place: the holes of a message stand inside it.
    """

    place: Place
    adjusted: Adjusted
    type: Any
    tree: syntax.Tree
    names: frozenset[str]
    run: str
    start: int = 0

    @property
    def source(self) -> Source:
        """The expression as the static analysis reads it."""
        return Source(self.place, self.adjusted.text, self.tree)

    def authored(self, offset: int) -> int:
        """An offset of the checked text as an offset in the text at `place`."""
        return self.start + self.adjusted.authored(offset)


class Frame(Struct, frozen=True):
    """The text around an expression that gives its names a meaning: one `cel.bind` per name, the first outermost.

    Binding the names in the text lets one environment serve all rules; opening one costs more than ten expressions.
    """

    bindings: tuple[tuple[str, str], ...] = ()

    @property
    def before(self) -> str:
        """The text before the expression."""
        return "".join(f"cel.bind({name}, ({text}\n), " for name, text in self.bindings)

    @property
    def after(self) -> str:
        """The text after it: a line end for a comment that the author may have put last, and the closing brackets."""
        return "\n" + ")" * len(self.bindings)

    def inside(self, tree: syntax.Tree) -> syntax.Tree:
        """The tree of the expression alone, with its own offsets."""
        root = tree.root
        for _ in self.bindings:
            root = root.comprehension_expr.result
        shift = len(self.before)
        return syntax.Tree(root, {node: offset - shift for node, offset in tree.positions.items()})


class Checker:
    """Checks expressions in an environment, and says what is wrong in plain words."""

    def __init__(self, environment: Any, fields: Mapping[str, Iterable[str]], names: Iterable[str]) -> None:
        self._environment = environment
        self._fields = fields
        self._names = tuple(names)

    def check(self, text: str, frame: Frame, place: Place, start: int = 0) -> Expression | list[Mistake]:
        """Check one expression; the mistakes of a broken one have offsets in the text at `place`."""
        adjusted = Adjusted(text)
        while True:  # each round can find decimals that the one before uncovered, until there are none left
            compiled, errors = self._compile(adjusted.text, frame)
            if compiled is not None:
                return self._accepted(compiled, adjusted, frame, place, start)
            better = self._with_decimals(adjusted, frame, errors)
            if better is None:
                return list(self._mistakes(adjusted, errors, place, start))
            adjusted = better

    def refused(self, expression: Expression, whole: str, words: str) -> list[Mistake]:
        """The mistakes of an expression that the runtime refused inside the text `whole`."""
        text = expression.adjusted.text
        errors = celerrors.parse(words, whole, whole.rindex(text), len(text))
        return list(self._mistakes(expression.adjusted, errors, expression.place, expression.start))

    def _accepted(
        self, compiled: Any, adjusted: Adjusted, frame: Frame, place: Place, start: int
    ) -> Expression | list[Mistake]:
        try:
            tree = syntax.read(compiled.serialize())
        except syntax.TooDeepError as error:
            return [Mistake(place, start, "not-cel", str(error))]
        own = frame.inside(tree)
        names = (node.ident_expr.name for node in syntax.below(own.root) if syntax.kind(node) == "ident")
        run = referring(adjusted.text, own)
        return Expression(place, adjusted, compiled.return_type(), own, frozenset(names), run, start)

    def _compile(self, text: str, frame: Frame) -> tuple[Any, tuple[CompileError, ...]]:
        whole = frame.before + text + frame.after
        try:
            return self._environment.compile(whole), ()
        except (RuntimeError, ValueError) as error:
            return None, celerrors.parse(str(error), whole, len(frame.before), len(text))

    def _with_decimals(self, adjusted: Adjusted, frame: Frame, errors: tuple[CompileError, ...]) -> Adjusted | None:
        """The text with whole numbers as decimals, where that mends an operation: errors behind it may come up."""
        offsets = [error.offset for error in errors if error.is_overload]
        tree = self._unchecked(adjusted.text) if offsets else None
        better = adjust(adjusted, tree, offsets) if tree else None
        if tree is None or better is None:
            return None
        _, left = self._compile(better.text, frame)
        wrong = {better.authored(error.offset) for error in left if error.is_overload}
        return adjust(adjusted, tree, [offset for offset in offsets if adjusted.authored(offset) not in wrong])

    def _unchecked(self, text: str) -> syntax.Tree | None:
        try:
            return syntax.read(self._environment.compile(text, disable_check=True).serialize())
        except (RuntimeError, ValueError):
            return None

    def _mistakes(
        self, adjusted: Adjusted, errors: tuple[CompileError, ...], place: Place, start: int
    ) -> Iterator[Mistake]:
        tree = self._unchecked(adjusted.text)
        for error in errors:
            code, message, help_ = celerrors.explain(error, adjusted.text, self._fields, self._names, tree)
            offset = adjusted.authored(celerrors.place(error, adjusted.text))
            yield Mistake(place, start + offset, code, message, help_)
