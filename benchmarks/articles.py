"""Articles to measure with: our own, or a folder or JSON lines the user names."""

import json
import random
from pathlib import Path

from pipeline import Article

ROOT = Path(__file__).parents[1]


def own_texts() -> list[str]:
    """The sample articles and the annotated ones of the quality gate; all our own writing."""
    samples = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "samples").glob("*.txt"))]
    annotated = sorted((ROOT / "tests" / "quality").glob("*/*.json"))
    return samples + [json.loads(path.read_text(encoding="utf-8"))["text"] for path in annotated]


def texts_from(path: Path) -> list[str]:
    """The texts of every .jsonl file at or below path."""
    files = [path] if path.is_file() else sorted(path.rglob("*.jsonl"))
    return [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def make_articles(texts: list[str], count: int, *, seed: int = 0) -> list[Article]:
    """count different articles of 1 to 40 paragraphs, drawn from the paragraphs of texts."""
    rng = random.Random(seed)
    paragraphs = [p for text in texts for p in text.split("\n") if p.strip()]
    lengths = [rng.choice((1, 2, 4, 8, 12, 16, 24, 40)) for _ in range(count)]
    return [
        Article(f"a{n}", "\n\n".join(rng.choice(paragraphs) for _ in range(length))) for n, length in enumerate(lengths)
    ]


def sample_articles(texts: list[str], count: int, *, seed: int = 0) -> list[Article]:
    """count of the texts as they are, or all of them where there are fewer."""
    chosen = random.Random(seed).sample(texts, min(count, len(texts)))
    return [Article(f"a{n}", text) for n, text in enumerate(chosen)]
