"""The pages of a pair."""
