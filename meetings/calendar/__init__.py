"""What meetings look like to a calendar program (RFC 5545, RFC 5546), and what it answers."""
