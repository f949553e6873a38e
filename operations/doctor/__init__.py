"""What the operator's check looks at that belongs to no room: the two sites from outside, and the machine."""
