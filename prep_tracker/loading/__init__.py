"""Files of packs become models and problems."""
