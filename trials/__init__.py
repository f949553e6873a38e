"""Trials of the running system: leaks, crashes, speed, and the pages in a browser."""
