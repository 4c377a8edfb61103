"""The version, apart from the package's names: whoever needs only this imports nothing else."""

__version__ = "0.1.0"
RULES_DAY = "2026-11-30"
"""The day up to which notices and standards are in the rules; a release sets it anew."""
