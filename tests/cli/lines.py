"""Command lines that anybody may write."""

from hypothesis import strategies as st

from bpogov.cli.option import Option

UNDERSTOOD = {"jobs": ("1", "12")}
"""What options take that do not take every text, by their keys."""


def plain(option: Option) -> st.SearchStrategy[list[str]]:
    """A plain way to write an option that no other path refuses."""
    name = option.names[-1]
    if option.flag:
        return st.sampled_from([[written] for written in option.names])
    if option.kind == "pair":
        value = st.builds("{}={}".format, st.sampled_from(option.choices), st.uuids())
    else:
        value = st.sampled_from(option.choices or UNDERSTOOD.get(option.key, ("x", "a b", "1,2", "-", "--q")))
    return value.flatmap(lambda text: st.sampled_from([[name, text], [f"{name}={text}"]]))
