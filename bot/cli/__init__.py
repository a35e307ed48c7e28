"""The command line. Exit 0 fine, 1 a failure, 2 bad usage or configuration."""
