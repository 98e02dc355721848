"""The service with one route more, for the bench: a constant as long as a stored structure, by the same doors.

`python -m bench.service_server FOLDER WORKERS MOST` keeps its store in FOLDER and prints its address; the token is read
from the environment. Change this when the server is put together in another way.
"""

import sys
from contextlib import closing
from pathlib import Path

from starlette.responses import Response

import api.http.app as door
from api.http.access import SIGNED_IN, routes_of, told
from api.http.logs import log_as_json
from api.http.reach import Listening, reach_of
from api.http.route_table import GROUPS
from api.http.service import Service
from api.http.serving import Told, listen, serve_until_stopped
from api.http.settings import Settings
from api.jobs.cluster import LocalSize, open_local
from api.jobs.dispatcher import Dispatcher
from api.store.store import Store

TOKEN = "of-the-bench-alone-and-of-no-server-of-anybody"  # noqa: S105 - of a server that lives as long as a bench
HOST = "127.0.0.1"
MEMORY_BYTES = 2 * 1024**3
router = routes_of("bench", prefix="/bench")


@router.get("/constant/{length}", response_class=Response, **told(SIGNED_IN))
def constant(length: int) -> Response:
    """So many bytes that are known beforehand."""
    return Response(b"x" * length, media_type="application/json")


def main(folder: str, workers: str, most: str) -> None:
    """Serve until told to stop; prints its address once it can be asked."""
    door.GROUPS = (*GROUPS, router)  # the bench's own route beside those of the product
    reach = reach_of(Listening(HOST, None, behind_proxy=None, token=TOKEN))
    with (
        listen(HOST, 0) as listener,
        closing(Store.open(f"sqlite:///{Path(folder) / 'store.sqlite3'}")) as store,
        closing(open_local(LocalSize(workers=int(workers), memory_bytes=MEMORY_BYTES))) as cluster,
    ):
        settings = Settings(token=TOKEN, hosts=reach.hosts, most_unfinished=int(most), grace_seconds=1)
        service = Service(store=store, dispatcher=Dispatcher(store, cluster), cluster=cluster, settings=settings)
        port = listener.getsockname()[1]
        log_as_json(sys.stderr)
        told = Told(started=lambda: print(f"http://{HOST}:{port}", flush=True), stopping=lambda: None)
        serve_until_stopped(service, listener, told, tls=None)


if __name__ == "__main__":
    main(*sys.argv[1:])
