"""What a frozen PaintAssist starts."""

import multiprocessing
import sys

if __name__ == "__main__":
    # Processes of our own start this program again.
    multiprocessing.freeze_support()
    from paintassist.cli.main import main

    sys.exit(main())
