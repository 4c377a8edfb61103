"""A run: from paths to files, from files to results, and every result told to reporters as soon as it is there.

targets        which files the paths stand for
check_one      one file, or standard input
pool, worker   several files at a time
sent           what comes back from a worker
run            all of them in order, told to reporters (`results.Reporter`)

Nothing here knows a format of reports, an option of the command line, or who listens.
"""
