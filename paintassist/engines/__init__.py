"""Engines that describe segments so that they can be matched; torch and onnxruntime live here."""
