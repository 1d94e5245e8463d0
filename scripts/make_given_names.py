"""Makes pipeline/data/lexicon/given_names.tsv from two MIT-licensed packages (pip install faker names).

Not part of the product: run by hand when the table is to be renewed. The census list of `names` is
the 1990 United States census (public domain) and decides for the names it has; the name lists of Faker's
locales vote on the others. A name borne by both sexes has none. Names that are common in the census or that Faker
lists stand with a capital, the rest in lower case: too rare to tell a name by.
"""

import importlib
import unicodedata
from collections import defaultdict
from pathlib import Path

import faker.providers.person as person
import names
from build_entity_data import census_names, faker_names

TARGET = Path(__file__).parent.parent / "pipeline" / "data" / "lexicon" / "given_names.tsv"
CLEAR = 0.85  # share of a name's bearers, or of the locales that list it, for a verdict
ALPHABET = "абвгдезийклмнопрстуфыэіїєґ", "abvgdeziyklmnoprstufyeiieg"
CYRILLIC = str.maketrans(
    dict(zip(*ALPHABET, strict=True))
    | {
        "ж": "zh",
        "х": "kh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ъ": "",
        "ь": "",
        "ю": "yu",
        "я": "ya",
        "ё": "yo",
    }
)


def census() -> dict[str, str]:
    """Name → m, f or ? (borne by both) by the share of bearers."""
    share: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    for sex, file in (("m", "dist.male.first"), ("f", "dist.female.first")):
        for line in (Path(names.__file__).parent / file).read_text().splitlines():
            name, percent = line.split()[:2]
            share[name.lower()][sex] += float(percent) or 0.0005
    return {name: verdict(**both) for name, both in share.items()}


def locales() -> dict[str, str]:
    """Name → m, f or ? by the number of Faker's locales that list it."""
    votes: dict[str, dict[str, float]] = defaultdict(lambda: {"m": 0.0, "f": 0.0})
    for folder in sorted(Path(person.__file__).parent.iterdir()):
        if (folder / "__init__.py").exists():
            provider = importlib.import_module(f"faker.providers.person.{folder.name}").Provider
            for sex, word in (("m", "male"), ("f", "female")):
                for name in listed(provider, word):
                    votes[name][sex] += 1
    return {name: verdict(**both) for name, both in votes.items()}


def listed(provider: type, word: str) -> set[str]:
    """The given names of one sex in a locale, in Latin letters."""
    found = [*getattr(provider, f"first_names_{word}", ()), *getattr(provider, f"first_romanized_names_{word}", ())]
    plain = (name.strip().lower().translate(CYRILLIC) for name in found)
    return {
        name for name in plain if name.isalpha() and len(name) > 1 and all("LATIN" in unicodedata.name(c) for c in name)
    }


def verdict(m: float, f: float) -> str:
    """The sex of nearly all bearers, or ?."""
    return "m" if m >= CLEAR * (m + f) else "f" if f >= CLEAR * (m + f) else "?"


def unaccented(name: str) -> str:
    """José → jose."""
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))


def as_written() -> set[str]:
    """The names that are common enough to tell a person's name by, with their capitals and accents."""
    folder = Path(names.__file__).parent
    found = faker_names(Path(person.__file__).parents[3])[0]
    return found | census_names(folder / "dist.male.first", 1500) | census_names(folder / "dist.female.first", 4500)


def main() -> None:
    """Write the table; the census overrules the locales."""
    table = locales()
    for name, sex in list(table.items()):
        table.setdefault(unaccented(name), sex)
    table |= census()
    sexes = {name: sex for name, sex in table.items() if sex != "?"}
    common = as_written()
    found = {name: sexes.get(name.lower(), "-") for name in common}
    found |= {name: sex for name, sex in sexes.items() if name not in {known.lower() for known in common}}
    rows = "".join(f"{name}\t{sex}\n" for name, sex in sorted(found.items(), key=lambda row: (row[0].lower(), row[0])))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(
        "# given name, sex (- where both or nobody knows); a name in lower case is too rare to tell a name by. "
        "US census 1990 (public domain) and Faker (MIT): see SOURCES.md\n" + rows,
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
