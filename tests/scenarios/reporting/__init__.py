"""Tests of timetables: periods, how they are laid, and what a case says of them."""
