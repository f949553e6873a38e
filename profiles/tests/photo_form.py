"""The form of a photo, and the files it leaves."""

from pathlib import Path

from django.core.files.uploadedfile import SimpleUploadedFile

from profiles import photo_files


def upload(content, name="me.jpg", kind="image/jpeg"):
    return SimpleUploadedFile(name, content, kind)


def put_up(client, content, **said):
    return client.post("/profile/photo/", {"photo": upload(content, **said), "alt": "Me, laughing"})


def files():
    return [Path(path) for path in photo_files.paths()]
