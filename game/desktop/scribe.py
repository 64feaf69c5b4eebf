"""Writing saves, settings and thumbnails away from the frame loop, and all of it before the end."""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Lock, Thread

from game.saves import SaveError

Job = Callable[[], object]


class Scribe:
    """A thread that does one thing after another; what goes wrong is kept as a sentence for the player."""

    def __init__(self) -> None:
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._lock = Lock()
        self._complaint = ""
        self._thread = Thread(target=self._work, name="scribe", daemon=True)
        self._thread.start()

    def later(self, job: Job) -> None:
        """Do this after everything asked for before."""
        self._jobs.put(job)

    def complaint(self) -> str:
        """What could not be written since one last asked; empty if all went well."""
        with self._lock:
            complaint, self._complaint = self._complaint, ""
        return complaint

    def close(self) -> None:
        """Finish everything that was asked for."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except (SaveError, OSError) as error:
                with self._lock:
                    self._complaint = str(error)
