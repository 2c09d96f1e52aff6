"""Names as people write them, made comparable."""


def folded(name: str) -> str:
    """Give a name in small letters, without accents, punctuation, a leading "the", and doubled space.

    Two names that a reader takes for the same give the same text (`Côte d'Ivoire`, `cote d ivoire`; `&`, `and`).
    Anything after the first hundred characters is left out, for no name is that long.
    """
    from unicodedata import combining, normalize

    letters = normalize("NFKD", name[:_LONGEST].replace("&", " and ").replace(".", "")).casefold()
    plain = "".join(letter if letter.isalnum() else " " for letter in letters if not combining(letter))
    words = plain.split()
    return " ".join(words[1:] if words[:1] == ["the"] else words)


_LONGEST = 100
