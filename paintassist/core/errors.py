"""The one exception that carries a sentence for the painter."""


class InputError(ValueError):
    """Bad input or bad use: one sentence that names the thing and the remedy.

    The command line prints it and exits with 2; the window shows it. Anything else that is
    raised is our fault.
    """


MOST_LETTERS = 120


def reason(error: object, most: int = MOST_LETTERS) -> str:
    """Return what an error or a piece of a file says, fit for a sentence.

    Damaged files put anything into the words of what reads them: it is cut to a line of
    at most `most` letters that can be printed.
    """
    line = str(error).strip().partition("\n")[0]
    line = "".join(letter if letter.isprintable() else "?" for letter in line)
    return line if len(line) <= most else line[: most - 3] + "..."
