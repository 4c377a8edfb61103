"""The one-file page: its Python in CPython, the file that is built, and the page in a real browser."""
