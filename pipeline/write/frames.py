"""Analyses → pandas tables: columns of the contract in its order, kinds that never change, also when empty."""

from collections.abc import Sequence

import pandas as pd

from pipeline.model import Analysis
from pipeline.record import to_record
from pipeline.write.columns import ARTICLE_ID, COLUMNS, FACT_TABLES, Column, Kind, TableName
from pipeline.write.rows import Record, join_texts, rows, storable

DTYPES: dict[Kind, str] = {
    "text": "str",
    "integer": "Int64",
    "count": "int64",
    "number": "float64",
    "texts": "str",
    "flag": "bool",
}


def table(name: TableName, analyses: Sequence[Analysis]) -> pd.DataFrame:
    """One table; facts of several articles have article_id as their first column."""
    return _frame(name, [to_record(analysis) for analysis in analyses])


def tables(analyses: Sequence[Analysis]) -> dict[TableName, pd.DataFrame]:
    """Every table of facts, and articles."""
    records = [to_record(analysis) for analysis in analyses]
    return {name: _frame(name, records) for name in (*FACT_TABLES, "articles")}


def _frame(name: TableName, records: Sequence[Record]) -> pd.DataFrame:
    with_id = len(records) > 1 and name != "articles"
    columns = (ARTICLE_ID, *COLUMNS[name]) if with_id else COLUMNS[name]
    values = [row for record in records for row in rows(name, storable(record), with_id=with_id)]
    return pd.DataFrame({column.name: _series(column, [row[n] for row in values]) for n, column in enumerate(columns)})


def _series(column: Column, values: list[object]) -> pd.Series:
    if column.kind == "texts":
        values = [join_texts(value) for value in values if isinstance(value, list | tuple)]
    return pd.Series(values, dtype=DTYPES[column.kind])
