"""The balance through a door, mounted under with/<record>/: for reading."""

from django.urls import path

from vado.balance import over_time, views

app_name = "with-balance"
urlpatterns = [
    path("balance/", views.balance, name="balance"),
    path("balance/over-time/", over_time.balance_over_time, name="over-time"),
    path("balance/of/<uuid:leaf_id>/", views.balance, name="of"),
    path("balance/<str:day>/and/<str:other>/", views.then_and_now, name="then"),
    path("sides/", views.sides, name="sides"),
    path("sides/over-time/", over_time.sides_over_time, name="sides-over-time"),
    path("sides/<str:day>/and/<str:other>/", views.sides_then, name="sides-then"),
]
