"""What is timed within one process, in the environment that holds the wheel.

`python -m benchmarks.inside LIMIT TASK …` ends after LIMIT seconds of the processor. A task gets words and prints
the seconds of every round, by name, as JSON.
"""
