"""The page in a real browser: it is searched, read and moved, by hand and by keys, and runs nothing else."""

from __future__ import annotations

import base64
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

from game.workshop.generated import generated
from game.workshop.map import page
from tests.browser import INSTALLED, Browser, browser
from tests.workshop.map.tale import charted, write

pytestmark = [
    pytest.mark.campaign,
    pytest.mark.skipif(not INSTALLED, reason="needs Chromium and its driver: chromium, chromium-driver"),
]
ROOT = Path(__file__).resolve().parents[3]
ENTER, ESCAPE, RIGHT = "\ue007", "\ue00c", "\ue014"
HEADING = "return document.querySelector('#panel:not([hidden]) h2')?.textContent"
EDGES = "const box = document.getElementById('{}').getBoundingClientRect(); return [box.left, box.right]"
LEGEND = "return document.getElementById('legend').hidden"
SEEN = "return document.getElementById('map').toDataURL('image/png').length"


@pytest.fixture(scope="module")
def window(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with browser(tmp_path_factory.mktemp("browser")) as found:
        found.size(1280, 720)
        yield found


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("shipped"), ROOT / "story", 20)


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A thousand nodes."""
    folder = tmp_path_factory.mktemp("long")
    generated(1000, seed=1).write(folder / "story")
    return written(folder, folder / "story", 20)


@pytest.fixture(scope="module")
def tale(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("tale")
    (folder / "story").mkdir()
    return written(folder, write(folder / "story"), 20)


def written(folder: Path, story: Path, seconds: float) -> Path:
    path = folder / "map.html"
    drawn = page(charted(story, seconds), "python main.py play", ROOT / "assets" / "fonts")
    path.write_text(drawn, encoding="utf-8", newline="\n")
    return path


def settled(window: Browser) -> int:
    """How many letters the picture has that is drawn, once it no longer changes: no two are alike in that."""
    before, now = -1, int(window.run(SEEN))
    for _ in range(100):
        if now == before:
            break
        time.sleep(0.2)
        before, now = now, int(window.run(SEEN))
    return now


def middle(window: Browser) -> tuple[float, float]:
    """The middle of the ground beside the search."""
    left = float(window.run("return document.getElementById('side').getBoundingClientRect().right"))
    return (left + 1280) / 2, 360


def press_to_change(window: Browser, keys: str) -> None:
    before = settled(window)
    window.press(keys)
    assert settled(window) != before, f"{keys!r} changed nothing"


def test_the_shipped_story_is_searched_and_read(window: Browser, shipped: Path) -> None:
    window.open(shipped)
    assert window.run("return document.title").endswith(": the map")
    window.type("#asked", "herald")
    assert window.run("return document.querySelectorAll('#hits li').length") > 5
    window.type("#asked", ENTER)
    first = window.run(HEADING)
    assert first.startswith("herald")
    window.type("#asked", ENTER)
    assert window.run(HEADING) not in (first, None)
    text = window.run("return document.getElementById('panel').innerText")
    assert "prelude/herald.yaml:" in text
    assert "python main.py play --at herald" in text
    assert "Reached in" in text
    assert window.complaints() == []


def test_a_node_is_opened_by_a_click_and_its_links_lead_on(window: Browser, shipped: Path) -> None:
    window.open(shipped)
    window.type("#asked", f"clef.post{ENTER}")
    assert window.run(HEADING) == "clef.post"
    window.type("#asked", ESCAPE)
    window.press(ESCAPE)
    assert window.run(HEADING) is None
    settled(window)
    window.drag(middle(window))
    assert window.run(HEADING) == "clef.post"
    target = window.run("return document.querySelector('#panel .roads .link').textContent")
    window.run("document.querySelector('#panel .roads .link').click()")
    assert window.run(HEADING) == target
    assert window.run("return location.hash") == f"#{target}"
    window.open(shipped, "#clef.road")
    assert window.run(HEADING) == "clef.road"
    window.run("location.hash = '#clef.hour'")
    assert window.soon(HEADING + " === 'clef.hour'")
    assert window.complaints() == []


@pytest.mark.parametrize("story", ["shipped", "long"])
def test_it_is_moved_and_zoomed_by_hand(window: Browser, story: str, request: pytest.FixtureRequest) -> None:
    window.open(request.getfixturevalue(story))
    views = [settled(window)]
    x, y = middle(window)
    for _ in range(4):
        window.wheel(x, y, -300)
    views.append(settled(window))
    window.drag((x, y), (x - 150, y - 60), (x - 300, y - 120))
    views.append(settled(window))
    window.chrome("Input.synthesizePinchGesture", x=round(x), y=round(y), scaleFactor=0.5)
    views.append(settled(window))
    assert len(set(views)) == 4
    assert window.run(HEADING) is None, "a drag is no click"
    window.run("document.getElementById('fit').click()")
    assert settled(window) == views[0]
    assert window.complaints() == []


def test_keys_alone_are_enough(window: Browser, long: Path) -> None:
    window.open(long)
    window.run("document.getElementById('map').focus()")
    for keys in ("+", "++", RIGHT, "-"):
        press_to_change(window, keys)
    window.press("0" + ENTER)
    opened = window.run(HEADING)
    assert opened
    window.press("n")
    assert window.run(HEADING) not in (opened, None)
    window.press("p")
    assert window.run(HEADING) == opened
    window.press("/luck")
    assert window.run("return document.activeElement.id") == "asked"
    window.press(ENTER)
    assert "luck" in window.run(HEADING)
    window.press(ESCAPE)
    assert window.run("return document.activeElement.id") == "map"
    hidden = window.run(LEGEND)
    window.press("l")
    assert window.run(LEGEND) is not hidden
    window.press(ESCAPE)
    assert window.run(HEADING) is None
    window.press(ESCAPE)
    assert window.run("return document.getElementById('asked').value + location.hash") == ""
    assert window.complaints() == []


def test_of_a_very_long_walk_the_end_is_told_and_all_on_demand(window: Browser, long: Path) -> None:
    window.open(long, "#c23.start")
    steps = "return document.querySelectorAll('#panel .walk li').length"
    told = window.run("return document.querySelector('#panel .walk').previousSibling.textContent")
    assert told.endswith("steps; these are the last")
    assert window.run(steps) == 40
    window.run("document.querySelector('#panel .walk').previousSibling.click()")
    assert f"{window.run(steps):,}" in told
    assert window.complaints() == []


def test_a_thousand_nodes_move_smoothly(window: Browser, long: Path) -> None:
    window.open(long)
    settled(window)
    press = (
        "document.getElementById('map').dispatchEvent("
        "new KeyboardEvent('keydown', {key: 'ArrowRight', bubbles: true}))"
    )
    assert median(window.frames(40, press)) < 40, "milliseconds a frame, on any machine that is not choking"


def test_a_hostile_story_runs_nothing(window: Browser, tale: Path) -> None:
    """An alert would make the driver refuse its next command; the page's rules stop what they do not know."""
    window.open(tale)
    window.type("#asked", f"alert{ENTER}")
    assert window.run(HEADING) == "square"
    window.run("document.querySelectorAll('#panel details').forEach((one) => { one.open = true; })")
    assert "<script>alert(1)" in window.run("return document.getElementById('panel').innerText")
    assert (
        window.run("return document.querySelectorAll('#panel script, #panel img, #hits script').length") == 0
    )
    assert window.complaints() == []
    window.run(
        "const one = document.createElement('script'); one.textContent = 'window.ran = 1';"
        "document.body.append(one)"
    )
    assert window.run("return window.ran") is None
    assert any("Content Security Policy" in one for one in window.complaints())


