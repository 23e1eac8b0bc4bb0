"""The person's own balance, mounted under me/."""

from django.urls import path

from vado.balance import letters, views

app_name = "balance"
urlpatterns = [
    path("balance/", views.balance, name="balance"),
    path("balance/add/<slug:pan>/", views.item_new, name="item-new"),
    path("balance/comes-to/", views.comes_to, name="comes-to"),
    path("balance/item/<uuid:leaf_id>/", views.item_change, name="item"),
    path("balance/item/<uuid:leaf_id>/off/", views.item_off, name="item-off"),
    path("balance/item/<uuid:leaf_id>/only-me/", views.only_me, name="item-only-me"),
    path("balance/<str:day>/and/<str:other>/", views.then_and_now, name="then"),
    path("letters/", letters.letters, name="letters"),
    path("letters/ask/", letters.ask, name="letter-ask"),
    path("letters/<uuid:box_id>/read/", letters.read, name="letter-read"),
    path("letters/<uuid:box_id>/drop/", letters.drop, name="letter-drop"),
    path("letters/kept/<uuid:leaf_id>/", letters.letter, name="letter"),
    path("sides/", views.sides, name="sides"),
    path("sides/add/", views.side_new, name="side-new"),
    path("sides/<str:day>/and/<str:other>/", views.sides_then, name="sides-then"),
]
