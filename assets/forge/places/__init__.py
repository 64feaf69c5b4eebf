"""One module a view: each paints one place and writes its layers and its view.json."""
