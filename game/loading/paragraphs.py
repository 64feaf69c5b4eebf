"""Putting prose together: words, emphasis, paragraphs, and the blocks that are open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.expression.asked import AskedGuard
from game.loading.prose_tree import RawBranch, RawPick, RawPiece
from game.loading.typography import curl
from game.model.text import ParagraphBreak, Words

BREAK = ParagraphBreak()


@dataclass(slots=True)
class Block:
    """An open `{if}` or `{pick}`, or (without a tag) the prose itself."""

    tag: str
    opened: int
    """Where its brace stands."""
    pieces: list[RawPiece]
    before: str = ""
    joined: bool = False
    emphasis: int | None = None
    whole: RawBranch | RawPick = field(default_factory=lambda: RawBranch([]))
    guard: AskedGuard | None = None
    has_else: bool = False
    any_joined: bool = False


class Paragraphs:
    """What has been written so far. Every case of a block begins as if the others were not there."""

    def __init__(self, unclosed: Callable[[int], None]) -> None:
        """`unclosed` is told where emphasis began that has no end."""
        self.blocks = [Block("", 0, [])]
        self._unclosed = unclosed
        self._words: list[str] = []
        """Finished words of the piece that is being written."""
        self._raw: list[str] = []
        """Words behind them that wait for their quotes and dashes."""
        self._before = ""
        """What was written last in this paragraph, for the shape of a quote."""
        self._joined = False
        """Whether a line of this paragraph came before, so that a blank stands between."""
        self._emphasis: int | None = None
        """Where the emphasis began that is open."""

    @property
    def pieces(self) -> list[RawPiece]:
        """The pieces of the innermost block."""
        return self.blocks[-1].pieces

    # ---- words -----------------------------------------------------------------------------------

    def add(self, text: str) -> None:
        """Write words."""
        self._raw.append(text)

    def literal(self, sign: str) -> None:
        """Write a sign that stays as it is."""
        self._settle()
        self._words.append(sign)
        self._before = sign

    def piece(self, piece: RawPiece, shows: str = "") -> None:
        """Put in something that is not words; `shows` stands for what it will show, if that is words."""
        self.flush()
        self.pieces.append(piece)
        self._before = shows or self._before

    def star(self, at: int, following: str) -> None:
        """Begin or end emphasis; between blanks a star is a star."""
        previous = self._raw[-1] if self._raw else self._before
        if not previous[-1:].strip() and not following.strip():
            self.literal("*")
            return
        self.flush()
        self._emphasis = at if self._emphasis is None else None

    def flush(self) -> None:
        """Make a piece of the words so far."""
        self._settle()
        if self._words:
            self.pieces.append(Words("".join(self._words), self._emphasis is not None))
            self._words.clear()

    def _settle(self) -> None:
        if self._raw:
            text = self._raw[0] if len(self._raw) == 1 else "".join(self._raw)
            self._words.append(curl(text, self._before))
            self._before = text
            self._raw.clear()

    # ---- lines and paragraphs --------------------------------------------------------------------

    def begin_line(self) -> None:
        """Begin a line with words on it: within a paragraph, a blank joins it to the one before."""
        if self._joined:
            self._raw.append(" ")
        self._joined = True

    def speak(self, speech: RawPiece) -> None:
        """Begin a paragraph that a person speaks."""
        self._close_emphasis(None)
        self.piece(speech)
        self._before = ""
        self._joined = True

    def end_paragraph(self) -> None:
        """End a paragraph; what comes next begins another."""
        self._close_emphasis(None)
        self.flush()
        pieces = self.pieces
        if (pieces or len(self.blocks) > 1) and not (pieces and pieces[-1] is BREAK):
            pieces.append(BREAK)
        self._before = ""
        self._joined = False

    def finish(self) -> list[RawPiece]:
        """Give all pieces; blocks that are still open stay so."""
        self._close_emphasis(None)
        self.flush()
        pieces = self.blocks[0].pieces
        while pieces and pieces[-1] is BREAK:
            pieces.pop()
        return pieces

    def _close_emphasis(self, wanted: int | None) -> None:
        """Be in the emphasis that began at `wanted` (None: in none), or tell which star has no partner."""
        if self._emphasis != wanted:
            star = self._emphasis if self._emphasis is not None else wanted
            self._unclosed(star or 0)
            self.flush()
            self._emphasis = wanted

    # ---- blocks ----------------------------------------------------------------------------------

    def open(
        self, tag: str, opened: int, whole: RawBranch | RawPick, guard: AskedGuard | None = None
    ) -> None:
        """Open a block."""
        self.piece(whole)
        self.blocks.append(Block(tag, opened, [], self._before, self._joined, self._emphasis, whole, guard))

    def next_case(self, guard: AskedGuard | None = None) -> None:
        """Close a case of the innermost `{if}`, or an option of the innermost `{pick}`; begin the next."""
        block = self.blocks[-1]
        self._close_emphasis(block.emphasis)
        self.flush()
        if isinstance(block.whole, RawBranch):
            block.whole.cases.append((block.guard, block.pieces))
        else:
            block.whole.options.append(block.pieces)
        block.any_joined = block.any_joined or self._joined
        block.pieces = []
        block.guard = guard
        self._before = block.before
        self._joined = block.joined

    def close(self) -> Block:
        """Close the innermost block, which is not the prose itself, and give it."""
        self._settle()
        written = self._before
        self.next_case()
        block = self.blocks.pop()
        self._before = written or block.before
        self._joined = block.any_joined
        return block
