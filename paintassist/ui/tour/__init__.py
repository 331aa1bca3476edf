"""The first steps: a few cards on the sample that point at the real window."""
