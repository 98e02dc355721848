"""Where the store lies unless another is named: a file in the user's data folder.

The folder is made for its owner alone, as what is asked about a restructure is nobody else's business yet.
Change this when the default place changes; old files stay where they are.
"""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy import URL
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError

from api.store.unavailable import CANNOT_OPEN, StoreUnavailable

APPLICATION = "restructure-designer"
FILE = "store.db"


def default_address() -> str:
    """Return the address of the store in the user's data folder, and make the folder where it is missing.

    Raises:
        StoreUnavailable: the folder cannot be made.
    """
    folder = user_data_path(APPLICATION, appauthor=False)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as refused:
        raise StoreUnavailable(CANNOT_OPEN) from refused
    return address_of_file(folder / FILE)


def address_of_file(path: Path) -> str:
    """Return the address of a store kept in a file."""
    return URL.create("sqlite", database=str(path)).render_as_string()


def require_there(address: str) -> None:
    """Make sure that a store in a file is there, so that looking for one does not make one.

    Raises:
        StoreUnavailable: there is no such file.
    """
    path = file_of(address)
    if path is not None and not path.exists():
        raise StoreUnavailable(f"there is no store at {path} yet")


def file_of(address: str) -> Path | None:
    """Return the file of a store that is kept in one; None for one on a server, or an address that is none."""
    try:
        url = make_url(address)
    except (ArgumentError, ValueError):
        return None
    return Path(url.database) if url.get_backend_name() == "sqlite" and url.database else None
