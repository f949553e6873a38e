"""What the staff site keeps: who is signed in there, who got which role from whom, the last backup."""

from coordination.models.backups import BackupReport
from coordination.models.roles import RoleChange, RoleConfirmation, RoleProposal
from coordination.models.sessions import StaffSession
from coordination.models.visits import StaffVisit

__all__ = ["BackupReport", "RoleChange", "RoleConfirmation", "RoleProposal", "StaffSession", "StaffVisit"]
