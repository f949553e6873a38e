"""`swift_server.py PORT FOLDER SECRET`: OpenStack Swift as an S3 server on one machine, all of it in one process.

Runs in the environment of Swift's own (`trials.machines.object_store`) and imports nothing of the project. What is
kept lies in FOLDER and in memory, and is gone with the process. One account, `mentoring:photos`, with this SECRET.
"""

import sys
from array import array
from pathlib import Path

import eventlet

eventlet.monkey_patch()
from eventlet import wsgi  # noqa: E402
from swift.common.ring import RingData  # noqa: E402
from swift.common.utils import set_swift_dir  # noqa: E402
from swift.common.wsgi import loadapp  # noqa: E402

BACKENDS = {"account": "account", "container": "container", "object": "mem_object"}
BACKEND = """[DEFAULT]
swift_dir = {folder}
devices = {folder}
mount_check = false
disable_fallocate = true
bind_port = {port}
[app:main]
use = egg:swift#{app}
"""
PROXY = """[DEFAULT]
swift_dir = {folder}
bind_port = {port}
[pipeline:main]
pipeline = catch_errors gatekeeper healthcheck listing_formats s3api tempauth copy slo proxy-server
[filter:catch_errors]
use = egg:swift#catch_errors
[filter:gatekeeper]
use = egg:swift#gatekeeper
[filter:healthcheck]
use = egg:swift#healthcheck
[filter:listing_formats]
use = egg:swift#listing_formats
[filter:s3api]
use = egg:swift#s3api
location = us-east-1
[filter:tempauth]
use = egg:swift#tempauth
user_mentoring_photos = {secret} .admin
[filter:copy]
use = egg:swift#copy
[filter:slo]
use = egg:swift#slo
[app:proxy-server]
use = egg:swift#proxy
account_autocreate = true
"""
HASHES = """[swift-hash]
swift_hash_path_prefix = trial
swift_hash_path_suffix = trial
[storage-policy:0]
name = only
default = yes
"""


def listening():
    """A socket that listens on a free port of this machine."""
    return eventlet.listen(("127.0.0.1", 0))


def save_ring(folder, kind, port):
    """A ring with one device."""
    device = {"id": 0, "device": "disk", "zone": 1, "region": 1, "weight": 1.0}
    device |= {
        "ip": "127.0.0.1",
        "port": port,
        "replication_ip": "127.0.0.1",
        "replication_port": port,
        "meta": "",
    }
    RingData([array("H", [0] * 16)], [device], 28).save(str(folder / f"{kind}.ring.gz"))


def serve(folder, name, socket, configuration):
    """One of the servers, beside the others in this process."""
    path = folder / f"{name}.conf"
    path.write_text(configuration)
    eventlet.spawn(wsgi.server, socket, loadapp(str(path)), log_output=False)


def main(port, folder, secret):
    """Until it is ended."""
    (folder / "disk").mkdir(parents=True, exist_ok=True)
    (folder / "swift.conf").write_text(HASHES)
    set_swift_dir(str(folder))
    sockets = {kind: listening() for kind in BACKENDS}
    for kind, socket in sockets.items():
        save_ring(folder, kind, socket.getsockname()[1])
    for kind, socket in sockets.items():
        filled = BACKEND.format(folder=folder, port=socket.getsockname()[1], app=BACKENDS[kind])
        serve(folder, kind, socket, filled)
    proxy = PROXY.format(folder=folder, port=port, secret=secret)
    serve(folder, "proxy", eventlet.listen(("127.0.0.1", port)), proxy)
    eventlet.sleep(24 * 3600)


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
