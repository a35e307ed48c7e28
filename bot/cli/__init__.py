"""The command line. Exit 0 fine, 1 a failure, 2 bad usage or configuration.

Who leaves a pipe early, as `head` does, gets 141 as of any other tool.
"""
