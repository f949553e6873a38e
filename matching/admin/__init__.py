"""The staff site's pages of finding: the posts that were handed over, and a proposal for everybody who waits."""

from matching.admin.wishes import WishAdmin

__all__ = ["WishAdmin"]
