"""`restructure restore`: a backup put into an empty store.

Change this when a backup can be restored in another way.
"""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.backup import show
from api.cli.exit_codes import ExitCode
from api.cli.flags import Json
from api.cli.screen import refusal
from api.cli.store_option import StoreAddress, chosen_address, refusing
from api.store.restoring import BackupRefused
from api.store.restoring import restore as put_back

ACTOR = "local"
File = Annotated[Path, typer.Argument(metavar="FILE", help="A file that restructure backup wrote.")]


def restore(file: File, *, store: StoreAddress = None, as_json: Json = False) -> None:
    """Put a backup into a store that is empty or not there yet.

    The whole file is looked through first: one that is damaged is refused before anything is written (exit code 3). All
    of it is put in or nothing. A backup of an earlier build is brought up to date.
    """
    try:
        with refusing():
            manifest = put_back(file, chosen_address(store), actor=ACTOR)
    except BackupRefused as refused:
        raise refusal(refused.words, ExitCode.FAULTS) from refused
    except OSError as refused:
        raise refusal(f"{file} cannot be read: {refused.strerror}") from refused
    show(manifest, f"Restored from {file}", as_json=as_json)
