"""The story as a picture: every node and every way on, on one page, as SVG, or as DOT."""

from game.workshop.map.chart import Chart, chart
from game.workshop.map.dot import dot
from game.workshop.map.page import page
from game.workshop.map.svg import svg

__all__ = ["Chart", "chart", "dot", "page", "svg"]
