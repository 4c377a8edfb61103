"""A secretary’s folder: papers that share text, and what of it is found."""
