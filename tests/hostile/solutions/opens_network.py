"""failed: calls home."""

import socket


def double(x):
    socket.create_connection(("127.0.0.1", 9), timeout=1)
    return 2 * x
