"""Letters without their accents: the one way for lists of names, spellings of an entity and the words of a search."""

from unicodedata import combining, normalize


def without_accents(text: str) -> str:
    """The text with every accent and other mark taken off its letters, case kept: Rafah for Rafaḩ.

    Letters that Unicode does not take apart (ø, ł, đ) stay: which plain letter they count as is the caller's to say.
    """
    if text.isascii():
        return text
    apart = normalize("NFKD", text)
    return apart.translate({ord(sign): None for sign in set(apart) if combining(sign)})
