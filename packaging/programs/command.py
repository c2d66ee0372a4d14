"""The command line, as the bundle starts it."""

import sys

from desktop.cli import main

sys.exit(main())
