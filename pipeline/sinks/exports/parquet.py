"""Parquet: a file for each table; lists and objects are JSON strings."""

import json
from itertools import islice
from pathlib import Path

from sqlalchemy import Integer, Table, select

from pipeline.sinks.database import CHUNK, Database
from pipeline.sinks.exports.files import TABLES, order, part, replacing
from pipeline.sinks.rows import Row
from pipeline.sinks.types import IsoDate, Json


def export(database: Database, path: Path) -> None:
    """Write `<name>.<table>.parquet` for every table, a row group for each chunk."""
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415 - an extra

    for table in TABLES:
        types = {Integer: pa.int64(), IsoDate: pa.date32()}
        fields = [
            pa.field(column.name, types.get(type(column.type), pa.string()))
            for column in table.columns
        ]
        schema = pa.schema(fields, metadata={"comment": table.comment or ""})
        rows = database.stream(select(table).order_by(*order(table)))
        with (
            replacing(part(path, table.name)) as half,
            ParquetWriter(half, schema) as writer,
        ):
            while chunk := [_flat(table, row) for row in islice(rows, CHUNK)]:
                writer.write_table(pa.Table.from_pylist(chunk, schema=schema))


def _flat(table: Table, row: Row) -> Row:
    return {
        name: json.dumps(value, ensure_ascii=False)
        if isinstance(table.c[name].type, Json)
        else value
        for name, value in row.items()
    }
