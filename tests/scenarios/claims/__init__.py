"""Tests of claims, and of what a structure means for people."""
