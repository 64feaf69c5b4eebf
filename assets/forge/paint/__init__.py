"""The painter's kit: colour, noise, brush, light, sky, land and plants, and the baking of layers."""
