"""Earlier grades and counts say whether a person put them right."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

COMMENT = "1 where a person put it right: see the record's corrections"
"""As it was said then: what the tables of today say may change."""


def upgrade() -> None:
    """Add the column; nothing had been marked before."""
    for table in ("previous_grades", "tallies"):
        default = sa.text("0")
        op.add_column(
            table,
            sa.Column(
                "corrected",
                sa.Integer,
                nullable=False,
                server_default=default,
                comment=COMMENT,
            ),
        )
