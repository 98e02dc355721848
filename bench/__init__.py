"""Side-by-side timings against plain solvers, on generated establishments; never part of a planner's run.

Change this when the designer has to be measured on a kind of problem that no generated establishment shows.
"""
