"""What `manage.py check --deploy` looks at besides Django's own."""

from __future__ import annotations

import stat
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Tags, Warning, register


@register(Tags.security, deploy=True)
def secrets_are_private(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """The file with the password of the database is its owner's alone."""
    path = settings.BASE_DIR / ".env"
    try:
        mode = path.stat().st_mode
    except OSError:
        return []
    if not mode & (stat.S_IRWXG | stat.S_IRWXO):
        return []
    return [
        Warning(
            f"{path} can be read by others than its owner, and has the password of the database.",
            hint=f"chmod 600 {path}",
            id="occupedia.W001",
        )
    ]
