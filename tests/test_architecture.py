"""The house keeps its shape: layers, module sizes, names."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "game").rglob("*.py"))
LONGEST = 400
EMPTY_WORDS = ("manager", "handler", "helper", "utils", "util", "base", "process", "data", "info")


def name_of(path: Path) -> str:
    return str(path.relative_to(ROOT))


def test_data_flows_one_way() -> None:
    """The layers of pyproject.toml hold: no room imports one above it, the core is pure."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    done = subprocess.run(  # noqa: S603  (our own interpreter, our own words)
        [sys.executable, "-c", command, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_a_module_is_small_and_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= LONGEST, "split it by purpose"
    if source:
        docstring = ast.get_docstring(ast.parse(source))
        assert docstring, "a module opens with what it is for"


def test_no_room_has_an_empty_name() -> None:
    """A module is named after what it does; names that fit everything say nothing."""
    empty = [name_of(path) for path in MODULES if set(path.stem.lower().split("_")) & set(EMPTY_WORDS)]
    assert empty == []
    classes = [
        node.name
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ClassDef)
    ]
    assert [
        name for name in classes if name.lower().endswith(("manager", "handler", "helper", "utils"))
    ] == []


def test_the_project_speaks_of_itself_only() -> None:
    """No path of somebody's machine stands in what is shipped."""
    suspicious = ("/home/", "/root/", "/work/", "/tmp/")  # noqa: S108  (looked for, not used)
    found = [
        f"{name_of(path)}: {mark}"
        for folder in ("game", "story", "assets/forge")
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix in {".py", ".md", ".yaml", ".json"}
        for mark in suspicious
        if mark in path.read_text(encoding="utf-8")
    ]
    assert found == []
