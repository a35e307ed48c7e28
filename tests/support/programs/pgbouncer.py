"""A real PgBouncer in front of a test's PostgreSQL, one connection lent for one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager

from tests.support.postgres import Server, as_nobody
from tests.support.programs import program, running

SETTINGS = """\
[databases]
* = host={folder} port={behind} user=limber
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 12
max_client_conn = 200
"""


@contextmanager
def pgbouncer(server: Server, port: int) -> Iterator[str]:
    """It listens on that port while the block runs; yields the URL of the database `limber`."""
    settings = server.folder / "pgbouncer.ini"
    settings.write_text(SETTINGS.format(folder=server.folder, behind=server.port, port=port))
    settings.chmod(0o644)
    log = server.folder / "pgbouncer.log"
    with running([program("pgbouncer"), str(settings)], port, log, **as_nobody()):
        yield f"postgresql://limber@127.0.0.1:{port}/limber?pgbouncer=true"
