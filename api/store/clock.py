"""What time it is, for several servers at once.

On PostgreSQL the database says so, as clocks of servers differ and a lease of one is read by another. SQLite lies on
one machine, whose clock serves everybody. Times are told beside results and never part of one.
Change this when a third database is spoken to.
"""

from datetime import UTC, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session


def now(session: Session) -> datetime:
    """Return this moment in UTC, by the clock that all servers of this store share."""
    if session.get_bind().dialect.name != "postgresql":
        return datetime.now(UTC)
    moment: datetime = session.execute(select(func.clock_timestamp())).scalar_one()
    return moment.astimezone(UTC)
