"""Tests that the printed figures of the real cases come out."""
