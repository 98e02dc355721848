"""Run by Alembic: revisions go over the connection, and in the transaction, of whoever opens the store.

Change this when revisions are run in another way.
"""

from alembic import context

from api.store.batch_tables import METADATA

context.configure(connection=context.config.attributes["connection"], target_metadata=METADATA, transactional_ddl=True)
with context.begin_transaction():
    context.run_migrations()
