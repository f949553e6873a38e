"""Pages of members, and two that are open to everybody."""
