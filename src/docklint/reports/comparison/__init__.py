"""Reports of two versions of one draft: one module a format, each with `render`."""
