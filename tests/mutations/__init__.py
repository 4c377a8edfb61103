"""The black-box harness: clean drafts with hand-written truth, one fault at a time, and what must be found.

It knows the contract and the drafts' truth and nothing of the way docklint works: every expectation follows
from the mutation. `python -m tests.mutations` prints the table.
"""
