"""What the painter holds in the hand: one class a tool."""
