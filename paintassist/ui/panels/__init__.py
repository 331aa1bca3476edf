"""The widgets around the canvas; they show the session and emit wishes, nothing else."""
