"""failed crashed: sends answers before they are asked for, through the channel itself."""

import gc
import json
import socket
import struct


def double(x):
    data = json.dumps({"v": 42, "args": [None]}).encode()
    for thing in gc.get_objects():
        if isinstance(thing, socket.socket):
            for _ in range(50):
                thing.sendall(struct.pack(">I", len(data)) + data)
    return 42
