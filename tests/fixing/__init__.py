"""Fixes: proposed, chosen, made."""
