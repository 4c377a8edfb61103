"""Tools of the project's own house; they are not part of the package."""
