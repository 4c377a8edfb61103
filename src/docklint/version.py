"""The version, apart from the package's names: whoever needs only this imports nothing else."""

__version__ = "0.1.0"
