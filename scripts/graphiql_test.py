#!/usr/bin/env python3
"""Runs a query in GraphiQL as a person would, by the DevTools protocol of a headless Chromium.

usage: graphiql_test.py PAGE EMAIL PASSWORD SCREENSHOT
"""

import base64
import json
import os
import re
import socket
import struct
import subprocess
import sys
import tempfile
import time
import urllib.request

QUERY = """query Employees($n: Int!) {
  organization {
    name
    employees(first: $n) {
      totalCount
      pageInfo { hasNextPage endCursor }
      nodes {
        number
        fullName
        department { name }
        manager { fullName }
        attendanceRecords(first: 5) {
          nodes {
            workDate status firstInAt lastOutAt
            workedMinutes lateMinutes
          }
        }
      }
    }
  }
}"""


class WebSocket:
    """A client for text messages (RFC 6455), enough for DevTools."""

    def __init__(self, url):
        host, port, path = re.fullmatch(r"ws://([^:/]+):(\d+)(/.*)", url).groups()
        self.stream = socket.create_connection((host, int(port)), timeout=60).makefile("rwb")
        key = base64.b64encode(os.urandom(16)).decode()
        self.stream.write(
            f"GET {path} HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            f"Sec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n\r\n".encode()
        )
        self.stream.flush()
        status = self.stream.readline()
        if b" 101 " not in status:
            raise ConnectionError(status.decode())
        while self.stream.readline() != b"\r\n":
            pass

    def send(self, text):
        data = text.encode()
        mask = os.urandom(4)
        length = bytes([0x80 | len(data)]) if len(data) < 126 else b"\xff" + struct.pack(">Q", len(data))
        masked = bytes(byte ^ mask[index % 4] for index, byte in enumerate(data))
        self.stream.write(b"\x81" + length + mask + masked)
        self.stream.flush()

    def receive(self):
        message = b""
        while True:
            first, length = self.stream.read(2)
            if length == 126:
                length = struct.unpack(">H", self.stream.read(2))[0]
            elif length == 127:
                length = struct.unpack(">Q", self.stream.read(8))[0]
            data = self.stream.read(length)
            if first & 0x0F in (0, 1):
                message += data
                if first & 0x80:
                    return message.decode()


class Page:
    def __init__(self, socket_url):
        self.socket = WebSocket(socket_url)
        self.number = 0
        self.problems = []

    def call(self, method, **parameters):
        self.number += 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.receive())
            if message.get("method") == "Runtime.exceptionThrown":
                self.problems.append(message["params"]["exceptionDetails"])
            if message.get("method") == "Log.entryAdded" and message["params"]["entry"]["level"] == "error":
                self.problems.append(message["params"]["entry"])
            if message.get("id") == self.number:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"]

    def evaluate(self, expression):
        answer = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in answer:
            raise RuntimeError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def wait_for(self, expression, what, seconds=30):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            value = self.evaluate(expression)
            if value:
                return value
            time.sleep(0.1)
        raise SystemExit(f"graphiql_test: {what} did not show: {self.evaluate('document.body.innerText')[:2000]}")

    def click(self, selector, text=""):
        """Clicks the first element that fits the selector and has the text."""
        box = self.wait_for(
            f"(() => {{ const elements = [...document.querySelectorAll({json.dumps(selector)})];"
            f" const element = elements.find(each => each.innerText.includes({json.dumps(text)}));"
            " if (!element) return null; const box = element.getBoundingClientRect();"
            " return [box.x + box.width / 2, box.y + box.height / 2]; })()",
            f"{selector} {text}",
        )
        for kind in ("mousePressed", "mouseReleased"):
            self.call("Input.dispatchMouseEvent", type=kind, x=box[0], y=box[1], button="left", clickCount=1)

    def fill(self, editor, text):
        """Puts text into a CodeMirror editor, as a paste does."""
        self.wait_for(f"!!document.querySelector({json.dumps(editor)})?.CodeMirror", editor)
        self.evaluate(f"document.querySelector({json.dumps(editor)}).CodeMirror.setValue({json.dumps(text)})")


