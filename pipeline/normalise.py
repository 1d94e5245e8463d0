"""A copy of the text, equally long, in the form the language model was trained on."""

# One character for one, so that every offset into the copy is an offset into the article.
_SAME_LENGTH = str.maketrans(
    {
        "\u00a0": " ",
        "\u2009": " ",
        "\u202f": " ",
        "\u200b": " ",
        "\ufeff": " ",
        "\t": " ",
        "\r": " ",
        "“": '"',
        "”": '"',
        "„": '"',
        "‟": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "‚": "'",
        "‛": "'",
        "´": "'",
        "`": "'",
    }
)


def normalise(text: str) -> str:
    """Return text with plain marks and spaces; same length, same offsets."""
    return text.translate(_SAME_LENGTH)
