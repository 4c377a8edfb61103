"""`python -m docklint`."""

from docklint.cli import console

console()
