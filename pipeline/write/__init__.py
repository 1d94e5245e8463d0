"""Facts → files: JSON lines, CSV, Parquet, GeoJSON, and the bytes of every download."""

from pipeline.write.columns import COLUMNS, FACT_TABLES, FILE_TABLES, TableName
from pipeline.write.csv import csv_bytes, read_csv
from pipeline.write.download import DOWNLOADS, Download, download_bytes
from pipeline.write.geojson import places_geojson
from pipeline.write.jsonl import to_line

__all__ = [
    "COLUMNS",
    "DOWNLOADS",
    "FACT_TABLES",
    "FILE_TABLES",
    "Download",
    "TableName",
    "csv_bytes",
    "download_bytes",
    "places_geojson",
    "read_csv",
    "to_line",
]
