"""Runs whose time is over are deleted, as long as the server runs: what is due is retention.py's in the store.

Change this when something else is to be done from time to time.
"""

import asyncio

from starlette.concurrency import run_in_threadpool

from api.http.logs import LOG
from api.http.settings import ACTOR
from api.store.retention import tidy
from api.store.store import Store
from api.store.unavailable import StoreUnavailable

SECONDS_BETWEEN = 3600.0
AT_ONCE = 100


def tidy_all(store: Store, keep_days: int) -> int:
    """Delete every run that is due, a hundred in each transaction; return how many went."""
    gone = 0
    while True:
        try:
            with store.transaction() as session:
                went = len(tidy(session, keep_days=keep_days, limit=AT_ONCE, actor=ACTOR))
        except StoreUnavailable as away:
            LOG.warning("runs that are due stay for now", why=away.words)
            return gone
        gone += went
        if went < AT_ONCE:
            return gone


async def keep_tidy(store: Store, keep_days: int, seconds_between: float = SECONDS_BETWEEN) -> None:
    """Delete what is due, now and every hour, until cancelled."""
    while True:
        gone = await run_in_threadpool(tidy_all, store, keep_days)
        if gone:
            LOG.info("runs deleted", count=gone, keep_days=keep_days)
        await asyncio.sleep(seconds_between)


def tell_end(task: "asyncio.Task[None]") -> None:
    """Log that nothing is deleted any more, when a defect of ours ended it."""
    if not task.cancelled() and task.exception() is not None:
        LOG.error("runs that are due are no longer deleted", exc_info=task.exception())
