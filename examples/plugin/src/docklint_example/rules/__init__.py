"""The folder of this package holds the pack's TOML files; there is no code in it."""
