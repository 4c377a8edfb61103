"""The one-file page: `session` is what of it runs in Python; README.md says how its parts talk to each other."""
