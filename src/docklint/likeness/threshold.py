"""From which likeness on two papers are told."""

from __future__ import annotations

THRESHOLD = 0.12
"""A part (0-1). Unrelated papers share at most 0.08; where a fifth of a paper is another's, 0.15 to 0.25 is measured."""
