"""Make a large folder of Parquet to try the collection on: python benchmarks/make_corpus.py --articles 100000 --out DIR

Invented people, bodies and newspapers; real towns; the same seed gives the same folder. The records have the shape that
the pipeline gives them (every offset fits its text) and go through the real writer.
"""

import argparse
import random
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from pipeline.gazetteer.sources import cities
from pipeline.lexicon import tables
from pipeline.write.jsonl import to_line
from pipeline.write.parquet import PART_ARTICLES, Part, clear

FIRST_DAY, DAYS = date(2016, 1, 4), 9 * 365
WORDS = 600
FAILED, UNDATED = 0.004, 0.03
STARTS = ("Ba", "Cor", "Dar", "El", "Fen", "Gar", "Hal", "Is", "Jor", "Kes", "Lor", "Mar", "Nol", "Or", "Per", "Quin",
          "Ros", "Sel", "Tor", "Ul", "Ver", "Wen", "Yar", "Zel")  # fmt: skip
MIDDLES = ("", "a", "en", "i", "o", "ad", "er", "im", "ol", "un", "ar", "es")
ENDS = ("bridge", "ek", "field", "gard", "holm", "ini", "kov", "land", "man", "nik", "os", "pari", "quist", "rell",
        "sen", "ton", "ula", "veld", "wick", "yama", "zada", "dottir")  # fmt: skip
GIVEN = ("Ada", "Bruno", "Chidi", "Dora", "Emre", "Farah", "Goran", "Hana", "Ivo", "Jana", "Kofi", "Lena", "Milan",
         "Nadia", "Omar", "Petra", "Quincy", "Rosa", "Samir", "Tara", "Uma", "Viktor", "Wanda", "Yusuf", "Zoe", "Amina",
         "Boris", "Celia", "Dario", "Esther")  # fmt: skip
BODIES = ("Transport Agency", "Water Board", "Housing Council", "Workers Union", "Harbour Authority", "Health Service",
          "Teachers Association", "Energy Company", "Football Club", "Farmers League")  # fmt: skip
PEOPLES = ("French", "Kenyan", "Dutch", "Peruvian", "Korean", "Danish", "Turkish", "Canadian")
PAPERS = tuple(
    f"The {start}{end} {name}" for start in STARTS[:8] for end in ("wick", "ton") for name in ("Ledger", "Post")
)
CUES = ("said", "told reporters", "warned", "added", "explained")


