#!/usr/bin/env python
"""Django's command line, with this project's settings."""

import os
import sys

SERVING = (["quickstart"], ["runserver"])


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.failures import check_database, said_of
    from config.local import SetupError

    # A command is one connection; without a pool, what is wrong with it is said at once.
    if sys.argv[1:2] not in SERVING:
        os.environ.setdefault("DATABASE_POOL", "false")
    try:
        if sys.argv[1:2] == ["quickstart"]:
            check_database()
        execute_from_command_line(sys.argv)
    except SetupError as error:
        if "--traceback" in sys.argv:
            raise
        sys.exit(f"{sys.argv[0]}: {error}")
    except KeyboardInterrupt:
        sys.exit(130)
    except Exception as error:
        said = None if "--traceback" in sys.argv else said_of(error)
        if said is None:
            raise
        sys.exit(f"{sys.argv[0]}: {said}")


if __name__ == "__main__":
    main()
