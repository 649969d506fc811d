"""Measurements, run by `make.py bench`. Never part of the tests: machines differ, so compare within one run only."""
