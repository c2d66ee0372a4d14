"""The list of events and what is said of one."""
