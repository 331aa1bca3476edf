"""The one exception that carries a sentence for the painter."""


class InputError(ValueError):
    """Bad input or bad use: one sentence that names the thing and the remedy.

    The command line prints it and exits with 2; the window shows it. Anything else that is
    raised is our fault.
    """
