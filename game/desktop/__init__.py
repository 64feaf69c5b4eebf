"""The window: the only package that knows pygame. `show` opens it; `screens` knows every screen."""
