"""The pages of what is kept: taken away, reported, seen."""
