"""Reading YAML into a tree of words. The only module, beside its words for mistakes, that knows YAML.

The events of the parser are walked directly: no value is ever resolved, so none can change its type by
accident, nothing is constructed, and every word keeps its place. What YAML has beyond keys, values, lists
and comments is refused with a way out.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeAlias

import yaml

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.tree import Scalar, Series, Source, Table, Tree
from game.loading.yaml_words import explain, word_span

DEEPEST = 12

EventSource: TypeAlias = Callable[[str], Any]
"""What opens a text as events of YAML: its `get_event()` gives the next one, or None."""
PURE: EventSource = yaml.SafeLoader
FAST: EventSource = getattr(yaml, "CSafeLoader", PURE)
"""libyaml's parser, 20 times faster, or the one in pure Python where it is missing."""


class _Refused(Exception):  # noqa: N818  (it carries a finding out of the walk)
    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_yaml(source: Source, found: list[Diagnostic], events: EventSource = FAST) -> Table | None:
    """Give the keys and values of a file; None, and findings, if it cannot be read; None if it is empty."""
    parser = events(source.text)
    try:
        return _Walk(source, found).document(parser.get_event)
    except yaml.MarkedYAMLError as error:
        found.append(explain(error, source))
    except _Refused as refused:
        found.append(refused.finding)
    finally:
        parser.dispose()
    return None


class _Walk:
    """One pass over the events of one file, without recursion."""

    def __init__(self, source: Source, found: list[Diagnostic]) -> None:
        self._source = source
        self._found = found
        self._root: Tree | None = None
        self._documents = 0
        self._opened: list[Table | Series] = []
        self._key: Scalar | None = None
        """The key whose value comes next, in the innermost table."""
        self._keys: list[Scalar | None] = []
        """The same of every table around it."""

    def document(self, get_event: Callable[[], Any]) -> Table | None:
        """Give the one table that a file consists of."""
        steps: dict[type, Callable[[Any], None]] = {
            yaml.ScalarEvent: self._scalar,
            yaml.MappingStartEvent: self._table,
            yaml.SequenceStartEvent: self._series,
            yaml.MappingEndEvent: self._close,
            yaml.SequenceEndEvent: self._close,
            yaml.AliasEvent: self._alias,
            yaml.DocumentStartEvent: self._begin,
        }
        while (event := get_event()) is not None:
            step = steps.get(type(event))
            if step is not None:
                step(event)
        root = self._root
        if root is None or (isinstance(root, Scalar) and not root.text):
            return None
        if not isinstance(root, Table):
            raise _Refused(mistake("E115", word_span(self._source, root.line, root.column - 1)))
        return root

    # ---- events ----------------------------------------------------------------------------------

    def _scalar(self, event: Any) -> None:
        start, end = event.start_mark, event.end_mark
        scalar = Scalar(
            self._source,
            event.value,
            event.style or "",
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
        )
        if event.tag is not None or event.anchor is not None:
            self._refuse_extras(event)
        opened = self._opened
        if not opened:
            self._root = scalar
            return
        parent = opened[-1]
        if isinstance(parent, Series):
            parent.items.append(scalar)
        elif self._key is None:
            self._key = self._as_key(scalar)
        else:
            self._put(parent, self._key, scalar)

    def _table(self, event: Any) -> None:
        self._open(Table(self._source, event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _series(self, event: Any) -> None:
        self._open(Series(self._source, event.start_mark.line + 1, event.start_mark.column + 1), event)

    def _close(self, event: Any) -> None:  # noqa: ARG002  (where something ends is no matter)
        self._opened.pop()
        self._key = self._keys.pop()

    def _alias(self, event: Any) -> None:
        raise _Refused(mistake("E111", self._span(event)))

    def _begin(self, event: Any) -> None:
        self._documents += 1
        if self._documents > 1:
            raise _Refused(mistake("E113", self._span(event)))

    # ---- the tree --------------------------------------------------------------------------------

    def _open(self, tree: Table | Series, event: Any) -> None:
        self._refuse_extras(event)
        if len(self._opened) >= DEEPEST:
            raise _Refused(mistake("E114", tree.span, most=DEEPEST))
        if not self._opened:
            self._root = tree
        else:
            parent = self._opened[-1]
            if isinstance(parent, Series):
                parent.items.append(tree)
            elif self._key is None:
                raise _Refused(mistake("E116", tree.span))
            else:
                self._put(parent, self._key, tree)
        self._opened.append(tree)
        self._keys.append(self._key)
        self._key = None

    def _as_key(self, scalar: Scalar) -> Scalar:
        if scalar.style in {"|", ">"}:
            raise _Refused(mistake("E116", scalar.span))
        if scalar.text == "<<" and not scalar.style:
            raise _Refused(mistake("E112", scalar.span))
        return scalar

    def _put(self, table: Table, key: Scalar, value: Tree) -> None:
        """Put a value behind the key that waits for it; a key that stands there already is a finding."""
        self._key = None
        name = key.text
        if name in table.keys:
            self._found.append(mistake("E110", key.span, table.keys[name].span, name=name))
            return
        table.keys[name] = key
        table.values[name] = value

    def _refuse_extras(self, event: Any) -> None:
        if event.anchor is not None:
            raise _Refused(mistake("E111", self._span(event)))
        if event.tag is not None:
            raise _Refused(mistake("E117", self._span(event)))

    def _span(self, event: Any) -> Span:
        return word_span(self._source, event.start_mark.line + 1, event.start_mark.column)
