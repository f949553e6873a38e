"""What each room says of itself, for the rooms that need it: nobody keeps a list of other rooms' things.

A room has up to three modules for this: `privacy.py` (its models: whose rows they are, what is exported,
what happens when a member leaves, how long they are kept, what each login may do), `notifications.py` (its
mails) and `hooks.py` (sections of pages, things to do, jobs, readers of incoming mail). They are imported
once, when the first registry is read.
"""
