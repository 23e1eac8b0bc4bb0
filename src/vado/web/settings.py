"""The settings of Vado: closed by default, read from the environment, checked at the start by `vado doctor`."""

import os
from pathlib import Path

from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from vado.web.content_policy import CONTENT_SECURITY_POLICY  # noqa: F401
from vado.web.databases import database_from_environment, home_folder
from vado.web.log_lines import LOGGING  # noqa: F401
from vado.web.signing import signing_key

HOME = home_folder()
DEMONSTRATION = os.environ.get("VADO_DEMONSTRATION") == "1"
ALONE = os.environ.get("VADO_ALONE") == "1"
DEBUG = False
ALLOWED_HOSTS = os.environ.get("VADO_HOSTS", "127.0.0.1,localhost,[::1]").split(",")
HTTPS = os.environ.get("VADO_HTTPS") == "1"
KEY_FILE = Path(os.environ.get("VADO_KEY_FILE", Path.home() / ".config" / "vado" / "practice.key"))

INSTALLED_APPS = [
    # Ours first: where a library has the same words, ours are shown.
    "vado.record",
    "vado.people",
    "vado.safety",
    "vado.diary",
    "vado.plans",
    "vado.meanings",
    "vado.balance",
    "vado.meetings",
    "vado.web",
    "vado.demonstration",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "vado.web.middleware.quiet_pages",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "vado.web.middleware.help_first",
    "vado.web.unlocking.locked_until_opened",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "vado.people.late_words.KeepsLateWords",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "vado.people.middleware.arrivals",
    "vado.safety.gentle.says_gently",
]

ROOT_URLCONF = "vado.demonstration.urls" if DEMONSTRATION else "vado.web.urls"
WSGI_APPLICATION = "vado.web.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "vado.web.context.shell",
            ],
        },
    }
]

DATABASES = {"default": database_from_environment()}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
ATOMIC_REQUESTS = False

AUTH_USER_MODEL = "people.Account"
LOGIN_URL = "enter" if DEMONSTRATION else "people:sign-in"
LOGIN_REDIRECT_URL = "first"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]

# web
LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("es", _("Spanish"))]
LOCALE_PATHS = [Path(__file__).parent.parent / room / "locale" for room in ("web", "exchange", "cli")]
FORMAT_MODULE_PATH = ["vado.web.formats"]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = HTTPS
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
STATIC_IS_BUILT = (STATIC_ROOT / "staticfiles.json").is_file()
FONT_FOLDER = HOME / "fonts"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "vado.web.fonts.FontFinder",
]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.InMemoryStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if STATIC_IS_BUILT
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
WHITENOISE_USE_FINDERS = not STATIC_IS_BUILT
WHITENOISE_AUTOREFRESH = not STATIC_IS_BUILT

# Not "no-referrer": with it a browser sends `Origin: null` with our own forms, and they are refused.
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_SSL_REDIRECT = HTTPS
SECURE_HSTS_SECONDS = 31_536_000 if HTTPS else 0
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
CSRF_FAILURE_VIEW = "vado.web.views.mishaps.form_refused"
DATA_UPLOAD_MAX_MEMORY_SIZE = 8 * 1024 * 1024  # a note of 1 MB is six when its accents are url-encoded
FILE_UPLOAD_HANDLERS = ["vado.web.uploads.MemoryOnly"]
FILE_UPLOAD_MAX_MEMORY_SIZE = 32 * 1024 * 1024  # many years of a diary; one file is held by one worker at a time
QUICK_EXIT_ADDRESS = os.environ.get("VADO_EXIT_ADDRESS", "https://www.wikipedia.org/")

# people
SECRET_KEY = SimpleLazyObject(signing_key)
SESSION_ENGINE = "vado.people.sessions"
SESSION_COOKIE_NAME = "here"
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
SESSION_COOKIE_AGE = 12 * 60 * 60
CACHES = {"default": {"BACKEND": "vado.people.shared_notes.SharedNotes"}}
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
ACCOUNT_ADAPTER = "vado.people.adapters.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = "login_index"
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"  # no mail to anybody, even if a library asks
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_FORMS = {"login": "vado.people.forms.SignInForm", "reauthenticate": "vado.people.forms.OnceMoreForm"}
ACCOUNT_USER_DISPLAY = "vado.people.adapters.name_of_account"
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "5/15m/key"}  # the key holds the address
MFA_ADAPTER = "vado.people.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "authenticate": "vado.people.forms_second_step.CodeForm",
    "reauthenticate": "vado.people.forms_second_step.CodeOnceMoreForm",
    "authenticate_webauthn": "vado.people.forms_second_step.PasskeyForm",
    "reauthenticate_webauthn": "vado.people.forms_second_step.PasskeyOnceMoreForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True  # added after sign-up: allauth refuses a sign-up by passkey without e-mail
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = False
MFA_TRUST_ENABLED = False
