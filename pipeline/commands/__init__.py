"""One module a command, each with a `command`; the name of the module is the name of the command."""
