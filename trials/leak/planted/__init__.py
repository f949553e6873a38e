"""The product with a leak on each of the ways: each real, each behind a switch of its own.

Only `trials.leak.planted.settings` leads here, and only the planted world of a run uses it. The one
thing without a switch is the cipher, which binds nothing to its place (ways 29 and 30).
"""
