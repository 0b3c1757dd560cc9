"""The learner's folder: workspace files and the journal."""
