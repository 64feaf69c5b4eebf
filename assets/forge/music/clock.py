"""When a beat is: a tempo that bends, as seconds."""

from fractions import Fraction

from assets.forge.music.notation import level_at

RATE = 44100
BLOCK = 64  # the synthesiser's step: a loop of whole blocks is rendered alike each time round
GRID = 96  # points per beat on which the tempo is added up

TempoMark = tuple[float, float]  # beat, beats per minute


def tempo_marks(written: list[list[float | str]], metre: Fraction) -> list[TempoMark]:
    """`[[3.2, 80], …]` as marks: bar 3, two beats in, 80 a minute; straight lines between, `=` steps."""
    marks: list[TempoMark] = []
    for where, speed, *step in written:
        bar = int(float(where))
        beat = (bar - 1) * float(metre) + round((float(where) - bar) * 10, 3)
        if step and marks:
            marks.append((beat - 1e-6, marks[-1][1]))
        marks.append((beat, float(speed)))
    return marks


class Clock:
    """Beats to seconds; `samples` is the whole, a multiple of 64. A loop's time goes round."""

    def __init__(self, marks: list[TempoMark], beats: Fraction, *, loop: bool) -> None:
        self.loop = loop
        seconds = [0.0]
        for point in range(int(beats * GRID)):
            seconds.append(seconds[-1] + 60 / level_at(marks, (point + 0.5) / GRID) / GRID)
        exact = seconds[-1] * RATE
        self.samples = max(BLOCK, round(exact / BLOCK) * BLOCK)
        self._seconds = [second * self.samples / exact for second in seconds]

    @property
    def seconds(self) -> float:
        """How long the piece is, without what rings on after its end."""
        return self.samples / RATE

    def time(self, beat: float) -> float:
        """The second of a beat; before the start or after the end, that of the pass before or after."""
        last = len(self._seconds) - 1
        at = float(beat) * GRID
        if at < 0:
            return self.time(beat + last / GRID) - self.seconds
        if at >= last:
            past = beat - last / GRID
            step = self._seconds[-1] - self._seconds[-2]
            return self.seconds + (self.time(past) if self.loop and past > 0 else past * GRID * step)
        point = int(at)
        return self._seconds[point] + (self._seconds[point + 1] - self._seconds[point]) * (at - point)
