"""The labelled set for cause-measure correspondence, and its evaluation."""
