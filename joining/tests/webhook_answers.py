"""The page on which coordinators answer what an event leaves open."""

from joining.webhook import applying

PAGE = "/admin/joining/rosterimport/questions/"
TOMAS = {"id": "8", "name": "Tomás Rivera", "email": "amina@library.example"}


def answer(client, event, choice):
    done = client.post(f"{PAGE}{event.pk}/", {choice: ""}, follow=True)
    applying.work_on_events()
    event.refresh_from_db()
    return done.content.decode()
