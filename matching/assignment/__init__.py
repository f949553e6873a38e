"""Assignment on request (product 24): five tiers with reasons, a proposal for everybody who waits, its sending.

What counts and what is refused stands in `docs/assignment.md`.
"""
