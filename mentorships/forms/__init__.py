"""The forms of a pair's pages, a module for each subject."""
