"""Layered files: PSD, PSB and OpenRaster."""
