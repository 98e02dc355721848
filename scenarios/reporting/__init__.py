"""Results put into words, papers and workbooks for planners; every number is the result's own."""
