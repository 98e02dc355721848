"""Runs and batches worked out by Dask: the only room that touches it, above the store and beneath the doors."""
