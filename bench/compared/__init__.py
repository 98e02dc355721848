"""One file a comparison: each yields rows of the one table, and measures whatever can be in processes of its own.

Change this when something else is to be set side by side: a file, and a line in `chosen.py`.
"""