def test_every_sign_of_the_story_is_read_out(window: Browser, tale: Path) -> None:
    window.open(tale)
    legend = window.run("return document.getElementById('legend').innerText")
    for words in ("cannot be reached", "stuck", "fault", "beginning", "ending", "song", "chance", "detour"):
        assert words in legend
    window.run("document.getElementById('overview').click()")
    assert window.run("return document.getElementById('panel').getAttribute('aria-live')") == "polite"
    window.run("document.querySelector('#panel details').open = true")
    assert window.soon("return document.querySelectorAll('#panel details li').length") == 8
    window.open(tale, "#pit")
    text = window.run("return document.getElementById('panel').innerText")
    assert "How every ending is lost" in text
    assert "square/fall_in" in text


def test_it_fits_a_small_window_and_keeps_still_if_asked(window: Browser, shipped: Path) -> None:
    window.size(800, 600)
    still = [{"name": "prefers-reduced-motion", "value": "reduce"}]
    window.chrome("Emulation.setEmulatedMedia", features=still)
    try:
        window.open(shipped)
        window.type("#asked", f"rope{ENTER}")
        left, right = (window.run(EDGES.format(name)) for name in ("side", "panel"))
        assert 0 <= left[0] < left[1] < right[0] < right[1] <= 800
        time.sleep(0.1)
        assert window.run(SEEN) == settled(window)
        assert window.run("return document.documentElement.scrollWidth") <= 800
    finally:
        window.chrome("Emulation.setEmulatedMedia", features=[])
        window.size(1280, 720)


def test_it_prints(window: Browser, shipped: Path) -> None:
    window.open(shipped)
    before = settled(window)
    printed = base64.b64decode(window.chrome("Page.printToPDF", printBackground=True)["data"])
    assert printed.startswith(b"%PDF")
    assert len(printed) > 20_000
    assert settled(window) == before
