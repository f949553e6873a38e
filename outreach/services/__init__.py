"""Inviting a colleague, and the words of mentors."""
