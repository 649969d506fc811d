"""`python -m vorbild` is the same as the console script."""

import sys

from vorbild.cli import main

if __name__ == "__main__":
    sys.exit(main())
