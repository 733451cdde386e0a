"""How a connection to the hub is protected, as far as that can be told without a server."""

import pytest

from shared.sync import tls

ON_THIS_MACHINE = ("localhost", "127.0.0.1", "127.8.8.8", "::1", "/var/run/postgresql")
ELSEWHERE = ("hub.example.com", "localhost.example.com", "10.0.0.1", "192.168.1.2", "")
VERIFIED = {"sslmode": "verify-full"}


@pytest.mark.parametrize("host", ON_THIS_MACHINE)
def test_only_what_stays_on_this_machine_may_go_unprotected(host):
    assert tls.settings(host, {"ca": "ca.pem"}) == {"sslmode": "prefer"}
    assert tls.context(host, {}) is None


@pytest.mark.parametrize("host", ELSEWHERE)
@pytest.mark.parametrize(
    ("files", "settings"),
    [
        ({}, {"sslrootcert": "system"}),
        ({"ca": "ca.pem"}, {"sslrootcert": "ca.pem"}),
        (
            {"ca": "ca.pem", "certificate": "c.pem", "key": "k.pem"},
            {"sslrootcert": "ca.pem", "sslcert": "c.pem", "sslkey": "k.pem"},
        ),
        (
            {"certificate": "c.pem", "key": "k.pem"},
            {"sslrootcert": "system", "sslcert": "c.pem", "sslkey": "k.pem"},
        ),
        ({"certificate": "c.pem"}, {"sslrootcert": "system"}),  # neither works alone
        ({"key": "k.pem"}, {"sslrootcert": "system"}),
    ],
)
def test_everything_else_is_verified_in_full(host, files, settings):
    assert tls.settings(host, files) == {**VERIFIED, **settings}


def test_a_socket_of_our_own_verifies_the_server_too():
    made = tls.context("hub.example.com", {})
    assert made
    assert made.check_hostname
