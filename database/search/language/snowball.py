"""Snowball's stemmers, as their makers compile them."""

import threading

from Stemmer import Stemmer


class Snowball(threading.local):
    """The stemmer of one language: any thread may use it, for each gets its own."""

    def __init__(self, language: str) -> None:
        #: Returns the stem of a form, which is in lower case.
        self.stem = Stemmer(language, 0).stemWord  # without a cache: who asks keeps what counts
