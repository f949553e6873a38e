"""What the trials share: a database and a Redis number of their own, processes, a mail server that misbehaves."""
