"""What only authors need: checking a story, and replaying walks through it."""
