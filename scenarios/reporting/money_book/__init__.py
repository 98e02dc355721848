"""The money workbook: every cost of a case as formulas, one file a sheet, that come to the pence of the ledger."""
