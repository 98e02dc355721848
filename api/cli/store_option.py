"""The option that names the store, and the store opened for a command.

An address may hold a password: it is never printed, and better given by the environment than typed, as others on the
machine can read what is typed. Change this when a store is named in another way.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

import typer

from api.cli.screen import refusal
from api.store.location import default_address, require_there
from api.store.store import Store
from api.store.unavailable import StoreUnavailable

StoreAddress = Annotated[
    str | None,
    typer.Option(
        "--store",
        metavar="URL",
        envvar="RESTRUCTURE_STORE",
        show_envvar=False,
        help="sqlite:///FILE or postgresql://USER:PASSWORD@HOST/DATABASE, else RESTRUCTURE_STORE, else a file in your "
        "data folder.",
    ),
]


def chosen_address(address: str | None) -> str:
    """Return the address of the store that was named, or of the one in the user's data folder.

    Raises:
        typer.Exit: the folder cannot be made (exit code 2).
    """
    with refusing():
        return address or default_address()


@contextmanager
def existing_store(address: str | None) -> Iterator[Store]:
    """Yield the store that was named, which must be there.

    Raises:
        typer.Exit: it is not there, or cannot be used; it was said why (exit code 2).
    """
    with refusing():
        chosen = address or default_address()
        require_there(chosen)
        store = Store.open(chosen)
        try:
            yield store
        finally:
            store.close()


@contextmanager
def refusing() -> Iterator[None]:
    """End the command with plain words when the store cannot be used.

    Raises:
        typer.Exit: it was said why (exit code 2).
    """
    try:
        yield
    except StoreUnavailable as unavailable:
        raise refusal(unavailable.words) from unavailable
