"""Passive, genitive and subjunctive in a tagged sentence: a module for each, and what they and the tagger share."""
