"""Measurements somebody starts by hand; nothing here is a test of the suite."""
