"""One module a media type, one name each: `read(source, options) -> Reading`."""
