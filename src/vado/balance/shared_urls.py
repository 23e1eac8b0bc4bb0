"""The balance through a door, mounted under with/<record>/: for reading."""

from django.urls import path

from vado.balance import views

app_name = "with-balance"
urlpatterns = [
    path("balance/", views.balance, name="balance"),
    path("balance/<str:day>/and/<str:other>/", views.then_and_now, name="then"),
    path("sides/", views.sides, name="sides"),
    path("sides/<str:day>/and/<str:other>/", views.sides_then, name="sides-then"),
]
