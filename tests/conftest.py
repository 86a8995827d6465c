"""What all tests share."""

import signal

# A shell that starts the tests in the background has them, and all that they start, ignore SIGINT: the tests of Ctrl-C need it as a terminal has it.
signal.signal(signal.SIGINT, signal.default_int_handler)
