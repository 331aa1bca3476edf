"""Models in the window: the dialog that shows, makes and chooses them."""
