"""broken: holds a null byte once it is written out."""

exec("\0")
