"""The window, as the bundle starts it."""

import sys

from desktop.__main__ import main

sys.exit(main())
