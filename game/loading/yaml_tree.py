"""Reading YAML into a tree of words. The only module that knows YAML.

The events of the parser are walked directly: no value is ever resolved, so none can change its type by
accident, nothing is constructed, and every word keeps its place. What YAML has beyond keys, values, lists
and comments is refused with a way out.
"""

from __future__ import annotations

from typing import Protocol

import yaml

from game.diagnostics import Diagnostic, Span, mistake
from game.loading.tree import Scalar, Series, Source, Table, Tree
from game.loading.yaml_words import explain, word_span

DEEPEST = 12


class Events(Protocol):
    """Where the events of one document come from: libyaml's parser, or the one in pure Python."""

    def get_event(self) -> yaml.Event | None:
        """Give the next event."""

    def dispose(self) -> None:
        """Let go of the text."""


class EventSource(Protocol):
    """What opens a text as events."""

    def __call__(self, text: str) -> Events:
        """Give its events."""


FAST: EventSource | None = getattr(yaml, "CSafeLoader", None)
PURE: EventSource = yaml.SafeLoader


class _Refused(Exception):  # noqa: N818  (it carries a finding out of the walk)
    def __init__(self, finding: Diagnostic) -> None:
        super().__init__(finding.code)
        self.finding = finding


def read_yaml(source: Source, found: list[Diagnostic], events: EventSource | None = FAST) -> Table | None:
    """Give the keys and values of a file; None, and findings, if it cannot be read; None if it is empty."""
    parser = (events or PURE)(source.text)
    try:
        return _Walk(source, found, parser).document()
    except yaml.MarkedYAMLError as error:
        found.append(explain(error, source))
    except yaml.YAMLError:
        found.append(mistake("E109", Span(source.path, 1, 1)))
    except _Refused as refused:
        found.append(refused.finding)
    finally:
        parser.dispose()
    return None


class _Walk:
    """One pass over the events of one file, without recursion."""

    def __init__(self, source: Source, found: list[Diagnostic], parser: Events) -> None:
        self._source = source
        self._found = found
        self._parser = parser

    def document(self) -> Table | None:
        root: Tree | None = None
        opened: list[Table | Series] = []
        key: Scalar | None = None
        """The key whose value comes next, in the innermost table."""
        waiting: list[Scalar | None] = []
        get_event = self._parser.get_event
        begun = False
        while (event := get_event()) is not None:
            kind = type(event)
            if kind is yaml.ScalarEvent:
                tree: Tree = self._scalar(event)
            elif kind is yaml.MappingStartEvent:
                tree = Table(self._source, event.start_mark.line + 1, event.start_mark.column + 1)
            elif kind is yaml.SequenceStartEvent:
                tree = Series(self._source, event.start_mark.line + 1, event.start_mark.column + 1)
            elif kind in {yaml.MappingEndEvent, yaml.SequenceEndEvent}:
                opened.pop()
                key = waiting.pop()
                continue
            elif kind is yaml.AliasEvent:
                raise _Refused(mistake("E111", self._span(event)))
            else:
                if kind is yaml.DocumentStartEvent:
                    if begun:
                        raise _Refused(mistake("E113", self._span(event)))
                    begun = True
                continue
            if kind is not yaml.ScalarEvent or event.tag is not None or event.anchor is not None:
                self._refuse_extras(event)
            if not opened:
                root = tree
            else:
                parent = opened[-1]
                if type(parent) is Series:
                    parent.items.append(tree)
                elif key is None:
                    key = self._key(tree)
                    continue
                else:
                    self._put(parent, key, tree)
                    key = None
            if kind is not yaml.ScalarEvent:
                if len(opened) >= DEEPEST:
                    raise _Refused(mistake("E114", tree.span, most=DEEPEST))
                opened.append(tree)  # type: ignore[arg-type]
                waiting.append(key)
                key = None
        if root is None or (isinstance(root, Scalar) and not root.text):
            return None
        if not isinstance(root, Table):
            raise _Refused(mistake("E115", root.span))
        return root

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        start, end = event.start_mark, event.end_mark
        return Scalar(
            self._source,
            event.value,
            event.style or "",
            start.line + 1,
            start.column + 1,
            end.line + 1,
            end.column + 1,
        )

    def _key(self, tree: Tree) -> Scalar:
        if not isinstance(tree, Scalar) or tree.style in {"|", ">"}:
            raise _Refused(mistake("E116", tree.span))
        if tree.text == "<<" and not tree.style:
            raise _Refused(mistake("E112", tree.span))
        return tree

    def _put(self, table: Table, key: Scalar, value: Tree) -> None:
        name = key.text
        if name in table.keys:
            self._found.append(mistake("E110", key.span, table.keys[name].span, name=name))
            return
        table.keys[name] = key
        table.values[name] = value

    def _refuse_extras(self, event: yaml.NodeEvent) -> None:
        if event.anchor is not None:
            raise _Refused(mistake("E111", self._span(event)))
        if event.tag is not None:
            raise _Refused(mistake("E117", self._span(event)))

    def _span(self, event: yaml.Event) -> Span:
        return word_span(self._source, event.start_mark.line + 1, event.start_mark.column)
