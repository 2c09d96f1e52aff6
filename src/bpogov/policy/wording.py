"""Parts of policy files in the words of a message."""


def shown(value: object) -> str:
    """Name a value: texts in quotes, numbers as people write them, lists and groups by their kind."""
    match value:
        case str():
            return f'"{value}"'
        case bool():
            return str(value).lower()
        case float():
            return f"{value:g}"
        case list():
            return "a list"
        case dict():
            return "a group of fields"
        case None:
            return "nothing"
        case _:
            return str(value)


def inside(text: str) -> str:
    """Give a text of an author as it goes on in a sentence: with a small letter, unless it starts with capitals."""
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]
