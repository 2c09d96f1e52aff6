from bpogov.functions.declare import Function, function


def test_a_declaration_is_kept_on_the_function() -> None:
    """The function stays what it is and carries its declaration, even with a parameter called name."""

    @function("numbers.double", returns="number", reads=("a",), name="text", value="number")
    def double(name: str, value: float) -> float:
        """Give twice the value."""
        return value * 2 if name else value

    declaration = getattr(double, "__declaration__", None)
    assert isinstance(declaration, Function)
    assert declaration.parameters == (("name", "text"), ("value", "number"))
    assert (declaration.returns, declaration.reads, declaration.module) == ("number", ("a",), "test_declare")
    assert declaration.documentation == "Give twice the value."
    assert double("x", 2) == 4


def test_no_docstring() -> None:
    """Without a docstring the documentation is empty."""
    assert Function("a", (), "flag", lambda: True).documentation == ""
