"""The language of guards and effects: syntax, parsing, checking, evaluation."""
