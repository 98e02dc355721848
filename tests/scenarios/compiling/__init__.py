"""Tests of what turns a scenario into questions."""
