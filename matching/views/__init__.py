"""The pages of finding and asking."""
