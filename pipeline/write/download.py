"""The bytes behind every download button; the same facts always give the same bytes."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.model import Analysis
from pipeline.record import to_record
from pipeline.write.columns import FACT_TABLES, FILE_TABLES
from pipeline.write.csv import csv_bytes
from pipeline.write.geojson import places_geojson
from pipeline.write.jsonl import dumps
from pipeline.write.workbook import workbook_bytes


@dataclass(frozen=True, slots=True)
class Download:
    """What a button says and how the file is named."""

    label: str
    file_name: str
    mime: str


DOWNLOADS: dict[str, Download] = {
    **{table: Download(f"{table.capitalize()} (CSV)", f"{table}.csv", "text/csv") for table in FACT_TABLES},
    "zip": Download("All tables (zip)", "tables.zip", "application/zip"),
    "json": Download("Record (JSON)", "record.json", "application/json"),
    "geojson": Download("Places (GeoJSON)", "places.geojson", "application/geo+json"),
    "workbook": Download(
        "Workbook (Excel)", "workbook.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
}
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first day a zip can name: archives do not differ by the clock


def download_bytes(kind: str, analyses: Sequence[Analysis]) -> bytes:
    """The file of that kind for these articles; kinds are the keys of DOWNLOADS."""
    if kind == "geojson":
        return _json(places_geojson(analyses))
    if kind == "workbook":
        return workbook_bytes(analyses)
    records = [to_record(analysis) for analysis in analyses]
    if kind == "json":
        return _json(records[0] if len(records) == 1 else records)
    if kind == "zip":
        return _zip({f"{table}.csv": csv_bytes(table, records) for table in FILE_TABLES})
    for table in FACT_TABLES:
        if table == kind:
            return csv_bytes(table, records)
    raise ValueError(f"There is no download of the kind {kind!r}.")


def _json(value: Any) -> bytes:
    return (dumps(value, indent=1) + "\n").encode("utf-8")


def _zip(files: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return buffer.getvalue()
