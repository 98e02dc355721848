"""The service under load: reading beside a constant as long, submitting while workers solve, 1,000 at once.

Server and load share the processors. Change this when something else of the service has a bar.
"""

import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from statistics import median

from bench.compared.asked import Asked
from bench.service_load import Caller, Came, a_second, together
from bench.service_server import TOKEN
from bench.table import Bar, Row, at_least

CASE = "nottinghamshire-2014"
WORKERS, MOST_UNFINISHED = 2, 900
CALLERS, READS, ROUNDS = 8, 1_500, 5
SUBMITTED, AT_ONCE, ASKERS = 100, 1_000, 32
LEAST_SHARE, MOST_MILLISECONDS = 0.4, 100
POLL_SECONDS = 0.2
UNTIL_SOLVING_SECONDS, UNTIL_ENDED_SECONDS = 60, 600


def rows(asked: Asked) -> Iterator[Row]:
    """One line each: reading, submitting, all at once."""
    with tempfile.TemporaryDirectory() as folder, _server(folder) as address:
        with _callers(address, CALLERS) as callers:
            runs = _uploaded(callers[0])
            yield _reading(callers, runs)
        with _callers(address, 1) as (caller,):
            yield _submitting(caller, runs)
        with _callers(address, ASKERS) as callers:
            yield _at_once(callers, runs)


@contextmanager
def _callers(address: str, count: int) -> Iterator[list[Caller]]:
    """Callers with fresh connections: the server lets go of those that nobody uses for some seconds."""
    callers = [Caller(address, TOKEN) for _ in range(count)]
    try:
        yield callers
    finally:
        for caller in callers:
            caller.close()


@contextmanager
def _server(folder: str) -> Iterator[str]:
    """A server of its own, and its address; ended at the end."""
    command = [sys.executable, "-m", "bench.service_server", folder, str(WORKERS), str(MOST_UNFINISHED)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        try:
            yield (server.stdout.readline() if server.stdout is not None else "").strip()
        finally:
            server.send_signal(signal.SIGTERM)


def _uploaded(caller: Caller) -> str:
    """Have the service take up the case; return where its runs are asked for."""
    came = caller.ask("POST", "/v1/cases", {"library": CASE})
    return f"{came.location}/runs"


def _asked(caller: Caller, runs: str, number: int) -> Came:
    """Ask a question that nobody asked before: efforts differ, answers do not."""
    return caller.ask("POST", runs, {"question": "compare", "break_evens": False, "effort": 60 + number / 1_000})


def _reading(callers: Sequence[Caller], runs: str) -> Row:
    """Answers a second for a stored structure and for a constant as long, in turn, the middle of the rounds."""
    came = _asked(callers[0], runs, 0)
    _until_ended(callers[0], came.location)
    structure = callers[0].ask("GET", f"{came.location}/structures").told["items"][0]["links"]["self"]
    length = len(callers[0].ask("GET", structure).body)
    shares, reads, constants = [], [], []
    for _ in range(ROUNDS):
        constants.append(a_second(callers, f"/bench/constant/{length}", times=READS))
        reads.append(a_second(callers, structure, times=READS))
        shares.append(reads[-1] / constants[-1])
    share = median(shares)
    return Row(
        what="service: reading",
        instance=f"a structure of {length:,} bytes",
        other="constant, same server",
        ratio=f"{share:.2f}",
        came_to=f"{median(reads):,.0f} a second; constant {median(constants):,.0f}",
        bars=(at_least(share, LEAST_SHARE, "constant"),),
    )


def _submitting(caller: Caller, runs: str) -> Row:
    """How long a submission takes while both workers solve; 95 of 100 take no longer."""
    for number in range(1, 4 * WORKERS):
        _asked(caller, runs, number)
    _until_solving(caller)
    taken = sorted(_asked(caller, runs, 1_000 + number).seconds for number in range(SUBMITTED))
    p95 = 1_000 * taken[95 * SUBMITTED // 100 - 1]
    short = f"by {p95 - MOST_MILLISECONDS:.0f} ms" if p95 > MOST_MILLISECONDS else ""
    return Row(
        what="service: submitting",
        instance=f"{SUBMITTED} one after the other, {WORKERS} workers solving",
        came_to=f"half in {1_000 * median(taken):.0f} ms, 95 of 100 in {p95:.0f} ms",
        bars=(Bar(told=f"95 of 100 in {MOST_MILLISECONDS} ms", short=short),),
    )


def _at_once(callers: Sequence[Caller], runs: str) -> Row:
    """So many runs submitted at once: each kept or refused with 429, and each that was kept is there afterwards."""
    started = time.perf_counter()
    came = together(callers, lambda caller, number: _asked(caller, runs, 10_000 + number), AT_ONCE)
    taken = time.perf_counter() - started
    kept = {each.location for each in came if each.status == 202}
    refused = sum(each.status == 429 for each in came)
    there = sum(callers[0].ask("GET", location).status == 200 for location in sorted(kept))
    lost = AT_ONCE - there - refused
    return Row(
        what="service: all at once",
        instance=f"{AT_ONCE:,} runs, {ASKERS} at a time, at most {MOST_UNFINISHED} unfinished",
        seconds=taken,
        came_to=f"{len(kept)} kept and there afterwards: {there}; {refused} refused with 429",
        bars=(Bar(told="none lost", short=f"by {lost} runs" if lost else ""),),
    )


def _until_ended(caller: Caller, run: str) -> None:
    ends = time.monotonic() + UNTIL_ENDED_SECONDS
    while caller.ask("GET", run).told["state"] in ("queued", "running"):
        if time.monotonic() > ends:
            raise TimeoutError(run)
        time.sleep(POLL_SECONDS)


def _until_solving(caller: Caller) -> None:
    ends = time.monotonic() + UNTIL_SOLVING_SECONDS
    while len(caller.ask("GET", "/v1/runs?state=running").told["items"]) < WORKERS:
        if time.monotonic() > ends:
            raise TimeoutError("no worker solves")
        time.sleep(POLL_SECONDS)
