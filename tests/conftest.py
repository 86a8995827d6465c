"""What all tests share."""

import signal

# A shell that starts the tests in the background has them ignore SIGINT, and every program that they start too: the tests of Ctrl-C need it as a terminal has it.
signal.signal(signal.SIGINT, signal.default_int_handler)
