"""Files in and out: images, layouts, project file, exports. Knows no Qt."""
