"""The first tables, as they were: later changes never touch these files."""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create all tables and views."""
    dialect = op.get_bind().dialect.name
    script = Path(__file__).with_name(f"v0001_first.{dialect}.sql")
    for statement in script.read_text(encoding="utf-8").split(";\n\n"):
        op.get_bind().exec_driver_sql(statement.strip().removesuffix(";"))
