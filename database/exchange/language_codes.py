"""The codes of languages in FollowTheMoney, those of ISO 639-3, beside ours of BCP 47."""

#: Ours first.
THREE_LETTERS = {
    "bs": "bos", "de": "deu", "en": "eng", "fr": "fra", "hr": "hrv", "hu": "hun", "mk": "mkd",
    "ru": "rus", "sq": "sqi", "sr": "srp", "zh": "zho",
}  # fmt: skip
#: Theirs first.
TWO_LETTERS = {long: short for short, long in THREE_LETTERS.items()}
