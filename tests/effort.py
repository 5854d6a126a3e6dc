"""How hard tests try: all of it where CI is set, a quarter of it in the loop of somebody who works."""

import os


def examples(number: int) -> int:
    """How many of so many examples hypothesis should try of something that takes a while, as pages do."""
    return number if os.environ.get("CI") else max(number // 4, 1)
