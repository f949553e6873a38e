"""The forms of meetings, a module for each subject."""
