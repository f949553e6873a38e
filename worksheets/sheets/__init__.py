"""What stands on the sheets: Markdown in one form, as installed in `shipped/` and as coordinators changed it."""
