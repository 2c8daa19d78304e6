"""A name server for tests, on a free UDP port of loopback, which it prints. It knows TXT records only.

Usage: dns_server.py NAME=TEXT ... ; a name ending in .silent gets no answer, one ending in .broken SERVFAIL.
"""
import os
import socket
import struct
import sys
import threading
import time


def question_of(query):
    labels, position = [], 12
    while query[position]:
        length = query[position]
        labels.append(query[position + 1:position + 1 + length].decode())
        position += 1 + length
    return ".".join(labels).lower(), query[12:position + 5]


def record(text):
    data = text.encode()
    parts = [data[start:start + 255] for start in range(0, len(data), 255)] or [b""]
    payload = b"".join(bytes([len(part)]) + part for part in parts)
    return b"\xc0\x0c" + struct.pack(">HHIH", 16, 1, 60, len(payload)) + payload


def answer(query, records):
    name, question = question_of(query)
    if name.endswith(".silent"):
        return None
    texts = [text for key, text in records if key == name]
    known = texts or any(key.endswith("." + name) for key, _ in records)
    code = 2 if name.endswith(".broken") else 0 if known else 3
    header = query[:2] + struct.pack(">HHHHH", 0x8180 | code, 1, len(texts), 0, 0)
    return header + question + b"".join(record(text) for text in texts)


def serve(server, records):
    while True:
        query, sender = server.recvfrom(4096)
        message = answer(query, records)
        if message:
            server.sendto(message, sender)


known_records = [tuple(argument.split("=", 1)) for argument in sys.argv[1:]]
udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
udp.bind(("127.0.0.1", 0))
print(udp.getsockname()[1], flush=True)
threading.Thread(target=serve, args=(udp, known_records), daemon=True).start()
# Ends with the tests, whatever becomes of them.
tests = os.getppid()
while os.getppid() == tests:
    time.sleep(1)
