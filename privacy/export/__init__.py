"""Everything held about a member, in one archive that is made while it is being sent."""
