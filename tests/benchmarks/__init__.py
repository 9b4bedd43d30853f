"""How fast, as ratios measured in one run: `python -m tests.benchmarks`.

A ratio holds on any machine; a machine's noise must not fail a build, so that nothing
here is a test.
"""
