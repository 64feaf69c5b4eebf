"""Serene Symphony: The Crimson Legends, a text adventure in which songs are verbs."""

__version__ = "0.1.0"
