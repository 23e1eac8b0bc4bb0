"""Meanings through a door, mounted under with/<record>/."""

from django.urls import path

from vado.meanings.views import closer, voices
from vado.meanings.views import map as meanings_map

app_name = "with-meanings"
urlpatterns = [
    path("closer/", closer.closer, name="closer"),
    path("closer/together/", closer.together, name="closer-together"),
    path("closer/<uuid:leaf_id>/", closer.line, name="closer-line"),
    path("map/", meanings_map.meanings_map, name="map"),
    path("map/on/<str:day>/", meanings_map.map_on_day, name="map-on"),
    path("map/thing/", meanings_map.node_new, name="map-node-new"),
    path("map/thing/<uuid:leaf_id>/", meanings_map.node, name="map-node"),
    path("map/thing/<uuid:leaf_id>/change/", meanings_map.node_change, name="map-node-change"),
    path("map/thing/<uuid:leaf_id>/what-if/", meanings_map.what_if, name="map-what-if"),
    path("map/arrow/", meanings_map.arrow_new, name="map-arrow-new"),
    path("map/arrow/<uuid:leaf_id>/", meanings_map.arrow, name="map-arrow"),
    path("map/arrow/<uuid:leaf_id>/change/", meanings_map.arrow_change, name="map-arrow-change"),
    path("map/<uuid:leaf_id>/off/", meanings_map.take_off, name="map-off"),
    path("voices/", voices.voices, name="voices"),
    path("voices/over-time/", voices.voices_over_time, name="voices-over-time"),
    path("formulation/", voices.formulation, name="formulation"),
    path("formulation/on/<str:day>/", voices.formulation, name="formulation-on"),
    path("formulation/<slug:section>/", voices.formulation_part, name="formulation-part"),
]
