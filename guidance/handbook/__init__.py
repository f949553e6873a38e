"""The handbook: short pages in Markdown, as installed in `shipped/` and as coordinators changed them."""
