"""Several machines, one programme: what they share, and what is lost where they do not."""