def sign_in(page, email, password):
    body = {
        "query": "mutation ($i: AuthLoginInput!) { authLogin(input: $i) { tokens { accessToken } } }",
        "variables": {"i": {"identifier": email, "password": password}},
    }
    request = urllib.request.Request(page, json.dumps(body).encode(), {"Content-Type": "application/json"})
    with urllib.request.urlopen(request, timeout=30) as reply:
        return json.load(reply)["data"]["authLogin"]["tokens"]["accessToken"]


def open_browser(profile):
    arguments = [
        "chromium", "--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
        "--window-size=1600,1000", "--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank",
    ]
    if os.geteuid() == 0:
        arguments.insert(1, "--no-sandbox")
    browser = subprocess.Popen(arguments, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    end = time.monotonic() + 60
    while time.monotonic() < end and browser.poll() is None:
        try:
            with open(f"{profile}/DevToolsActivePort", encoding="ascii") as file:
                port = file.readline().strip()
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/json/list", timeout=30) as reply:
                targets = [target for target in json.load(reply) if target["type"] == "page"]
            if targets:
                return browser, Page(targets[0]["webSocketDebuggerUrl"])
        except OSError:
            pass
        time.sleep(0.1)
    raise SystemExit("graphiql_test: chromium did not start")


def run_query(page, address, token):
    for domain in ("Page", "Runtime", "Log"):
        page.call(f"{domain}.enable")
    page.call("Emulation.setDeviceMetricsOverride", width=1600, height=1000, deviceScaleFactor=1, mobile=False)
    page.call("Page.navigate", url=address)
    page.wait_for("!!document.querySelector('.graphiql-execute-button')", "the page")
    page.fill(".graphiql-query-editor .CodeMirror", QUERY)
    tool = ".graphiql-editor-tool .graphiql-editor:not(.hidden) .CodeMirror"
    page.click(".graphiql-editor-tools button", "Headers")
    page.fill(tool, json.dumps({"Authorization": f"Bearer {token}"}, indent=2))
    page.click(".graphiql-editor-tools button", "Variables")
    page.fill(tool, '{ "n": 3 }')
    page.click(".graphiql-execute-button")
    text = page.wait_for(
        "(() => { const editor = document.querySelector('.result-window .CodeMirror');"
        " return editor && editor.CodeMirror && editor.CodeMirror.getValue(); })()",
        "the result",
    )
    return json.loads(text)


def expect(truth, message):
    if not truth:
        raise SystemExit(f"graphiql_test: {message}")


def check(result, page):
    expect("errors" not in result, f"the result has errors: {result.get('errors')}")
    employees = result["data"]["organization"]["employees"]
    expect(len(employees["nodes"]) == 3, f"three employees were asked for: {result}")
    expect(employees["totalCount"] > 3 and employees["pageInfo"]["hasNextPage"], f"there are more: {result}")
    expect(any(node["attendanceRecords"]["nodes"] for node in employees["nodes"]), f"nobody worked: {result}")
    shown = page.evaluate("document.querySelector('.result-window').innerText")
    expect(employees["nodes"][0]["fullName"] in shown, "the result is not to be seen")
    # GraphiQL reads the schema by introspection; without it a field's documentation would be missing.
    expect(page.evaluate("!document.body.innerText.includes('Error fetching schema')"), "the schema was not read")
    expect(not page.problems, f"the browser reports problems: {page.problems}")


def main():
    address, email, password, screenshot = sys.argv[1:]
    token = sign_in(address, email, password)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser, page = open_browser(profile)
        try:
            result = run_query(page, address, token)
            picture = page.call("Page.captureScreenshot", format="png")["data"]
            with open(screenshot, "wb") as file:
                file.write(base64.b64decode(picture))
            check(result, page)
        finally:
            browser.terminate()
            browser.wait()
    print(f"GraphiQL works: {screenshot}")


if __name__ == "__main__":
    main()
