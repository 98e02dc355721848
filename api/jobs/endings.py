"""How a run ends, from what became of its work; and the words for a run that ends without an answer.

Words say what happened and what to do, and quote nothing of the case. Change this when work can end in another way.
"""

from distributed import KilledWorker

from api.jobs.work import DefectAtWork, HandedBack
from api.store.runs import CANCELLED_BY_REQUEST, Ending
from api.store.states import RunState
from api.store.structures import StructureRow

BYTES_A_GIGABYTE = 10**9
CANCELLED = Ending(RunState.CANCELLED, reason=CANCELLED_BY_REQUEST)
NO_CASE = Ending(RunState.FAILED, reason="The version of the case it was asked of is no longer kept. Upload it again.")


def ending_of(back: HandedBack) -> Ending | None:
    """Return how a run ends with what a worker handed back; None: it was stopped, and has to be worked on again."""
    match back.outcome:
        case "stopped":
            return None
        case "refused":
            return Ending(RunState.FAILED, reason=back.words)
        case state:
            document = None if back.document is None else back.document.encode()
            rows = tuple(
                StructureRow(each.option, each.anchor, each.branch, each.status, each.document.encode())
                for each in back.structures
            )
            return Ending(RunState(state), document=document, structures=rows)


def ending_of_trouble(trouble: BaseException) -> Ending | None:
    """Return how a run ends whose work ended in an exception; None: its worker died, which is counted elsewhere."""
    if isinstance(trouble, KilledWorker):
        return None
    if isinstance(trouble, DefectAtWork):
        return _failed(f"A defect of this program ended the run ({trouble}). The log holds it under the run's id.")
    if isinstance(trouble, ImportError | AttributeError):
        return _failed(
            f"The worker could not load the work ({type(trouble).__name__}): it has another build than the server, or "
            "none. Install the same version on the workers of the cluster, then ask again."
        )
    return _failed(f"The work could not be done ({type(trouble).__name__}). The log holds it under the run's id.")


def other_build(asked: str, ours: str) -> Ending:
    """Return the end of a run that another build was asked."""
    return _failed(
        f"It was asked of another build ({asked}) than this one ({ours}), whose answers may differ. Ask it again."
    )


def too_long(run_seconds: float) -> Ending:
    """Return the end of a run that took longer than the operator lets a run take."""
    return _failed(
        f"It took longer than the {run_seconds:g} seconds that whoever runs this service allows a run. Ask with less "
        "effort or about one option, or have the limit raised."
    )


def too_many_deaths(deaths: int, memory_bytes: int | None) -> Ending:
    """Return the end of a run under which workers died so often.

    Args: how often; how many bytes a worker needed that was ended for that, None where none was.
    """
    times = f"The worker process died {deaths} times while it worked on this run"
    if memory_bytes is None:
        return _failed(
            f"{times}. It was not ended for needing too much memory: it crashed, or something outside ended it, as a "
            "machine does that runs out of memory. Ask again when the machine has less to do, or about one option."
        )
    return _failed(
        f"{times}, as it needed more memory than a worker may have (it held {memory_bytes / BYTES_A_GIGABYTE:.1f} GB). "
        "Give each worker more memory, or ask about one option, or with less effort."
    )


def _failed(reason: str) -> Ending:
    return Ending(RunState.FAILED, reason=reason)
