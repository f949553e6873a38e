"""Mail that comes in: delivery reports, answers of calendars, and the list of addresses not written to."""
