"""`restructure backup`: everything the store keeps, in one file.

Change this when a backup can be asked for in another way.
"""

from pathlib import Path
from typing import Annotated

import typer

from api.cli.flags import Json
from api.cli.json_text import print_json
from api.cli.new_file import BACKUP_ENDING, require_new
from api.cli.screen import refusal, screen, words
from api.cli.store_option import StoreAddress, existing_store
from api.store.backup import back_up
from api.store.backup_file import Manifest

File = Annotated[Path, typer.Argument(metavar="FILE", help="The file to write: a new one that ends in .zip.")]


def backup(file: File, *, store: StoreAddress = None, as_json: Json = False) -> None:
    """Write everything the store keeps into one file: cases, runs, answers and the audit log.

    The store is only read, as it is at one moment, while the service may go on. The file holds texts and numbers alone
    and can be restored into either kind of database. It is as confidential as the store.
    """
    require_new(file, ending=BACKUP_ENDING)
    with existing_store(store) as opened:
        try:
            manifest = back_up(opened, file)
        except OSError as refused:
            raise refusal(f"{file} cannot be written: {refused.strerror}") from refused
    show(manifest, f"Written to {file}", as_json=as_json)


def show(manifest: Manifest, done: str, *, as_json: bool) -> None:
    """Print what a backup holds, table by table."""
    if as_json:
        print_json(manifest.model_dump(mode="json"))
        return
    console = screen()
    for entry in manifest.tables:
        console.print(words(f"{entry.rows:>9,}  {entry.name.replace('_', ' ')}"))
    console.print(words(f"{done}, tables of revision {manifest.revision}."), soft_wrap=True)
