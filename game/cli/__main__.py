"""`python -m game.cli` is the same program as `main.py`."""

import sys

from game.cli import main

sys.exit(main())
