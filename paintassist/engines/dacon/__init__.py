"""DACoN: segment features from a semantic encoder and a U-Net."""
