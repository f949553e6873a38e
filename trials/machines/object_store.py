"""OpenStack Swift as an S3 server of this machine, with one private bucket."""

import time
from contextlib import contextmanager

import boto3
import requests

from mentoring.lib.s3 import CLIENT
from trials.harness.processes import Process, free_port
from trials.journeys.independent_provider import COMMAND, FOLDER, is_made

BUCKET, REGION = "photos", "us-east-1"
ACCESS, SECRET = "mentoring:photos", "a-secret-of-swift/+"
SERVER = "trials/machines/swift_server.py"
START_TIMEOUT_SECONDS = 60
WHY_NOT = f"Swift is missing: {COMMAND}"


def is_there():
    """Whether there is a Swift to start."""
    return is_made()


@contextmanager
def running_store(folder):
    """The settings by which the programme finds the bucket; the server ends with the block."""
    port = free_port()
    command = [str(FOLDER / "bin" / "python"), SERVER, str(port), str(folder), SECRET]
    server = Process(command, None, folder / "log")
    try:
        wait_until_well(f"http://127.0.0.1:{port}/healthcheck", server)
        client(port).create_bucket(Bucket=BUCKET)
        yield settings(port)
    finally:
        server.stop()


def settings(port):
    """As an operator writes them."""
    return {
        "PHOTO_BUCKET": f"http://127.0.0.1:{port}/{BUCKET}",
        "PHOTO_BUCKET_KEY": f"{ACCESS}:{SECRET}",
        "PHOTO_BUCKET_REGION": REGION,
    }


def client(port, *, access=ACCESS, secret=SECRET):
    """Hands at the server, past all code of the product."""
    return boto3.client(
        "s3",
        endpoint_url=f"http://127.0.0.1:{port}",
        aws_access_key_id=access,
        aws_secret_access_key=secret,
        region_name=REGION,
        config=CLIENT,
    )


def wait_until_well(url, server):
    """Until it says so. SystemExit with the end of its log otherwise."""
    until = time.monotonic() + START_TIMEOUT_SECONDS
    while time.monotonic() < until and server.child.poll() is None:
        try:
            if requests.get(url, timeout=5).status_code == 200:
                return
        except requests.exceptions.RequestException:
            time.sleep(0.2)
    raise SystemExit(f"Swift does not answer:\n{server.log.read_text(errors='replace')[-3000:]}")
