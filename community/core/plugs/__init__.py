"""The last app to be ready: it imports every room's plugs."""
