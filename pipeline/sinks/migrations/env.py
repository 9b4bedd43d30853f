"""What alembic runs: the versions, over the connection that it is given."""

from alembic import context

from pipeline.sinks.tables import metadata

context.configure(
    connection=context.config.attributes["connection"], target_metadata=metadata
)
context.run_migrations()
