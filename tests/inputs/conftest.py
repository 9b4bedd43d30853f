"""A web server of our own."""

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest


class Site:
    """Pages by path: status, headers and bytes; and what was asked for."""

    def __init__(self):
        self.pages = {}
        self.asked = []

    def put(self, path, data=b"", status=200, **headers):
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        self.pages[path] = (status, sent, data)

    @property
    def visited(self):
        """The paths asked for, beside robots.txt."""
        return [path for path, _ in self.asked if path != "/robots.txt"]

    def address(self, path):
        return f"http://127.0.0.1:{self.port}{path}"


@pytest.fixture
def site():
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            site.asked.append((self.path, dict(self.headers)))
            page = site.pages.get(self.path, (404, {}, b"not found"))
            status, headers, data = page() if callable(page) else page
            if headers.get("ETag") and headers["ETag"] == self.headers["If-None-Match"]:
                status, data = 304, b""
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
    thread.start()
    yield site
    server.shutdown()
    server.server_close()
    thread.join()
