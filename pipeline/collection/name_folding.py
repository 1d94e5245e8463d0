"""Spellings of one name made alike, in SQL: case, accents, marks, possessives, "the", titles."""

from pipeline.lexicon import tables

# Part of the name where only one other word is left: Pope Francis is not Francis, King Charles is not Charles.
_NAMING = frozenset(
    (
        *("king", "queen", "prince", "princess", "lord", "lady", "sir", "dame", "duke", "duchess", "baron", "baroness"),
        *("countess", "emperor", "empress", "tsar", "sultan", "emir", "amir", "sheikh", "sheikha", "sheik", "shaikh"),
        *("pope", "imam", "ayatollah", "mullah", "rabbi", "father", "mother", "brother", "sister", "bishop"),
        *("archbishop", "cardinal", "patriarch", "saint", "mahatma", "begum", "sri"),
    )
)
KINDS = {
    "people": ("PERSON",),
    "organisations": ("ORG",),
    "places": ("GPE", "LOC", "FAC"),
    "groups": ("NORP",),
    "events": ("EVENT",),
    "works": ("WORK_OF_ART", "LAW", "PRODUCT", "LANGUAGE"),
}


def macros() -> str:
    """CREATE statements for day_of(words), kind_of(label), searchable(words), outlet_of(source), folded(name, kind).

    outlet_of: the site of a web address; else the source itself, but none where that is the name of a file.
    """
    return f"""
    CREATE OR REPLACE MACRO day_of(words) AS {day_of("words")};
    CREATE OR REPLACE MACRO kind_of(label) AS CASE {_kind_cases()} ELSE 'other' END;
    CREATE OR REPLACE MACRO searchable(words) AS lower(strip_accents(words));
    CREATE OR REPLACE MACRO outlet_of(source) AS coalesce(
        nullif(regexp_extract(lower(source), '^https?://(?:www\\.)?([^/:?#]+)', 1), ''),
        CASE WHEN NOT regexp_matches(lower(source), '\\.(?:txt|md|html?|mhtml?|pdf|docx|jsonl|parquet)$')
            THEN nullif(trim(source), '') END);
    CREATE OR REPLACE MACRO plain(name) AS trim(regexp_replace(regexp_replace(regexp_replace(
        replace(lower(strip_accents(translate(nfc_normalize(name), 'øØłŁđĐ', 'oOlLdD'))), 'ß', 'ss'),
        '[''’‘`]s$', ''), '[^\\p{{L}}\\p{{N}}\\s&+-]', '', 'g'), '\\s+', ' ', 'g'));
    CREATE OR REPLACE MACRO bare(name) AS regexp_replace(plain(name), '^the ', '');
    CREATE OR REPLACE MACRO untitled(name) AS regexp_replace(regexp_replace(name,
        '^(?:(?:{_alternatives(_titles())}) )+', ''), '^(?:(?:{_alternatives(_NAMING)}) )+(.+ )', '\\1');
    CREATE OR REPLACE MACRO folded(name, kind) AS coalesce(
        nullif(CASE kind WHEN 'people' THEN untitled(bare(name)) ELSE bare(name) END, ''), lower(trim(name)));
    """


def day_of(column: str) -> str:
    """A text as a day; NULL where it is none that a calendar has. DuckDB alone knows a year 99999."""
    return f"CASE WHEN try_cast({column} AS DATE) BETWEEN DATE '0001-01-01' AND DATE '9999-12-31' \
THEN try_cast({column} AS DATE) END"


def _kind_cases() -> str:
    return " ".join(
        f"WHEN label IN ({', '.join(repr(label) for label in labels)}) THEN '{kind}'" for kind, labels in KINDS.items()
    )


def _titles() -> frozenset[str]:
    listed = {title.lower().replace(".", "") for title, *_ in tables.table("lexicon/titles.tsv")}
    return frozenset(title for title in listed - _NAMING if title.replace("-", "").isalpha())


def _alternatives(words: frozenset[str]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))
