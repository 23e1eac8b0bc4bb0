"""The one page of the balance that needs no sign-in: whoever was given a code leaves words there."""

from django.urls import path

from vado.balance import letters

app_name = "letter"
urlpatterns = [
    path("letter/", letters.leave, name="leave"),
    path("letter/left/", letters.left, name="left"),
]
