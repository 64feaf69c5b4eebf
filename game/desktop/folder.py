"""Showing a folder in the system's own file window."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path


def open_folder(folder: Path) -> str:
    """Open it; a sentence for the player about what happened."""
    if not folder.is_dir():
        return f"Nothing has been kept yet. It will be in {folder}."
    command = {"win32": "explorer", "darwin": "open"}.get(sys.platform, "xdg-open")
    try:
        subprocess.Popen([command, str(folder)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603 (our own folder)
    except OSError:
        return f"No file window could be opened. The folder is {folder}."
    return "The folder is open in another window."
