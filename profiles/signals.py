"""What the rooms above may listen to."""

from django.dispatch import Signal

# Something changed that others see of a mentor: their profile, their places, or whether they are listed.
# Sent with `mentor` (a MentorProfile), in the transaction of the change: what a receiver raises undoes it.
mentor_changed = Signal()
# Somebody has joined by themselves, on a page with what they accept. Sent with `member`, in the same transaction.
member_joined = Signal()
