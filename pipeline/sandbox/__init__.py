"""Limits on a process of ours before it reads a foreign file: seccomp, Landlock, rlimits."""
