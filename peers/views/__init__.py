"""Finding a peer, asking one, being found."""
