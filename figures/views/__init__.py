"""The pages of the figures: of the staff site, and the two questions of a member."""
