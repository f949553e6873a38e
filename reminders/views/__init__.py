"""The pages that reminders lead to, and the rhythm of a pair."""
