"""Fixtures that every test of the doors may ask for: a store on each database.

Change this when several rooms of tests need another one.
"""

from tests.api.store.databases import postgresql, store, store_address

__all__ = ["postgresql", "store", "store_address"]