class World:
    """The names and words there are, the most used first."""

    def __init__(self, chance: random.Random, articles: int) -> None:
        self.words = sorted(tables.words("entities/words.txt"))
        chance.shuffle(self.words)
        self.weights = list(accumulate(1 / n for n in range(3, len(self.words) + 3)))
        size = max(articles, 200)
        lasts = [a + b + c for a in STARTS for b in MIDDLES for c in ENDS]
        self.people = [(chance.choice(GIVEN), chance.choice(lasts)) for _ in range(size)]
        self.towns = sorted(cities(), key=lambda town: -town.population)[:8_000]
        self.bodies = [f"{chance.choice(self.towns[:2_000]).name} {chance.choice(BODIES)}" for _ in range(size // 3)]


def ranked(chance: random.Random, size: int) -> int:
    """A number below size; n is drawn as often as 1/n, as names are in news."""
    return min(int(size ** chance.random()) - 1, size - 1)


class Draft:
    """An article as it grows: every fact is noted with the offset at which its words are written."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.length = self.sentence = 0
        self.mentions: list[dict[str, Any]] = []
        self.forms: dict[tuple[str, str], dict[str, int]] = {}
        self.numbers: dict[tuple[str, str], str] = {}
        self.places: list[dict[str, Any]] = []
        self.quotes: list[dict[str, Any]] = []

    def write(self, words: str) -> int:
        """Put words down; returns where they start."""
        start = self.length
        self.text.append(words)
        self.length += len(words)
        return start

    def name(self, name: str, label: str, form: str) -> dict[str, Any]:
        """A mention of name, written as form."""
        start = self.write(form)
        forms = self.forms.setdefault((name, label), {})
        forms[form] = forms.get(form, 0) + 1
        number = self.numbers.setdefault((name, label), f"e{len(self.forms)}")
        row = {"start": start, "end": self.length, "text": form, "label": label, "entity_id": number,
               "sentence": self.sentence, "edited": False}  # fmt: skip
        self.mentions.append(row)
        return row

    def entities(self) -> list[dict[str, Any]]:
        """One row a name."""
        return [
            {"id": f"e{n}", "name": name, "label": label, "count": sum(forms.values()), "aliases": list(forms),
             "edited": False}
            for n, ((name, label), forms) in enumerate(self.forms.items(), 1)
        ]  # fmt: skip


def chatter(world: World, chance: random.Random, length: int) -> str:
    """So many words that mean nothing, as unlike each other as those of real articles."""
    return " ".join(chance.choices(world.words, cum_weights=world.weights, k=length))


def person(draft: Draft, world: World, chance: random.Random, who: int) -> tuple[dict[str, Any], str]:
    """Somebody and the name, by the full name first and by the last one afterwards; seldom by the last one alone."""
    given, last = world.people[who]
    name = f"{given} {last}"
    known = (name, "PERSON") in draft.forms
    if not known and chance.random() < 0.03:
        return draft.name(last, "PERSON", last), last
    return draft.name(name, "PERSON", last if known else name), name


def body(draft: Draft, world: World, chance: random.Random) -> None:
    """A body by its name, now and then by its letters."""
    name = world.bodies[ranked(chance, len(world.bodies))]
    letters = "".join(word[0] for word in name.split() if word[0].isupper())
    form = letters if (name, "ORG") in draft.forms and len(letters) > 2 else name
    draft.name(name, "ORG", form)


def town(draft: Draft, world: World, chance: random.Random) -> None:
    """A town, on the map nine times of ten."""
    found = world.towns[ranked(chance, len(world.towns))]
    row = draft.name(found.name, "GPE", found.name)
    sure = chance.random() < 0.9
    draft.places.append(
        {"start": row["start"], "end": row["end"], "text": row["text"], "entity_id": row["entity_id"],
         "name": found.name if sure else None, "country": found.country if sure else None,
         "kind": "city" if sure else None, "lat": found.lat if sure else None, "lon": found.lon if sure else None,
         "geonameid": found.geonameid if sure else None,
         "confidence": round(chance.uniform(0.5, 1.0), 2) if sure else 0.2,
         "reason": "the largest town of this name" if sure else "several towns of this name are alike likely",
         "alternatives": [], "edited": False}
    )  # fmt: skip


def quotation(draft: Draft, world: World, chance: random.Random, who: int, day: date | None) -> None:
    """Words of somebody, or of a witness without a name."""
    words, cue = chatter(world, chance, chance.randint(5, 30)), chance.choice(CUES)
    draft.write("“")
    start = draft.write(words + ",")
    end = draft.length
    draft.write("” ")
    named = chance.random() < 0.85
    if named:
        row, name = person(draft, world, chance, who)
    else:
        name, row = (
            None,
            {"start": draft.write("a witness"), "end": draft.length, "text": "a witness", "entity_id": None},
        )
    draft.write(" ")
    cue_start = draft.write(cue)
    told = day - timedelta(chance.randrange(4)) if day and chance.random() < 0.2 else None
    draft.quotes.append(
        {"id": f"q{len(draft.quotes) + 1}", "start": start, "end": end, "text": words + ",",
         "kind": "direct", "speaker_start": row["start"], "speaker_end": row["end"], "speaker_text": row["text"],
         "speaker_id": row["entity_id"], "speaker_name": name, "cue_start": cue_start,
         "cue_end": draft.length, "cue": cue,
         "said_on": told.isoformat() if told else None,
         "speaker_reason": "named beside the words" if named else "nobody is named", "edited": False}
    )  # fmt: skip
    draft.write(".")


def article(world: World, chance: random.Random) -> dict[str, Any]:
    """One record."""
    number, source = f"{chance.getrandbits(64):016x}", PAPERS[ranked(chance, len(PAPERS))]
    if chance.random() < FAILED:
        return {"id": number, "title": None, "source": source, "error": "This file holds no text."}
    day = FIRST_DAY + timedelta(chance.randrange(DAYS)) if chance.random() > UNDATED else None
    draft, cast = Draft(), [ranked(chance, len(world.people)) for _ in range(chance.randint(4, 12))]
    size = chance.randint(WORDS * 6, WORDS * 11)  # characters
    while draft.length < size:
        _sentence(draft, world, chance, cast, day)
        draft.sentence += 1
    text = "".join(draft.text)
    title = f"{chance.choice(BODIES)} of {world.towns[ranked(chance, 500)].name} argues over the new line"
    return {
        "id": number, "title": title, "source": source, "published": day.isoformat() if day else None,
        "published_from": "metadata" if day else None, "text": text, "words": len(text.split()),
        "sentences": draft.sentence, "mentions": draft.mentions, "entities": draft.entities(), "quotes": draft.quotes,
        "places": draft.places, "dates": [], "notes": [],
    }  # fmt: skip


def _sentence(draft: Draft, world: World, chance: random.Random, cast: list[int], day: date | None) -> None:
    kind = chance.random()
    if kind < 0.24:
        quotation(draft, world, chance, chance.choice(cast), day)
    elif kind < 0.5:
        draft.write("In ")
        town(draft, world, chance)
        draft.write(" the ")
        body(draft, world, chance)
        draft.write(f" met {chatter(world, chance, chance.randint(2, 12))}.")
    elif kind < 0.72:
        person(draft, world, chance, chance.choice(cast))
        draft.write(" had asked the ")
        people = chance.choice(PEOPLES)
        draft.name(people, "NORP", people)
        draft.write(" owners for more time, without an answer.")
    else:
        draft.write(chatter(world, chance, chance.randint(8, 25)).capitalize() + ".")
    draft.write("\n\n" if draft.sentence % 4 == 3 else " ")


def part_records(seed: int, number: int, count: int, total: int) -> Iterator[dict[str, Any]]:
    """The records of one part; each part draws its own numbers, so parts can be made side by side."""
    world, chance = world_of(seed, total), random.Random(f"{seed}-{number}")
    for _ in range(count):
        yield article(world, chance)


@cache
def world_of(seed: int, articles: int) -> World:
    """The names of a whole folder, made once a process."""
    return World(random.Random(seed), articles)


def write_part(job: tuple[Path, int, int, int, int]) -> int:
    """One part on disk; returns how many articles it has."""
    folder, seed, number, count, total = job
    part = Part(number * PART_ARTICLES)
    for record in part_records(seed, number, count, total):
        part.add(to_line(record).encode("utf-8"))
    part.write(folder, number)
    return count


def make_folder(folder: Path, articles: int, *, seed: int = 7, workers: int = 1) -> Iterator[int]:
    """Write the folder; gives the number of articles done, again and again."""
    clear(folder)
    sizes = [min(PART_ARTICLES, articles - start) for start in range(0, max(articles, 1), PART_ARTICLES)]
    jobs = [(folder, seed, number, size, articles) for number, size in enumerate(sizes)]
    if workers == 1:
        yield from accumulate(map(write_part, jobs))
        return
    with ProcessPoolExecutor(workers) as pool:
        yield from accumulate(pool.map(write_part, jobs))


def main() -> int:
    """Write the folder; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--out", type=Path, required=True, help="a folder, made if it is not there")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--workers", type=int, default=2)
    args = parser.parse_args()
    started = time.monotonic()
    for done in make_folder(args.out, args.articles, seed=args.seed, workers=args.workers):
        sys.stderr.write(f"{done:,} of {args.articles:,} articles, {time.monotonic() - started:.0f} s\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
