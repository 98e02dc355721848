"""`restructure store tidy`: what the store has kept long enough, listed, and deleted where that is asked.

Change this when something else is deleted by age.
"""

from typing import Annotated

import typer

from api.cli.flags import Json
from api.cli.json_text import print_json
from api.cli.screen import screen, words
from api.cli.store_option import StoreAddress, existing_store
from api.store.retention import due, tidy
from api.store.store import Store
from api.store.stored_runs import StoredRun

ACTOR = "local"
AT_ONCE = 200
LONGEST_DAYS = 36_500
KeepDays = Annotated[
    int,
    typer.Option(
        "--keep-days",
        metavar="DAYS",
        envvar="RESTRUCTURE_KEEP_DAYS",
        min=1,
        max=LONGEST_DAYS,
        help="For how many days an ended run is kept, else RESTRUCTURE_KEEP_DAYS.",
        show_envvar=False,
    ),
]
Delete = Annotated[bool, typer.Option("--delete", help="Delete them; without it they are only listed.")]


def tidy_store(
    *, keep_days: KeepDays, delete: Delete = False, store: StoreAddress = None, as_json: Json = False
) -> None:
    """List runs that ended more than so many days ago, or with --delete, delete them with their answers.

    Runs that were put to consultation are never deleted, nor are cases. Each deletion is a line in the audit log.
    """
    with existing_store(store) as opened:
        found = _deleted(opened, keep_days) if delete else _listed(opened, keep_days)
    if as_json:
        print_json({"keep_days": keep_days, "deleted": delete, "runs": [_document(run) for run in found]})
        return
    console = screen()
    for run in found:
        told = f"{run.id}  {_day(run)}  {run.case}  {run.question}  {run.state}  {run.mark}"
        console.print(words(told), soft_wrap=True)
    console.print(words(f"{'Deleted' if delete else 'To be deleted with --delete'}: {len(found)}"))


def _listed(store: Store, keep_days: int) -> list[StoredRun]:
    with store.snapshot() as session:
        return due(session, keep_days=keep_days, limit=None)


def _deleted(store: Store, keep_days: int) -> list[StoredRun]:
    """Delete in several transactions, so that the service can write in between."""
    gone: list[StoredRun] = []
    while True:
        with store.transaction() as session:
            some = tidy(session, keep_days=keep_days, limit=AT_ONCE, actor=ACTOR)
        if not some:
            return gone
        gone += some


def _day(run: StoredRun) -> str:
    return run.ended_at.date().isoformat() if run.ended_at else ""


def _document(run: StoredRun) -> dict[str, object]:
    return {
        "id": run.id,
        "case": run.case,
        "question": run.question,
        "state": run.state,
        "ended": _day(run),
        "mark": run.mark,
        "mark_reason": run.mark_reason,
    }
