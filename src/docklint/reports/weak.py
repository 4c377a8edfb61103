"""From which score on a link counts, for all that show the correspondence."""

from __future__ import annotations

WEAK = 0.4
"""Below this score (0-1) a link is worth a second look."""
