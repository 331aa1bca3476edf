"""Pure functions and frozen data on numpy arrays; no Qt, no torch, no onnxruntime."""
