"""What `restructure serve` can be told, and what it comes to: sizes in bytes, files that go together.

Change this when the operator can decide something more: one field, one line in docs/operations.md.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from api.cli.flags import Json
from api.cli.screen import refusal
from api.cli.store_option import StoreAddress
from api.cli.store_tidy import LONGEST_DAYS
from api.http.reach import TlsPair
from api.jobs.cluster import TlsFiles

SIZE = re.compile(r"\s*(\d{1,6})\s*(MB|GB)\s*", re.IGNORECASE)
BYTES = {"MB": 10**6, "GB": 10**9}
LEAST_MEMORY_BYTES = 300 * 10**6

File = Path | None


@dataclass(frozen=True)
class ServeOptions:
    """What `restructure serve` is told."""

    host: Annotated[str, typer.Option("--host", metavar="HOST", help="Where to listen.")] = "127.0.0.1"
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="Port; 0 for any that is free.")] = 8765
    store: StoreAddress = None
    workers: Annotated[
        int | None,
        typer.Option("--workers", min=1, max=256, metavar="N", help="Worker processes; one a processor without it."),
    ] = None
    memory_limit: Annotated[
        str, typer.Option("--memory-limit", metavar="SIZE", help="Memory of one worker, as 800 MB or 2 GB.")
    ] = "2 GB"
    time_limit: Annotated[
        float,
        typer.Option(
            "--time-limit",
            min=0,
            metavar="SECONDS",
            help="Longest a run may take, 0 for no limit; futures of a batch are bounded by their effort alone.",
        ),
    ] = 3600.0
    scheduler: Annotated[
        str | None,
        typer.Option("--scheduler", metavar="ADDRESS", help="Dask scheduler to use instead, as tls://host:8786."),
    ] = None
    scheduler_ca: Annotated[
        File, typer.Option("--scheduler-ca", metavar="FILE", help="Who signs the certificates of that cluster.")
    ] = None
    scheduler_certificate: Annotated[
        File, typer.Option("--scheduler-certificate", metavar="FILE", help="Our certificate in that cluster.")
    ] = None
    scheduler_key: Annotated[
        File, typer.Option("--scheduler-key", metavar="FILE", help="The key of that certificate.")
    ] = None
    keep_days: Annotated[
        int | None,
        typer.Option(
            "--keep-days",
            metavar="DAYS",
            envvar="RESTRUCTURE_KEEP_DAYS",
            show_envvar=False,
            min=1,
            max=LONGEST_DAYS,
            help="Delete runs so many days after their end, unless put to anyone; else RESTRUCTURE_KEEP_DAYS.",
        ),
    ] = None
    unfinished_limit: Annotated[
        int, typer.Option("--unfinished-limit", min=1, metavar="N", help="Most runs that may wait or run at a time.")
    ] = 2_000
    body_limit: Annotated[str, typer.Option("--body-limit", metavar="SIZE", help="Largest request, as 20 MB.")] = (
        "20 MB"
    )
    grace: Annotated[
        int, typer.Option("--grace", min=0, max=3600, metavar="SECONDS", help="Time for runs to end when stopping.")
    ] = 20
    log: Annotated[
        str | None,
        typer.Option(
            "--log",
            metavar="FILE|-",
            help="Where the log goes; - for the error output. Without it: a terminal is spared, by server.log beside "
            "the store.",
        ),
    ] = None
    tls_certificate: Annotated[
        File, typer.Option("--tls-certificate", metavar="FILE", help="Certificate for HTTPS, in PEM.")
    ] = None
    tls_key: Annotated[File, typer.Option("--tls-key", metavar="FILE", help="The key of that certificate.")] = None
    behind_proxy: Annotated[
        str | None,
        typer.Option("--behind-proxy", metavar="https://NAME", help="The address of the proxy with TLS in front."),
    ] = None
    as_json: Json = False

    @property
    def tls(self) -> TlsPair | None:
        """The certificate of HTTPS, if any; half of it ends the command."""
        match self.tls_certificate, self.tls_key:
            case None, None:
                return None
            case Path() as certificate, Path() as key:
                return TlsPair(certificate, key)
        raise refusal("--tls-certificate and --tls-key go together")

    @property
    def cluster_files(self) -> TlsFiles:
        """The certificates of a cluster elsewhere; one that is missing ends the command."""
        match self.scheduler_ca, self.scheduler_certificate, self.scheduler_key:
            case Path() as ca, Path() as certificate, Path() as key:
                return TlsFiles(ca=ca, cert=certificate, key=key)
        raise refusal("--scheduler speaks TLS alone: give --scheduler-ca, --scheduler-certificate and --scheduler-key")

    @property
    def memory_bytes(self) -> int:
        """Bytes that one worker may need; too few to start in end the command."""
        size = _bytes("--memory-limit", self.memory_limit)
        if size < LEAST_MEMORY_BYTES:
            raise refusal(f"--memory-limit {self.memory_limit} is less than a worker needs to start: 300 MB")
        return size

    @property
    def body_bytes(self) -> int:
        """Bytes of the largest request."""
        return _bytes("--body-limit", self.body_limit)


def _bytes(option: str, size: str) -> int:
    """Return the bytes of a size in words."""
    read = SIZE.fullmatch(size)
    if read is None:
        raise refusal(f"{option} {size} is not a size, such as 800 MB or 2 GB")
    return int(read[1]) * BYTES[read[2].upper()]
