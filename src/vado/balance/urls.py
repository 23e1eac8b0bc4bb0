"""The person's own balance, mounted under me/."""

from django.urls import path

from vado.balance import items, letters, over_time, views

app_name = "balance"
urlpatterns = [
    path("balance/", views.balance, name="balance"),
    path("balance/begin/", items.begin, name="begin"),
    path("balance/of/<uuid:leaf_id>/", views.balance, name="of"),
    path("balance/over-time/", over_time.balance_over_time, name="over-time"),
    path("balance/add/<slug:pan>/", items.item_new, name="item-new"),
    path("balance/comes-to/", views.comes_to, name="comes-to"),
    path("balance/item/<uuid:leaf_id>/", items.item_change, name="item"),
    path("balance/item/<uuid:leaf_id>/off/", items.item_off, name="item-off"),
    path("balance/item/<uuid:leaf_id>/only-me/", items.only_me, name="item-only-me"),
    path("balance/item/<uuid:leaf_id>/settle/", items.settle, name="item-settle"),
    path("balance/<str:day>/and/<str:other>/", views.then_and_now, name="then"),
    path("letters/", letters.letters, name="letters"),
    path("letters/ask/", letters.ask, name="letter-ask"),
    path("letters/<uuid:box_id>/read/", letters.read, name="letter-read"),
    path("letters/<uuid:box_id>/drop/", letters.drop, name="letter-drop"),
    path("letters/kept/<uuid:leaf_id>/", letters.letter, name="letter"),
    path("sides/", views.sides, name="sides"),
    path("sides/over-time/", over_time.sides_over_time, name="sides-over-time"),
    path("sides/add/", items.side_new, name="side-new"),
    path("sides/<str:day>/and/<str:other>/", views.sides_then, name="sides-then"),
]
