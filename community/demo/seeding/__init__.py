"""Fills a demo site with its cast and their words, through the same verbs people use."""
