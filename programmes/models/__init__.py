"""Programmes, who takes part, who is paired; and, in tables of their own, what coordinators may see of it."""

from programmes.models.enrolment import OPEN_STATES, Enrolment, EnrolmentState, Part
from programmes.models.pairing import HoursEntry, MilestoneReminder, Pairing, Tick
from programmes.models.parts import Milestone, MilestoneKind, TrainingPage
from programmes.models.programme import PairedBy, Programme, ProgrammeKind, Sees, SeesChange
from programmes.models.proposed import ProposedName
from programmes.models.visible import Counted, ProgrammeCount, VisibleEnrolment, VisiblePair, VisibleTick

__all__ = [
    "OPEN_STATES",
    "Counted",
    "Enrolment",
    "EnrolmentState",
    "HoursEntry",
    "Milestone",
    "MilestoneKind",
    "MilestoneReminder",
    "PairedBy",
    "Pairing",
    "Part",
    "Programme",
    "ProgrammeCount",
    "ProgrammeKind",
    "ProposedName",
    "Sees",
    "SeesChange",
    "Tick",
    "TrainingPage",
    "VisibleEnrolment",
    "VisiblePair",
    "VisibleTick",
]
