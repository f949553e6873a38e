"""What whoever runs the server uses: a check of everything, backup and restore, a move to PostgreSQL."""
