"""Tests of answers, set side by side."""
