"""The verbs of meetings, a module for each subject."""
