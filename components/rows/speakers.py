"""Rows of speakers: quotes, words and share of each. No Streamlit."""

from dataclasses import dataclass

import pandas as pd

from components.rows.article import NOBODY, QuoteRow, WordRuler, quote_rows
from pipeline.model import Analysis

SHARE = "Share of words (%)"


@dataclass(frozen=True, slots=True)
class SpeakerRow:
    """One speaker; share: of all words quoted, 0 to 100."""

    key: str
    name: str
    quotes: int
    words: int
    share: float


def speakers_of(analysis: Analysis, ruler: WordRuler) -> list[SpeakerRow]:
    """The speakers of an analysis."""
    return speaker_rows(quote_rows(analysis, ruler))


def speaker_rows(rows: list[QuoteRow]) -> list[SpeakerRow]:
    """Every speaker with their quotes and share, the most quoted first, and last those that are not clear."""
    names = {row.speaker_key: row.speaker for row in reversed(rows)}
    total = sum(row.words for row in rows) or 1
    found = []
    for key, name in names.items():
        own = [row.words for row in rows if row.speaker_key == key]
        found.append(SpeakerRow(key, name, len(own), sum(own), 100 * sum(own) / total))
    return sorted(found, key=lambda row: (row.key == NOBODY, -row.words, row.name))


def speaker_table(rows: list[SpeakerRow]) -> pd.DataFrame:
    """The speakers as a table."""
    return pd.DataFrame(
        {
            "Speaker": [row.name for row in rows],
            "Quotes": [row.quotes for row in rows],
            "Words": [row.words for row in rows],
            SHARE: [round(row.share, 1) for row in rows],
        }
    )
