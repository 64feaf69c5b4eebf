"""The grammar of guards and effects, one method a rule; a slip of the author's ends the reading."""

from __future__ import annotations

from collections.abc import Collection

from game.diagnostics import Diagnostic, Passage, mistake
from game.expression.asked import (
    Asked,
    AskedAll,
    AskedAny,
    AskedEffect,
    AskedGuard,
    AskedNot,
    Change,
    Deed,
    Subject,
)
from game.expression.guess import closest
from game.expression.syntax import Comparison
from game.expression.tokens import Token, TokenKind, tokens
from game.expression.vocabulary import CLAUSES, FUNCTIONS, RESERVED, VERBS

_DEEPEST = 30
_MOST_DIGITS = 6
_NAMES_AND_NUMBERS = (TokenKind.WORD, TokenKind.NUMBER)
_FOREIGN = {
    "&&": "and",
    "&": "and",
    "||": "or",
    "|": "or",
    "!": "not",
    "AND": "and",
    "OR": "or",
    "NOT": "not",
}
_COMPARISONS = {comparison.value: comparison for comparison in Comparison}
_CHANGES = ("=", "+=", "-=")
_VERB_PARTS = {"learn": ("rests", "motif"), "find": ("leaf",)}


class Slip(Exception):  # noqa: N818  (no fault of ours: it carries the author's slip up out of the rules)
    """A mistake of the author's that ends the reading of this guard or effect."""

    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


