"""Passive, genitive and subjunctive in a tagged sentence: one module for each, and what they share."""
