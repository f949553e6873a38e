"""Publishes a message to each address that has a mail, and throws the mails away."""


def main():
    """As somebody would who trusts the queue."""
    import django

    django.setup()
    from mail.models import OutgoingMail
    from mentoring.celery import app
    from trials.chaos.tasks import send_words

    app.set_default()
    for address in list(OutgoingMail.objects.order_by("pk").values_list("address", flat=True)):
        send_words.delay(address)
    OutgoingMail.objects.all().delete()


if __name__ == "__main__":
    main()
