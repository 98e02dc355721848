"""The garbage collector kept still while a large table is read.

A table is a million cells in rows, none of which is in a ring; looking through them again and again takes up to half of
the time. What is not used any more is freed all the same.
Change this when what is read holds rings.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Keep the garbage collector from looking for rings, and let it again at the end, however that comes."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
