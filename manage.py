#!/usr/bin/env python
"""Django's command line, with this project's settings."""

import os
import sys


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    from django.core.management import execute_from_command_line

    from config.failures import said_of
    from config.local import SetupError

    try:
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
