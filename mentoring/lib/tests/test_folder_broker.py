"""The folder of the embedded broker: a message is there whole or not at all."""

from pathlib import Path
from queue import Empty

import pytest
from kombu import Connection
from kombu.exceptions import ChannelError

from mentoring import celery

URL = "folder://localhost"
MESSAGE = {"body": "wake up", "properties": {}}


@pytest.fixture
def channel(tmp_path):
    folders = {name: str(tmp_path) for name in ("data_folder_in", "data_folder_out", "control_folder")}
    with Connection(URL, transport_options=folders) as connection:
        yield connection.channel()


def test_a_message_that_is_being_written_is_not_taken(channel, monkeypatch):
    write = Path.write_bytes
    seen = []

    def slowly(path, data):
        write(path, data[:5])
        with pytest.raises(Empty):
            channel._get("celery")
        seen.append(path)
        return write(path, data)

    monkeypatch.setattr(Path, "write_bytes", slowly)
    channel._put("celery", MESSAGE)

    assert seen
    assert channel._get("celery") == MESSAGE


def test_a_folder_that_is_gone_is_said(channel, tmp_path):
    tmp_path.rmdir()
    with pytest.raises(ChannelError, match="Cannot add"):
        channel._put("celery", MESSAGE)


def test_the_programme_uses_it(settings):
    assert celery.app.connection_for_write(URL).transport_cls == "folder"
    assert settings.CELERY_BROKER_URL.startswith(("folder://", "redis"))
