"""A ticket machine's page, served by a thread, that answers as a test wants it."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from tests.support import patience


class Page(BaseHTTPRequestHandler):
    """Answers what the test put into the server: `answer(handler)`."""

    server: "Server"

    def do_GET(self):
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answer(self)

    def say(self, body, status=200, kind="application/json"):
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    """A ticket machine's page."""

    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Page)
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.answer: Callable[[Page], None] = lambda page: page.say(b"")
        self.over = threading.Event()
        self.address = f"http://127.0.0.1:{self.server_port}/api/queue?hall=7"

    def handle_error(self, *_):
        """A client that hung up is what some of these tests are about."""


def answers(machine, value, status=200):
    machine.answer = lambda page: page.say(json.dumps(value).encode(), status)


def stall(page):
    page.server.over.wait(2 * patience.SECONDS)


def drip(page):
    """A byte now and then: every ordinary timeout starts anew."""
    while not page.server.over.wait(0.1):
        page.wfile.write(b"H")


def drip_body(page):
    page.send_response(200)
    page.send_header("Content-Length", "100000")
    page.end_headers()
    drip(page)


def break_off(page):
    page.send_response(200)
    page.send_header("Content-Length", "100000")
    page.end_headers()
    page.wfile.write(b'{"n": 3}')
