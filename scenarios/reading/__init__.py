"""Reading cases: cells, grids of cells, and the files they come in."""
