"""The HR workbook: what a structure means for people, as numbers of people, one file a sheet."""
