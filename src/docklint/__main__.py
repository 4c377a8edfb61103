"""`python -m docklint`."""

import sys

from docklint.cli import main

sys.exit(main())
