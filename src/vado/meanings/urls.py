"""The person's own meanings, mounted under me/."""

from django.urls import path

from vado.meanings.views import closer, hub, leaves, strategies, surf, voices
from vado.meanings.views import map as meanings_map

app_name = "meanings"
urlpatterns = [
    path("meanings/", hub.meanings, name="meanings"),
    path("meanings/leaf/<uuid:leaf_id>/erase/", leaves.remove, name="leaf-remove"),
    path("meanings/leaf/<uuid:leaf_id>/only-me/", leaves.keep_mine, name="leaf-keep-mine"),
    path("meanings/leaf/<uuid:leaf_id>/settle/", leaves.settle, name="leaf-settle"),
    path("closer/", closer.closer, name="closer"),
    path("closer/begin/", closer.begin, name="closer-new"),
    path("closer/together/", closer.together, name="closer-together"),
    path("closer/<uuid:leaf_id>/", closer.line, name="closer-line"),
    path("closer/<uuid:leaf_id>/begin/", closer.begin_at, name="closer-begin"),
    path("closer/<uuid:leaf_id>/tomorrow/", closer.tomorrow, name="closer-tomorrow"),
    path("closer/<uuid:leaf_id>/<slug:moment>/", closer.moment, name="closer-moment"),
    path("surf/", surf.surf, name="surf"),
    path("surf/<uuid:leaf_id>/", surf.wave, name="wave"),
    path("surf/<uuid:leaf_id>/later/", surf.wave_later, name="wave-later"),
    path("surf/<uuid:leaf_id>/end/", surf.wave_end, name="wave-end"),
    path("surf/<uuid:leaf_id>/told/", surf.wave_told, name="wave-told"),
    path("helps/", surf.helps, name="helps"),
    path("strategies/", strategies.strategies, name="strategies"),
    path("strategies/<slug:meaning>/", strategies.strategies, name="strategies-for"),
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
    path("voices/speak/", voices.speak, name="speak"),
    path("formulation/", voices.formulation, name="formulation"),
    path("formulation/on/<str:day>/", voices.formulation, name="formulation-on"),
    path("formulation/<slug:section>/", voices.formulation_part, name="formulation-part"),
]
