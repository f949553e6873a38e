"""The pair."""

from django.urls import path

from mentorships.views import (
    agreement,
    difficulties,
    ending,
    goals,
    notes,
    overview,
    own_notes,
    pausing,
    recording,
    resting,
    steps,
)

HERE = "mentorships/<uuid:code>/"
GOAL = f"{HERE}goals/<uuid:goal>/"
STEP = f"{GOAL}steps/<uuid:step>/"
NOTE = f"{HERE}notes/<uuid:note>/"
OWN = f"{HERE}notes/own/<uuid:own>/"
AGREEMENT = f"{HERE}agreement/"
urlpatterns = [
    path("mentorships/", overview.mentorship_list, name="mentorship_list"),
    path("mentorships/record/", recording.mentorship_record, name="mentorship_record"),
    path("mentorships/invited/<uuid:code>/", recording.invitation, name="invitation"),
    path("mentorships/invited/<uuid:code>/answer/", recording.invitation_answer, name="invitation_answer"),
    path(
        "mentorships/invited/<uuid:code>/withdraw/", recording.invitation_withdraw, name="invitation_withdraw"
    ),
    path(HERE, overview.mentorship_detail, name="mentorship_detail"),
    path(f"{HERE}pause/", pausing.mentorship_pause, name="mentorship_pause"),
    path(f"{HERE}rest/", resting.mentorship_rest, name="mentorship_rest"),
    path(f"{HERE}resume/", pausing.mentorship_resume, name="mentorship_resume"),
    path(f"{HERE}end/", ending.mentorship_end, name="mentorship_end"),
    path(f"{HERE}end/thanks/", ending.mentorship_thank, name="mentorship_thank"),
    path(f"{HERE}end/reflection/", ending.mentorship_reflect, name="mentorship_reflect"),
    path(f"{HERE}trouble/", difficulties.mentorship_trouble, name="mentorship_trouble"),
    path(f"{HERE}trouble/leave/", difficulties.mentorship_leave, name="mentorship_leave"),
    path(f"{HERE}trouble/help/", difficulties.mentorship_help, name="mentorship_help"),
    path(AGREEMENT, agreement.agreement, name="agreement"),
    path(f"{AGREEMENT}propose/", agreement.agreement_propose, name="agreement_propose"),
    path(f"{AGREEMENT}agree/", agreement.agreement_agree, name="agreement_agree"),
    path(f"{AGREEMENT}compare/", agreement.agreement_compare, name="agreement_compare"),
    path(f"{AGREEMENT}<int:number>/", agreement.agreement_version, name="agreement_version"),
    path(f"{HERE}goals/", goals.goal_list, name="goal_list"),
    path(f"{HERE}goals/new/", goals.goal_new, name="goal_new"),
    path(GOAL, goals.goal_detail, name="goal_detail"),
    path(f"{GOAL}edit/", goals.goal_edit, name="goal_edit"),
    path(f"{GOAL}delete/", goals.goal_delete, name="goal_delete"),
    path(f"{GOAL}progress/", goals.goal_progress, name="goal_progress"),
    path(f"{GOAL}steps/", steps.step_new, name="step_new"),
    path(f"{STEP}edit/", steps.step_edit, name="step_edit"),
    path(f"{STEP}tick/", steps.step_tick, name="step_tick"),
    path(f"{STEP}delete/", steps.step_delete, name="step_delete"),
    path(f"{HERE}notes/", notes.note_list, name="note_list"),
    path(f"{HERE}notes/new/", notes.note_new, name="note_new"),
    path(f"{HERE}notes/own/", own_notes.own_note_list, name="own_note_list"),
    path(f"{HERE}notes/own/new/", own_notes.own_note_new, name="own_note_new"),
    path(f"{OWN}edit/", own_notes.own_note_edit, name="own_note_edit"),
    path(f"{OWN}delete/", own_notes.own_note_delete, name="own_note_delete"),
    path(NOTE, notes.note_detail, name="note_detail"),
    path(f"{NOTE}edit/", notes.note_edit, name="note_edit"),
    path(f"{NOTE}versions/<int:number>/", notes.note_version, name="note_version"),
]
