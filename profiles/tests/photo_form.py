"""The form of a photo, and the files it leaves."""

from django.core.files.uploadedfile import SimpleUploadedFile

from profiles import photos


def upload(content, name="me.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def put_up(client, content, **said):
    return client.post("/profile/photo/", {"photo": upload(content, **said), "alt": "Me, laughing"})


def files():
    folder = photos.path("x", "card").parent
    return sorted(folder.iterdir()) if folder.exists() else []
