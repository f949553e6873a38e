"""All settings, in one file. Each comes from the environment or has a default that works on one machine.

`MENTORING_PROCESS` says which of the three processes this is: `member` (the only one with the key
ring of confidential texts), `staff` (the Django admin) or `worker` (Celery).
"""

from datetime import timedelta
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from mentoring.lib import env
from mentoring.lib.languages import installed_languages
from mentoring.lib.programme import ProgrammeNumbers
from mentoring.lib.storages import photo_storage
from sso.allauth_settings import social_account_providers
from sso.configuration import read_providers
from sso.packages import saml_is_installed

BASE_DIR = Path(__file__).resolve().parent.parent
VAR = Path(env.text("VAR", str(BASE_DIR / "var")))

PROCESS = env.choice("MENTORING_PROCESS", ("member", "staff", "worker"), "member")
DEBUG = env.flag("DEBUG")
DEMO = env.flag("DEMO")
SECRET_KEY = env.secret("SECRET_KEY", VAR / "secret-key")
# Signs the links in mails: for all three processes the same, where each has a SECRET_KEY of its own.
MAIL_KEY = env.text("MAIL_KEY", SECRET_KEY)
SITE_URL = env.site("SITE_URL", "http://127.0.0.1:8000")
STAFF_URL = env.site("STAFF_URL", "http://127.0.0.1:8001")
# Passkeys belong to one domain for good: another one makes all of them useless (docs/signing-in.md).
PASSKEY_DOMAIN = env.domain(
    "PASSKEY_DOMAIN", (SITE_URL, STAFF_URL), STAFF_URL if PROCESS == "staff" else SITE_URL
)
ALLOWED_HOSTS = env.names("ALLOWED_HOSTS", "127.0.0.1,localhost,[::1]")
CSRF_TRUSTED_ORIGINS = [SITE_URL, STAFF_URL]
ASSOCIATION_NAME = env.text("ASSOCIATION_NAME", "The Library Association")
# Somebody to write to, named at the foot of every page of a pair. Without a name there is no line.
CONTACT_NAME = env.text("CONTACT_NAME", "Grace Whitfield" if DEMO else "")
CONTACT_EMAIL = env.address("CONTACT_EMAIL", "coordinator@demo.example" if DEMO else "")
CONTACT_PICTURE = env.picture("CONTACT_PICTURE")
# How coordinators reach whoever runs the server, as the page of the handover says it: an address, a telephone number.
OPERATOR_CONTACT = env.line("OPERATOR_CONTACT", "operator@demo.example" if DEMO else "")

# Only the member process may open confidential texts (docs/confidentiality.md).
CONFIDENTIAL_KEYRING = env.text("CONFIDENTIAL_KEYRING", str(VAR / "keyring")) if PROCESS == "member" else ""
# What a member chose to tell coordinators: a ring of its own, which opens nothing of a pair.
CASE_KEYRING = env.text("CASE_KEYRING", str(VAR / "case-keyring")) if PROCESS != "worker" else ""
# Rounds the published figures: the worker's alone, and the same for good (docs/figures.md).
FIGURES_KEY = env.secret("FIGURES_KEY", VAR / "figures-key") if PROCESS == "worker" else ""
# What was shredded, kept outside the database: played again after a backup is restored.
ERASURE_LIST = env.text("ERASURE_LIST", str(VAR / "erasures.jsonl"))

# Signing in with the association's own account: the operator's file, read by the member site alone (docs/sso.md).
SSO_PROVIDERS = read_providers(env.text("SSO_PROVIDERS")) if PROCESS == "member" else ()

INSTALLED_APPS = [
    "coordination.admin_config.StaffAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "sso.oauth2",
    *(["sso.saml"] if saml_is_installed(SSO_PROVIDERS) else []),
    "csp",
    "django_htmx",
    "django_countries",  # the names of countries in other languages
    "lucide",
    "mail",
    "profiles",
    "configuration",
    "directory",
    "conduct",
    "guidance",
    "joining",
    "outreach",
    "sso",
    "second_factor",
    "mentorships",
    "matching",
    "peers",
    "feedback",
    "meetings",
    "worksheets",
    "recognition",
    "open_hours",
    "programmes",
    "reminders",
    "privacy",
    "figures",
    "coordination",
    "operations",
    "demo",
]

MIDDLEWARE = [
    "mentoring.lib.request_numbers.number_requests",
    "mentoring.lib.request_metrics.count_requests",
    # The next three put headers on: outermost, so that no answer leaves without them.
    "mentoring.middleware.headers",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "mentoring.middleware.refused_requests",
    "django.middleware.security.SecurityMiddleware",
    "mentoring.middleware.health_checks",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "mentoring.sessions.SignedSessionMiddleware",
    "mentoring.middleware.programme_words",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "mentoring.middleware.whole_page_redirects",
    "mentoring.middleware.reader",
    "configuration.middleware.ask_for_acceptance",
    "sso.middleware.lead_to_providers",
    "profiles.known_browsers.remember_browser",
    "second_factor.gate.StaffGate",
]

