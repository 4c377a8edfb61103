"""One row a paper for who collects them: who wrote it, what it consists of, and what stands in the way of handing it in.

who      the unit or person a paper is of
shape    what it consists of, and how its parts are proportioned
rows     a row of the overview, from the result of a check and from the shape; the worst first
"""
