"""What only one transaction may do at a time.

SQLite lets one transaction write at a time as it is (database.py begins each that may write as a writing one);
PostgreSQL is told by a lock that ends with the transaction.
Change this when a third database is spoken to.
"""

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def one_at_a_time(session: Session, what: str) -> None:
    """Wait until no other transaction does `what`, and keep others from it until this one ends."""
    if session.get_bind().dialect.name == "postgresql":
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(what, 0))))
