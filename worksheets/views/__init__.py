"""The pages of worksheets: the list, one sheet, sharing an answer, what a pair shares."""
