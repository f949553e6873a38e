"""Programmes on the staff site: written and published there; what may be seen of who takes part, and no more."""

from programmes.admin.programme import ProgrammeAdmin

__all__ = ["ProgrammeAdmin"]