MEMBER_URLCONF = "mentoring.urls"
ROOT_URLCONF = "mentoring.urls_staff" if PROCESS == "staff" else MEMBER_URLCONF
WSGI_APPLICATION = "mentoring.wsgi.application"
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
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
                "mentoring.context_processors.programme",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "mentoring.templatetags.frame",
                "mentoring.templatetags.separators",
            ],
        },
    }
]

# Data -------------------------------------------------------------------------------------------

# For how long PostgreSQL works on one statement; 0 is no limit, as for commands. The sites have 25 (mentoring/wsgi.py).
STATEMENT_SECONDS = env.count("STATEMENT_SECONDS")
SQLITE = {
    "transaction_mode": "IMMEDIATE",  # a read lock that wants to grow fails at once; this one waits
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; "
    "PRAGMA secure_delete=ON; PRAGMA foreign_keys=ON;",
}
try:
    DATABASES = {
        "default": dj_database_url.parse(
            env.text("DATABASE_URL") or f"sqlite:///{VAR / 'mentoring.sqlite3'}",
            conn_max_age=600,
            conn_health_checks=True,
        )
    }
except (dj_database_url.ParseError, dj_database_url.UnknownSchemeError, ValueError):
    raise env.OddSetting("DATABASE_URL", "expected postgres://… or sqlite:///…") from None
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"]["OPTIONS"] = SQLITE
    DATABASES["default"]["TEST"] = {"NAME": VAR / "test.sqlite3"}  # a file: threads meet in it
elif DATABASES["default"]["ENGINE"].endswith("postgresql"):
    # jit: the questions of the sweep are many small ones in one; compiling them takes longer than answering them.
    # A server that is there and mute is waited for by these seconds; a statement of a page by STATEMENT_SECONDS.
    DATABASES["default"]["OPTIONS"] = {
        "options": f"-c jit=off -c statement_timeout={1000 * STATEMENT_SECONDS}",
        "connect_timeout": 5,
        "keepalives_idle": 10,
        "keepalives_interval": 5,
        "keepalives_count": 3,
        "tcp_user_timeout": 25_000,
        **DATABASES["default"].get("OPTIONS", {}),
    }
else:
    raise env.OddSetting("DATABASE_URL", "expected PostgreSQL or SQLite")
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.redis("REDIS_URL")
# JSON and nothing else, here and in all that follows: what Redis or a folder holds may be a stranger's.
CACHES = {
    "default": (
        {
            "BACKEND": "mentoring.lib.json_cache.JsonRedisCache",
            "LOCATION": REDIS_URL,
            "KEY_PREFIX": "json",
            "OPTIONS": {"socket_connect_timeout": 2, "socket_timeout": 2},
        }
        if REDIS_URL
        else {"BACKEND": "mentoring.lib.json_cache.JsonFileCache", "LOCATION": VAR / "cache"}
    )
}
# The staff site has a table of its own: its login of the database reaches no session of a member.
SESSION_ENGINE = "coordination.staff_sessions" if PROCESS == "staff" else "mentoring.lib.sealed_sessions"
SESSION_SERIALIZER = "django.contrib.sessions.serializers.JSONSerializer"
# Photos: in this folder, or in a bucket that all machines share. The rights of a file are those of the unit's umask.
MEDIA_ROOT = VAR / "media"
FILE_UPLOAD_PERMISSIONS = None
PHOTO_BUCKET = env.text("PHOTO_BUCKET").rstrip("/")

# Celery is a wake-up, not a store: what is due is a question to the database (P18) -------

CELERY_BROKER_URL = REDIS_URL or "folder://localhost"  # mentoring.lib.folder_broker
CELERY_BROKER_TRANSPORT_OPTIONS = (
    {"socket_timeout": 10, "visibility_timeout": 600}
    if REDIS_URL
    else {
        "data_folder_in": str(VAR / "broker" / "queue"),
        "data_folder_out": str(VAR / "broker" / "queue"),
        "control_folder": str(VAR / "broker" / "control"),
    }
)
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TASK_IGNORE_RESULT = True
CELERY_TIMEZONE = "UTC"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TASK_SERIALIZER = CELERY_RESULT_SERIALIZER = CELERY_EVENT_SERIALIZER = "json"
# In memory: Celery's own keeps its schedule in a pickled file. A beat that starts wakes every job (JOBS.schedule).
CELERY_BEAT_SCHEDULER = "mentoring.lib.beat:OneBeat"
BEAT_LEASE = timedelta(seconds=30)  # for so long the others wait for a beat that was killed
CELERY_WORKER_ENABLE_REMOTE_CONTROL = False  # nobody on Redis tells the worker what to do
CELERY_WORKER_HIJACK_ROOT_LOGGER = False

