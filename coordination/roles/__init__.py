"""Giving and taking away roles on the staff site."""
