"""The window, as the bundle starts it."""

import sys

from start import prepare

prepare()

from desktop.__main__ import main  # noqa: E402

sys.exit(main())
