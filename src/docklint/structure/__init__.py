"""Text in, structure out: ordinals, outline, binding to a profile, correspondence."""
