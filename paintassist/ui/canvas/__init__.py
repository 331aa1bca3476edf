"""The canvas: view transform, renderer and overlay are Qt-free; the widget puts them on screen."""
