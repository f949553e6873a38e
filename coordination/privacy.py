"""What the staff site holds about people: what coordinators changed there."""

from mentoring.lib.registry.personal_data import declare

declare(
    "admin.logentry",
    owners=("user",),
    export="none: of what coordinators changed, never of what members did",
    leaving="kept: what a coordinator changed",
    member="",
    staff="SI",
)
