"""The site on this computer only, rendered again while its files are edited."""
