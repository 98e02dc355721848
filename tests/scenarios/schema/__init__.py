"""Tests of the scenario: objects, checks and derivations."""
