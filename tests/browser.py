"""A browser without a screen, for tests of what opens in one: Chromium, driven by the W3C's WebDriver."""

from __future__ import annotations

import base64
import itertools
import json
import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.error import HTTPError, URLError
from urllib.request import Request, urlopen

CHROMIUM = shutil.which("chromium") or shutil.which("google-chrome")
DRIVER = shutil.which("chromedriver")
INSTALLED = bool(CHROMIUM and DRIVER)
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_STARTS_WITHIN = 20.0


class Browser:
    """One window of it."""

    def __init__(self, address: str) -> None:
        self._address = address

    def ask(self, method: str, path: str, **said: Any) -> Any:
        """Send one command, and give its value."""
        body = json.dumps(said).encode() if method == "POST" else None
        request = Request(  # noqa: S310  (our own driver, on this machine)
            self._address + path, body, {"Content-Type": "application/json"}, method=method
        )
        try:
            with urlopen(request, timeout=120) as answer:  # noqa: S310
                return json.load(answer)["value"]
        except HTTPError as refused:
            raise AssertionError(json.load(refused)["value"]["message"]) from None

    def open(self, page: Path, fragment: str = "") -> None:
        """Open a file, and wait until it is drawn."""
        self.ask("POST", "/url", url="about:blank")
        self.ask("POST", "/url", url=page.resolve().as_uri() + fragment)

    def run(self, script: str) -> Any:
        """Run the body of a function in the page, and give what it returns."""
        return self.ask("POST", "/execute/sync", script=script, args=[])

    def soon(self, script: str, seconds: float = 5.0) -> Any:
        """Run it until it returns something true, and give that."""
        end = time.monotonic() + seconds
        while not (found := self.run(script)) and time.monotonic() < end:
            time.sleep(0.05)
        assert found, f"never true: {script}"
        return found

    def frames(self, count: int, each: str) -> list[float]:
        """Do something once a frame, and give the milliseconds from each frame to the next."""
        script = (
            "const done = arguments[arguments.length - 1]; const times = [];"
            f"const go = (now) => {{ times.push(now); if (times.length > {count}) done(times);"
            f" else {{ {each}; requestAnimationFrame(go); }} }}; requestAnimationFrame(go);"
        )
        times = self.ask("POST", "/execute/async", script=script, args=[])
        return [later - sooner for sooner, later in itertools.pairwise(times)]

    def type(self, selector: str, keys: str) -> None:
        """Type into an element."""
        found = self.ask("POST", "/element", using="css selector", value=selector)[_ELEMENT]
        self.ask("POST", f"/element/{found}/value", text=keys)

    def press(self, keys: str) -> None:
        """Press keys, one after another, wherever the focus is."""
        strokes = [{"type": kind, "value": key} for key in keys for kind in ("keyDown", "keyUp")]
        self._act({"type": "key", "id": "keys", "actions": strokes})

    def drag(self, start: tuple[float, float], *points: tuple[float, float]) -> None:
        """Press the pointer at a point, move it over others, and let it go; without others it is a click."""
        moves = [
            {"type": "pointerMove", "duration": 30, "x": round(x), "y": round(y)} for x, y in (start, *points)
        ]
        actions = [
            moves[0],
            {"type": "pointerDown", "button": 0},
            *moves[1:],
            {"type": "pointerUp", "button": 0},
        ]
        self._act({"type": "pointer", "id": "mouse", "actions": actions})

    def wheel(self, x: float, y: float, turn: int) -> None:
        """Turn the wheel over a point of the window."""
        scroll = {"type": "scroll", "x": round(x), "y": round(y), "deltaX": 0, "deltaY": turn, "duration": 0}
        self._act({"type": "wheel", "id": "wheel", "actions": [scroll]})

    def _act(self, source: dict[str, Any]) -> None:
        self.ask("POST", "/actions", actions=[source])

    def size(self, width: int, height: int) -> None:
        """Make what the page sees so large."""
        self.ask(
            "POST",
            "/goog/cdp/execute",
            cmd="Emulation.setDeviceMetricsOverride",
            params={"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False},
        )

    def chrome(self, command: str, **told: Any) -> Any:
        """Ask the browser's own protocol."""
        return self.ask("POST", "/goog/cdp/execute", cmd=command, params=told)

    def picture(self, path: Path) -> None:
        """Write what is seen as a PNG file."""
        path.write_bytes(base64.b64decode(self.ask("GET", "/screenshot")))

    def complaints(self) -> list[str]:
        """Give what the console has said since it was asked last: errors, and rules that were broken."""
        return [one["message"] for one in self.ask("POST", "/se/log", type="browser")]


@contextmanager
def browser(folder: Path) -> Iterator[Browser]:
    """Start a browser that keeps everything in a folder, and end it."""
    assert CHROMIUM
    assert DRIVER
    log = folder / "driver.txt"
    with log.open("w") as said:
        driver = subprocess.Popen(  # noqa: S603
            [DRIVER, "--port=0"],
            stdout=said,
            stderr=subprocess.STDOUT,
            env={**os.environ, "TMPDIR": str(folder)},
        )
        session = ""
        try:
            address = f"http://127.0.0.1:{_port(log)}"
            session = f"{address}/session/{_session(address, folder)}"
            yield Browser(session)
        finally:
            if session:
                Browser(session).ask("DELETE", "")
            driver.terminate()
            driver.wait(20)


def _port(log: Path) -> int:
    end = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < end:
        for line in log.read_text().splitlines():
            if "started successfully on port" in line:
                return int(line.rstrip(".").split()[-1])
        time.sleep(0.05)
    raise AssertionError(log.read_text())


def _session(address: str, folder: Path) -> str:
    words = ["--headless=new", "--disable-gpu", "--hide-scrollbars", f"--user-data-dir={folder / 'profile'}"]
    if os.geteuid() == 0:  # a container's only user cannot make a sandbox
        words.append("--no-sandbox")
    wanted = {
        "goog:chromeOptions": {"binary": CHROMIUM, "args": words},
        "goog:loggingPrefs": {"browser": "ALL"},
    }
    try:
        answer = Browser(address).ask("POST", "/session", capabilities={"alwaysMatch": wanted})
    except URLError as reason:
        raise AssertionError(f"the driver does not answer: {reason}") from None
    return str(answer["sessionId"])