# Mail -------------------------------------------------------------------------------------------

globals().update(env.mail("EMAIL_URL", f"file:{VAR / 'mail'}"))
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Mentoring <mentoring@demo.example>")
SERVER_EMAIL = DEFAULT_FROM_EMAIL
OUTBOX_LEASE = timedelta(minutes=5)  # what a process has claimed and not sent by then goes to another one
OUTBOX_RETRY_MINUTE = timedelta(minutes=1)  # the unit of mail.outgoing.retry; trials make it shorter

METRICS_TOKEN = env.token("METRICS_TOKEN")  # for /metrics; without it there is no such page
env.folder(
    "PROMETHEUS_MULTIPROC_DIR"
)  # where several processes count requests together; prometheus_client reads it

# What comes in by mail: where answers of calendars and mails that come back go (plus addresses of these two),
# and how they get here (read by the worker, or posted by a mail server). Without CALENDAR_ADDRESS invitations
# ask for no answer; without BOUNCE_ADDRESS mails come back to DEFAULT_FROM_EMAIL.
CALENDAR_ADDRESS = env.address("CALENDAR_ADDRESS")
BOUNCE_ADDRESS = env.address("BOUNCE_ADDRESS")
MAIL_INBOX = env.imap("MAIL_INBOX") if PROCESS == "worker" else None
MAIL_IN_SECRET = env.token("MAIL_IN_SECRET") if PROCESS == "member" else ""
# Keys under which the membership system signs what it tells (docs/import.md); without one there is no such page.
MEMBERSHIP_WEBHOOK_SECRETS = env.webhook_secrets("MEMBERSHIP_WEBHOOK_SECRET") if PROCESS == "member" else ()

# People -----------------------------------------------------------------------------------------

