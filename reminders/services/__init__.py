"""What is due, asked of the database; who is told; what an answer does."""
