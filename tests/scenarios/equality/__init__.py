"""Tests of equality counts and of the two views of them."""
