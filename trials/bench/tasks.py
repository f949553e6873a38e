"""The plain way to send mail with Celery, to be compared with: one task a mail, one connection each."""

from celery import shared_task
from django.core.mail import EmailMultiAlternatives


@shared_task
def one_mail(address, subject, text, html):
    """All of it is in the message; nothing is kept, and nothing is marked."""
    mail = EmailMultiAlternatives(subject, text, to=[address], headers={"Message-ID": f"<{address}>"})
    mail.attach_alternative(html, "text/html")
    mail.send()
