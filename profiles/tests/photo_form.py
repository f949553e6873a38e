"""The form of a photo, and the files it leaves."""

from django.core.files.uploadedfile import SimpleUploadedFile

from profiles import photo_files


def upload(content, name="me.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def put_up(client, content, **said):
    return client.post("/profile/photo/", {"photo": upload(content, **said), "alt": "Me, laughing"})


def files():
    folder = photo_files.path("x", "card").parent
    return sorted(folder.iterdir()) if folder.exists() else []
