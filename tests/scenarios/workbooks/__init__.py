"""Tests of the workbooks that are written for planners."""
