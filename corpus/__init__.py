"""Sample documents of our own making, and the generator that makes them."""
