"""`manage.py read_inbox`: reads the mailbox of MAIL_INBOX, for cron."""

from django.core.management.base import BaseCommand, CommandError

from mail.incoming import imap


class Command(BaseCommand):
    """Safe to run late, twice, or side by side."""

    help = "Take in what has come to MAIL_INBOX: mails that came back, answers of calendars."

    def handle(self, *args, **options):
        """Read, and say what there was."""
        try:
            taken, refused = imap.read_inbox()
        except imap.NoInbox as trouble:
            raise CommandError(str(trouble)) from None
        self.stdout.write(f"{taken} mails taken in, {refused} left aside.")
