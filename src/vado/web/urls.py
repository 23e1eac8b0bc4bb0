"""Every address of Vado. Each view carries @opens, @staff, @signed_in or @public; the start-up check refuses others."""

from django.urls import URLPattern, URLResolver

urlpatterns: list[URLPattern | URLResolver] = []
