"""Pages of a member's own; and the one that proves a certificate to others."""
