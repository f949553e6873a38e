"""Ten minutes' orientation, as installed in `shipped/`: five screens for mentors, five for mentees."""
