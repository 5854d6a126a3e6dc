"""The real settings, with what would only slow tests down taken out."""

from config.settings import *  # noqa: F403 - that is the point
from config.settings import CACHES, DATABASES, STORAGES

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
WHITENOISE_AUTOREFRESH = True  # looks files up when they are asked for, instead of at every new client
WHITENOISE_USE_FINDERS = True
SECURE_SSL_REDIRECT = False
CACHES = CACHES | {"questions": CACHES["default"]}  # so that a test which clears one has cleared all
# A test database may be lost in a power cut.
_options = DATABASES["default"]["OPTIONS"]
_options["options"] = f"{_options.get('options', '')} -c synchronous_commit=off".strip()
