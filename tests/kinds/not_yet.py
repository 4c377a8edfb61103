"""What docklint does not do yet: the instances, and which aspects. Whoever mends one takes it out."""

from __future__ import annotations

NOT_YET: dict[str, str] = {}
