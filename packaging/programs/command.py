"""The command line, as the bundle starts it."""

import sys

from start import prepare

prepare()

from desktop.cli import main  # noqa: E402

sys.exit(main())
