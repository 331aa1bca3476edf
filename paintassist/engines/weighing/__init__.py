"""How much each kind of evidence counts that two segments are the same part."""
