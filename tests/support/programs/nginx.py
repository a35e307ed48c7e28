"""A real nginx on loopback, with the file of deploy/ and nothing of it changed but addresses."""

import os
import ssl
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.programs import program, running

SITE = Path(__file__).parents[3] / "deploy" / "nginx.conf"
AROUND = """\
{user}daemon off;
pid {folder}/pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/limber.conf;
}}
"""


@contextmanager
def nginx(folder: Path, port: int, upstreams: Sequence[str]) -> Iterator[ssl.SSLContext]:
    """It serves https on that port while the block runs; yields who trusts its certificate.

    `upstreams` are the replicas, as host:port.
    """
    folder.mkdir()
    certificate, key = _certificate(folder)
    site = SITE.read_text()
    for theirs, ours in (
        ("server 127.0.0.1:8080;", " ".join(f"server {each};" for each in upstreams)),
        ("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;"),
        ("/etc/letsencrypt/live/bot.example.org/fullchain.pem", str(certificate)),
        ("/etc/letsencrypt/live/bot.example.org/privkey.pem", str(key)),
    ):
        assert theirs in site
        site = site.replace(theirs, ours)
    (folder / "limber.conf").write_text(site)
    user = "user root;\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user))
    command = [program("nginx"), "-p", str(folder), "-c", str(folder / "nginx.conf")]
    with running(command, port, folder / "log"):
        yield ssl.create_default_context(cafile=str(certificate))


def _certificate(folder: Path) -> tuple[Path, Path]:
    certificate, key = folder / "own.pem", folder / "key.pem"
    subject = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    made = ["-keyout", str(key), "-out", str(certificate), "-days", "3650"]
    new = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run([program("openssl"), *new, *subject, *made], check=True, capture_output=True)
    return certificate, key
