"""Where the story and the baked assets are: beside the code, or inside the installed package."""

from __future__ import annotations

from pathlib import Path


def root() -> Path:
    """The folder that holds `story/` and `assets/`, in a checkout as in an installed package."""
    package = Path(__file__).resolve().parent
    installed = package / "_bundle"
    return installed if installed.is_dir() else package.parent
