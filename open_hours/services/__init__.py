"""The verbs of open hours, a module for each subject."""
