# Reads, and takes no locks.
enter
state
