"""Tests of the library of real cases."""
