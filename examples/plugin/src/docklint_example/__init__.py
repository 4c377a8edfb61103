"""An example of a docklint plugin. Importing the package does nothing, so that asking for the pack costs nothing."""
