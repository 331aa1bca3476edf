"""Drawing generators, losses and the training loop; the application never imports it."""
