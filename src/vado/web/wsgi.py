"""The door through which a web server speaks to Vado."""

import os

from django.core.wsgi import get_wsgi_application

from vado.web.collecting import settle_memory

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vado.web.settings")
application = get_wsgi_application()
settle_memory()
