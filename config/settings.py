"""Settings, read from the environment or from a .env file. dotenv-sample lists every name."""

import warnings
from datetime import timedelta
from pathlib import Path
from typing import cast

from csp.constants import NONE, SELF
from environs import Env
from environs.exceptions import EnvValidationError
from marshmallow.validate import OneOf, Range, Regexp

from config.local import SetupError, program_version, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent
env = Env(eager=False)  # collects every mistake before it complains
env.read_env(str(BASE_DIR / ".env"), recurse=False)

DEBUG: bool = env.bool("DEBUG", default=False)
HTTPS: bool = env.bool("HTTPS", default=False)
HSTS_SECONDS: int = env.int("HSTS_SECONDS", default=31_536_000, validate=Range(min=0))
ALLOWED_HOSTS: list[str] = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", default=[])
LOG_LEVEL: str = env.str(
    "LOG_LEVEL", default="INFO", validate=OneOf(["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"])
)
GUNICORN_BIND: str = env.str("GUNICORN_BIND", default="127.0.0.1:8000")
WEB_CONCURRENCY: int = env.int("WEB_CONCURRENCY", default=2, validate=Range(min=1))
GUNICORN_THREADS: int = env.int("GUNICORN_THREADS", default=4, validate=Range(min=1))
CONTACT_EMAIL: str = env.str(
    "CONTACT_EMAIL",
    default="",
    validate=Regexp(r"([^\s@()]+@[^\s@()]+)?\Z", error="is not an e-mail address"),
)
SECURITY_CONTACT: str = env.str(
    "SECURITY_CONTACT",
    default="",
    validate=Regexp(
        r"((mailto:[^\s@]+@[^\s@]+|https://\S+|tel:\+?[\d-]+))?\Z",
        error="is no address that begins with mailto:, https: or tel:",
    ),
)
VAR_DIR = Path(env.str("VAR_DIR", default="") or BASE_DIR / "var").absolute()
FIXTURES_DIR = Path(env.str("FIXTURES_DIR", default="") or BASE_DIR / "fixtures").absolute()
_database = env.dj_db_url("DATABASE_URL") if env.str("DATABASE_URL", default="") else None
_secret_key: str = env.str("SECRET_KEY", default="")
try:
    env.seal()
except EnvValidationError as error:
    mistakes = cast(dict[str, list[str]], error.error_messages)
    found = " ".join(f"{name}: {messages[0]}" for name, messages in mistakes.items())
    raise SetupError(
        f"The environment (or {BASE_DIR / '.env'}) has settings that cannot be right. {found} "
        "dotenv-sample shows how each is written."
    ) from error

if _database and _database["ENGINE"] != "django.db.backends.postgresql":
    raise SetupError(
        "DATABASE_URL must name a PostgreSQL server, as in postgresql://user:password@host/database."
    )

SECRET_KEY = _secret_key or secret_key(VAR_DIR)

INSTALLED_APPS = [
    "config",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "csp",
    "django_tables2",
    "django_htmx",
    "importers",  # before import_export, which has a command `export` as well
    "import_export",
    "simple_history",
    "axes",
    "occupations",
    "wages",
    "web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "web.http.packing.PackingMiddleware",
    "web.http.page_cache.PageCacheMiddleware",  # packs what it keeps; the one above packs the rest
    "web.http.unbroken.UnbrokenYearsMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "occupations.admin.sign_in.KnownDeviceMiddleware",
    "axes.middleware.AxesMiddleware",
]
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "web.http.context.page_context",
            ]
        },
    }
]

# Without DATABASE_URL the app runs a PostgreSQL of its own in VAR_DIR, from the first connection on.
DATABASES = {"default": _database or {"ENGINE": "config.embedded", "NAME": "occupedia"}}
# Each thread keeps a connection and looks at it before a request uses it, so one that died while the server was away
# is replaced at once. (A pool would go on waiting for its own next attempt, up to a minute after the server is back.)
# A server that is gone, or a network that swallows everything, is given up within seconds.
_patience = {
    "connect_timeout": 3,
    "keepalives_idle": 30,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,  # milliseconds
}
DATABASES["default"] |= {
    "CONN_MAX_AGE": 3600,
    "CONN_HEALTH_CHECKS": True,
    "DISABLE_SERVER_SIDE_CURSORS": True,  # a pooler of transactions would lose them
    "OPTIONS": _patience | DATABASES["default"].get("OPTIONS", {}),
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_TZ = True
TIME_ZONE = "America/New_York"  # the publishers' own: their release dates are days there
LANGUAGE_CODE = "en-us"

# Rendered public pages, kept in each process under the version of the data and of the program. Addresses with
# parameters are without end, so they have a room of their own and push out one another alone.
CACHES = {
    name: {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": name,
        "OPTIONS": {"MAX_ENTRIES": pages},
        "TIMEOUT": 24 * 3600,
    }
    for name, pages in (("default", 500), ("questions", 250))
}
PROGRAM_VERSION = program_version(BASE_DIR)

# Who asks, when files are fetched from publishers. BLS turns away programs that don't say whom to write to.
USER_AGENT = f"Occupedia/0.1 ({CONTACT_EMAIL or 'no contact given'})"

STATIC_URL = "/static/"
STATIC_ROOT = VAR_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
MEDIA_ROOT = VAR_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.static_files.BundlingStorage"},
}
WHITENOISE_ALLOW_ALL_ORIGINS = False
WHITENOISE_USE_FINDERS = DEBUG
WHITENOISE_ROOT = BASE_DIR / "static" / "root"  # what programs look for at the root: favicon.ico

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]

# Five wrong passwords for a name from an address, then five minutes' pause for that name from there, which further
# attempts don't make longer. Not for the name alone or the address alone: then anybody could lock others out.
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = timedelta(minutes=5)
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_RESET_ON_SUCCESS = True
AXES_WHITELIST_CALLABLE = "occupations.admin.sign_in.is_known_device"
AXES_CLIENT_IP_CALLABLE = "occupations.admin.sign_in.reader_address"
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_DISABLE_ACCESS_LOG = True  # its table would grow with every sign-in; the session has what is needed
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# HTTPS is one switch: quickstart speaks plain http on this machine alone, a server on the web must not.
# gunicorn believes X-Forwarded-Proto from the addresses in FORWARDED_ALLOW_IPS, so Django need not.
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz/"]  # a health probe asks the process itself, past the proxy
SECURE_HSTS_SECONDS = HSTS_SECONDS if HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
CSRF_COOKIE_HTTPONLY = True
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = (
    "strict-origin-when-cross-origin"  # the agencies may see that a visitor came from here
)
SILENCED_SYSTEM_CHECKS = [
    "security.W005",  # HSTS for every subdomain, and
    "security.W021",  # the browsers' preload list: both are for the owner of the whole domain to decide
]
# No inline script or style anywhere. data: images are the small pictograms inside the style sheets.
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "img-src": [SELF, "data:"],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Django 6 will assume https for addresses typed without a scheme. We do so today, and the setting that says so is
# itself deprecated, because it goes away together with the old behavior.
warnings.filterwarnings(
    "ignore", message="The FORMS_URLFIELD_ASSUME_HTTPS transitional setting is deprecated"
)
FORMS_URLFIELD_ASSUME_HTTPS = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": LOG_LEVEL},
    "loggers": {
        "django": {"handlers": [], "level": LOG_LEVEL, "propagate": True},
        "waitress": {"level": "WARNING"},  # a client that goes away is no event
        "waitress.queue": {"level": "ERROR"},  # nor is a request that waits for a thread
    },
}
