"""A year of a programme of invented people, told through the services (`manage.py demo --year`)."""
