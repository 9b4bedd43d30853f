"""A PostgreSQL server for tests, from Debian's binaries, on a port of its own."""

import os
import shutil
import socket
import subprocess
import tempfile
from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from pipeline.sinks.servers import engine_of
from pipeline.sinks.tables import metadata

BINARIES = max(Path("/usr/lib/postgresql").glob("*/bin"), default=None)


class PostgresServer:
    """Starts and stops; its one database can be emptied."""

    def __init__(self):
        if BINARIES is None:
            pytest.skip("no PostgreSQL server here: apt-get install postgresql")
        self.folder = Path(tempfile.mkdtemp(prefix="gradewright-"))
        self.data = self.folder / "data"
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        self.address = f"postgresql://postgres@127.0.0.1:{self.port}/postgres"
        if os.geteuid() == 0:  # the server refuses to run as root
            shutil.chown(self.folder, "postgres")
        self.run("initdb", "-D", self.data, "-U", "postgres", "-A", "trust", "-N")

    def run(self, name, *arguments):
        command = [str(BINARIES / name), *map(str, arguments)]
        if os.geteuid() == 0:
            command = ["setpriv", "--reuid=postgres", "--clear-groups", *command]
        done = subprocess.run(
            command, check=False, capture_output=True, text=True, cwd=self.folder
        )
        assert done.returncode == 0, done.stdout + done.stderr

    def start(self):
        options = f"-p {self.port} -k {self.folder} -c listen_addresses=127.0.0.1 -F"
        log = self.folder / "log"
        self.run("pg_ctl", "-D", self.data, "-o", options, "-l", log, "-w", "start")

    def stop(self):
        self.run("pg_ctl", "-D", self.data, "-m", "immediate", "-w", "stop")

    def remove(self):
        self.stop()
        shutil.rmtree(self.folder)

    def empty(self):
        """The address of the database, without rows; it may have tables."""
        engine = engine_of(self.address)
        with engine.begin() as connection:
            tables = [t for t in metadata.tables if inspect(connection).has_table(t)]
            if tables:
                connection.execute(text(f"truncate {', '.join(tables)}"))
        engine.dispose()
        return self.address

    def blank(self):
        """The address of the database, without anything in it."""
        engine = engine_of(self.address)
        with engine.begin() as connection:
            connection.execute(text("drop schema public cascade"))
            connection.execute(text("create schema public"))
        engine.dispose()
        return self.address