AUTH_USER_MODEL = "profiles.Member"
AUTHENTICATION_BACKENDS = ["profiles.backend.MemberBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator",
        "OPTIONS": {"user_attributes": ("name", "email")},  # by default, fields that no member has
    },
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator"},
    {"NAME": "profiles.password_words.FirstGuessesValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_ADAPTER = "profiles.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_FORMS = {
    "signup": "profiles.forms.SignupForm",
    "login": "profiles.forms.account.LoginForm",
    "request_login_code": "profiles.forms.account.RequestLoginCodeForm",
    "confirm_login_code": "profiles.forms.account.ConfirmLoginCodeForm",
    "confirm_email_verification_code": "profiles.forms.account.ConfirmEmailCodeForm",
    "reset_password": "profiles.forms.account.ResetPasswordForm",
    "add_email": "profiles.forms.account.ChangeEmailForm",
}
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_TIMEOUT = 10 * 60
# Each is a mail, often to an address that a stranger has typed: few for one mailbox, and a bound for one network.
ACCOUNT_RATE_LIMITS = {
    "confirm_email": "5/10m/key,15/h/key",  # codes for one address: who joins twice is not stopped
    "signup": "20/m/ip,300/h/ip",
    "request_login_code": "20/m/ip,300/h/ip,3/m/key,15/h/key",
    "reset_password": "20/m/ip,300/h/ip,5/m/key,15/h/key",
    "manage_email": "10/m/user,30/d/user",
}
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = 10 * 60
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_SESSION_REMEMBER = True
# Passkeys, authenticator apps and recovery codes. Every passkey signs in alone, so the device always asks who holds it.
MFA_ADAPTER = "second_factor.adapter.MFAAdapter"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_TOTP_TOLERANCE = 1  # clocks of phones may be half a minute wrong
MFA_RECOVERY_CODES_SHOW_ONCE = True
MFA_RATE_LIMITS = {"webauthn_login": "30/m/ip"}
# An address that waits to be confirmed is nobody's here: whoever has a factor may change theirs, too.
MFA_ALLOW_UNVERIFIED_EMAIL = True
MFA_FORMS = {
    "authenticate": "second_factor.forms.AuthenticateForm",
    "reauthenticate": "second_factor.forms.ReauthenticateForm",
    "activate_totp": "second_factor.forms.ActivateTOTPForm",
    "add_webauthn": "second_factor.forms.AddPasskeyForm",
    "edit_webauthn": "second_factor.forms.EditPasskeyForm",
    "login_webauthn": "second_factor.forms.LoginWebAuthnForm",
    "authenticate_webauthn": "second_factor.forms.AuthenticateWebAuthnForm",
    "reauthenticate_webauthn": "second_factor.forms.ReauthenticateWebAuthnForm",
}
# Nobody is on the staff site without one. People of the demonstration sign in with their password.
STAFF_SECOND_FACTOR = env.flag("STAFF_SECOND_FACTOR", default=not DEMO)
# No account is found by an address, no token is kept, and a provider that does not answer is not waited for.
SOCIALACCOUNT_ADAPTER = "sso.adapter.SocialAccountAdapter"
SOCIALACCOUNT_PROVIDERS = social_account_providers(SSO_PROVIDERS)
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_STORE_TOKENS = SOCIALACCOUNT_LOGIN_ON_GET = False
SOCIALACCOUNT_REQUESTS_TIMEOUT = 8
# Without a change to it a session ends after this; and after SESSION_LIFETIME in any case (docs/security.md).
SESSION_COOKIE_AGE = 12 * 3600 if PROCESS == "staff" else 14 * 24 * 3600
SESSION_LIFETIME = 12 * 3600 if PROCESS == "staff" else 30 * 24 * 3600

# The programme's own numbers (product 21, 22): mentoring.lib.programme says what each means --------

PROGRAMME_NUMBERS = ProgrammeNumbers.from_environment()

# What the browser may do ------------------------------------------------------------------------

HTTPS = SITE_URL.startswith("https://")
# How many proxies of the operator's stand before this process: tries are counted by the browser's address.
TRUSTED_PROXIES = env.count("TRUSTED_PROXIES")
# Pages of mentors that one member opens in ten minutes, in each process (mentoring.lib.scraping); 0 is no limit.
MENTOR_PAGES = env.count("MENTOR_PAGES", 200)
SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# For how long a browser that was here once comes by https alone. Nobody can take a year back: it begins with an hour.
HSTS = env.choice("HSTS", ("hour", "year", "subdomains", "preload"), "hour")
SECURE_HSTS_SECONDS = (3600 if HSTS == "hour" else 365 * 24 * 3600) if HTTPS else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = HTTPS and HSTS in ("subdomains", "preload")
SECURE_HSTS_PRELOAD = HTTPS and HSTS == "preload"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if HTTPS else None
SECURE_REFERRER_POLICY = "same-origin"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
_KIND = "staff" if PROCESS == "staff" else "member"  # both sites may share a host name
SESSION_COOKIE_NAME = f"{'__Host-' if HTTPS else ''}{_KIND}-session"
CSRF_COOKIE_NAME = f"{'__Host-' if HTTPS else ''}{_KIND}-csrf"
CSRF_FAILURE_VIEW = "mentoring.views.csrf_failure"
X_FRAME_OPTIONS = "DENY"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_500_000
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "frame-src": [NONE],
    }
}

STATIC_URL = "/static/"
STATIC_ROOT = VAR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": photo_storage(
        PHOTO_BUCKET, key=env.text("PHOTO_BUCKET_KEY"), region=env.text("PHOTO_BUCKET_REGION", "us-east-1")
    ),
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if not DEBUG
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

# Words and times --------------------------------------------------------------------------------

LANGUAGE_CODE = "en-gb"  # not `en`: gettext takes that for American
LOCALE_PATHS = [BASE_DIR / "locale"]
LANGUAGES = installed_languages(LOCALE_PATHS[0], LANGUAGE_CODE)
FORMAT_MODULE_PATH = ["mentoring.formats"]
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"request": {"()": "mentoring.lib.request_numbers.RequestNumber"}},
    "formatters": {
        "line": {
            "()": "mentoring.lib.log_lines.LineFormatter",
            "format": "%(asctime)s %(levelname)s %(name)s %(request_number)s %(message)s",
        },
        "json": {"()": "mentoring.lib.log_lines.JsonFormatter"},
    },
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["request"],
            "formatter": env.choice("LOG_FORMAT", ("line", "json"), "line"),
        }
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {
        # The statements carry what people wrote in other tables: never at DEBUG, whatever is asked.
        "django.db.backends": {"level": "INFO"}
    },
}
# An error report says where it happened, never what was in the variables (P33; ways 19 and 20 of the leak test).
DEFAULT_EXCEPTION_REPORTER = "mentoring.lib.error_reports.ErrorReport"
DEFAULT_EXCEPTION_REPORTER_FILTER = "mentoring.lib.error_reports.NoVariables"
SENTRY_DSN = env.text("SENTRY_DSN")
if SENTRY_DSN:
    from mentoring.lib.error_tracker import start_reporting

    start_reporting(SENTRY_DSN, process=PROCESS)
