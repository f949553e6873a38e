"""The outbox: rows that are claimed, sent, and sent again until they are taken."""
