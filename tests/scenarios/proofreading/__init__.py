"""Tests of the proof-reader: what it finds in real reports, and that a clean draft has no doubt."""