class Reader:
    """Reads tokens from left to right."""

    def __init__(self, passage: Passage, start: int, end: int) -> None:
        self._passage = passage
        self._tokens = tokens(passage, start, end)
        self._at = 0
        self._depth = 0

    # ---- what stands behind a target, and the end ------------------------------------------------

    def clause(self, seen: Collection[str], last: str) -> str | None:
        """Take `when`, `once` or `do`; None at the end. Each may stand once; `last` says what came before."""
        token = self._peek()
        if token.kind is TokenKind.END:
            return None
        if token.text not in CLAUSES:
            if last in {"guard", "effect"}:
                self.finish(last)
            guess = closest(token.text, CLAUSES)
            raise self._slip("E510", token, guess=guess, word=token.text)
        if token.text in seen:
            raise self._slip("E511", token, word=token.text)
        self._at += 1
        return token.text

    def finish(self, last: str) -> None:
        """Be at the end, or say what is wrong with what follows a guard or an effect."""
        token = self._peek()
        if token.kind is TokenKind.END:
            return
        self._refuse_odd(token)
        if last == "guard" and token.text in _FOREIGN:
            raise self._slip("E326", token, guess=_FOREIGN[token.text], word=token.text)
        if last == "guard" and token.text in _CHANGES:
            raise self._slip("E304", token, word=token.text)
        if last == "guard" and token.text in _COMPARISONS:
            raise self._slip("E305", token, word=token.text)
        if last == "effect":
            raise self._slip("E313", token, word=token.text)
        raise self._slip("E325", token, word=token.text)

    # ---- guards ----------------------------------------------------------------------------------

    def guard(self, after: str) -> AskedGuard:
        """Read a guard, up to where it can go on no further."""
        if self._ends():
            raise self._slip("E322", self._before(), word=after)
        return self._either()

    def _either(self) -> AskedGuard:
        parts = [self._both()]
        while self._take("or"):
            parts.append(self._both())
        return parts[0] if len(parts) == 1 else AskedAny(tuple(parts))

    def _both(self) -> AskedGuard:
        parts = [self._part()]
        while self._take("and"):
            parts.append(self._part())
        return parts[0] if len(parts) == 1 else AskedAll(tuple(parts))

    def _part(self) -> AskedGuard:
        token = self._peek()
        if token.text not in {"not", "("}:
            return self._asked()
        self._at += 1
        self._depth += 1
        if self._depth > _DEEPEST:
            raise self._slip("E308", token)
        if token.text == "not":
            part: AskedGuard = AskedNot(self._part())
        else:
            part = self._either()
            if not self._take(")"):
                self._refuse_foreign(self._peek())
                raise self._slip("E306", token)
        self._depth -= 1
        return part

    def _asked(self) -> AskedGuard:
        subject = self._subject()
        comparison = _COMPARISONS.get(self._peek().text)
        if comparison is None:
            if self._peek().text == "is":
                raise self._slip("E304", self._peek(), word="is")
            return Asked(subject)
        self._at += 1
        return Asked(subject, comparison, self._constant())

    def _subject(self) -> Subject:
        token = self._name()
        if not self._take("("):
            if token.text in FUNCTIONS and self._peek().kind is TokenKind.WORD:
                raise self._slip("E323", token, word=token.text, name=self._peek().text)
            return Subject(token, None, token.end)
        arguments: list[Token] = []
        while not self._take(")"):
            if arguments and not (self._take(",") or self._take("/")):
                raise self._slip("E306", token)
            arguments.append(self._argument(token))
        return Subject(token, tuple(arguments), self._tokens[self._at - 1].end)

    def _argument(self, function: Token) -> Token:
        token = self._peek()
        if token.kind is TokenKind.END:
            raise self._slip("E306", function)
        if token.kind not in _NAMES_AND_NUMBERS:
            self._refuse_odd(token)
            raise self._slip("E325", token, word=token.text)
        self._at += 1
        return token

    def _constant(self) -> Token:
        token = self._peek()
        minus = token.text == "-" and self._tokens[self._at + 1].kind is TokenKind.NUMBER
        if minus:
            self._at += 1
        number = self._peek()
        if number.kind not in _NAMES_AND_NUMBERS:
            self._refuse_odd(number)
            raise self._slip("E312", number, word=self._tokens[self._at - 1].text)
        if number.kind is TokenKind.NUMBER and len(number.text) > _MOST_DIGITS:
            raise self._slip("E309", number, word=number.text)
        self._at += 1
        return Token(number.kind, "-" + number.text, token.start, number.end) if minus else number

    # ---- effects ---------------------------------------------------------------------------------

    def effects(self) -> tuple[AskedEffect, ...]:
        """Read effects, joined by commas."""
        if self._ends():
            raise self._slip("E322", self._before(), word="do")
        result = [self._effect()]
        while self._take(","):
            result.append(self._effect())
        return tuple(result)

    def _effect(self) -> AskedEffect:
        token = self._name()
        following = self._peek()
        if following.text in _CHANGES:
            self._at += 1
            return Change(Subject(token, None, token.end), following, self._constant())
        if following.text in {"==", "is", ":"}:
            raise self._slip("E310", following, word=following.text)
        if token.text == "find" or token.text in VERBS:
            return self._deed(token)
        if following.text == "(":
            raise self._slip("E345", token, word=token.text)
        if following.kind is TokenKind.WORD and following.text not in CLAUSES:
            raise self._slip("E314", token, guess=closest(token.text, ("find", *VERBS)), word=token.text)
        raise self._slip("E311", token, word=token.text)

    def _deed(self, token: Token) -> Deed:
        verb = token.text
        part = self._peek()
        if part.text in _VERB_PARTS.get(verb, ()):
            self._at += 1
            verb = f"{verb} {part.text}"
            if not self._take("of"):
                raise self._slip("E315", part, verb=verb)
        elif verb == "find":
            raise self._slip("E315", token, verb="find leaf")
        count = 2 if verb == "tie" else 1
        names = []
        for _ in range(count):
            name = self._peek()
            if name.kind is not TokenKind.WORD or name.text in CLAUSES:
                self._refuse_odd(name)
                raise self._slip("E316", token, verb=verb, count="two names" if verb == "tie" else "a name")
            self._at += 1
            names.append(name)
        return Deed(verb, tuple(names))

    # ---- tokens ----------------------------------------------------------------------------------

    def _name(self) -> Token:
        token = self._peek()
        self._refuse_odd(token)
        self._refuse_foreign(token)
        if token.kind is TokenKind.END or token.text in CLAUSES:
            raise self._slip("E317", token)
        if token.kind is not TokenKind.WORD or token.text in RESERVED:
            raise self._slip("E325", token, word=token.text)
        self._at += 1
        return token

    def _refuse_odd(self, token: Token) -> None:
        if token.kind is TokenKind.ODD:
            raise self._slip("E307", token, word=token.text)

    def _refuse_foreign(self, token: Token) -> None:
        if token.text in _FOREIGN:
            raise self._slip("E326", token, guess=_FOREIGN[token.text], word=token.text)

    def _ends(self) -> bool:
        token = self._peek()
        return token.kind is TokenKind.END or token.text in CLAUSES

    def _before(self) -> Token:
        return self._tokens[max(0, self._at - 1)]

    def _peek(self) -> Token:
        return self._tokens[self._at]

    def _take(self, text: str) -> bool:
        if self._tokens[self._at].text != text:
            return False
        self._at += 1
        return True

    def _slip(self, code: str, token: Token, *, guess: str | None = None, **names: object) -> Slip:
        return Slip(mistake(code, self._passage.span(token.start, token.end), guess=guess, **names))
