"""What the next coordinator needs: a page, the same as a file to print, and settings to take to another association."""
