"""iCalendar text from events: invitations, cancellations, feeds and files. Knows no room."""
