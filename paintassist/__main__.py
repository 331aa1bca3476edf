"""`python -m paintassist`."""

import sys

from paintassist.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
