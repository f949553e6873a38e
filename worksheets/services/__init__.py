"""The verbs of worksheets: fill one in, share an answer, and, for coordinators, change the sheets."""
