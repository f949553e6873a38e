"""The pages of open hours, a module for each subject."""
