"""The content security policy in one dict: nothing from anywhere but Vado itself, and nothing inline."""

from typing import Any

from csp.constants import NONE, SELF

CONTENT_SECURITY_POLICY: dict[str, Any] = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "style-src": [SELF],
        "script-src": [SELF],
        "font-src": [SELF],
        "img-src": [SELF, "data:"],  # the picture of a second factor's key is drawn into its page
        "connect-src": [SELF],
        "worker-src": [SELF],  # the one that keeps the pages of safety for a time without network
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
