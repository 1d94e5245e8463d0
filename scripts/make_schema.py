"""Writes pipeline/data/corrections.schema.json from the dataclasses of pipeline/corrections/model.py.

    python -m scripts.make_schema

A test fails where the committed schema is another than this writes.
"""

import json
from pathlib import Path

from pipeline.corrections.file import corrections_schema

TARGET = Path(__file__).resolve().parent.parent / "pipeline" / "data" / "corrections.schema.json"


if __name__ == "__main__":
    TARGET.write_text(json.dumps(corrections_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
