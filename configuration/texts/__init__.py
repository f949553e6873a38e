"""Texts of the programme: sentences of mails, policies, what mentors and mentees are called."""
