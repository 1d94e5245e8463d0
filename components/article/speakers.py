"""Who speaks how much: each speaker's share of all words quoted, as a table with bars."""

from components.elements.choosable import choosing_table
from components.formatting import count
from components.rows.article import NOBODY, WordRuler, quote_rows
from components.rows.speakers import SHARE, speaker_rows, speaker_table
from components.selection.selection import Selection

SOURCE = "speaker-table"


def show_speakers(selection: Selection) -> None:
    """The speakers in what the other chips leave."""
    shown = selection.but("speaker")
    rows = speaker_rows(quote_rows(shown, WordRuler(shown.article.text)))
    title = f"Table of {count(sum(row.key != NOBODY for row in rows), 'speaker')}"
    ids = [row.key for row in rows]
    choosing_table(speaker_table(rows), ids, title=title, kind="speaker", source=SOURCE, bars=(SHARE,))
