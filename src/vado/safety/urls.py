"""Safety: the pages that are always there, and those of a person's own record."""

from django.urls import path

from vado.safety.views import always, answers, mine, offline, plan, sharing, taking

app_name = "safety"
urlpatterns = [
    path("safety/", always.page, name="page"),
    path("safety/steady/", always.steady, name="steady"),
    path("safety/rules/", always.rules, name="rules"),
    # The same pages in a language of their own, so that both can lie in a phone's cache.
    path("safety/en/", always.page, {"language": "en"}, name="page-en"),
    path("safety/es/", always.page, {"language": "es"}, name="page-es"),
    path("safety/en/steady/", always.steady, {"language": "en"}, name="steady-en"),
    path("safety/es/steady/", always.steady, {"language": "es"}, name="steady-es"),
    path("safety/en/rules/", always.rules, {"language": "en"}, name="rules-en"),
    path("safety/es/rules/", always.rules, {"language": "es"}, name="rules-es"),
    path("safety/worker.js", offline.worker, name="worker"),
    path("safety/mine/", offline.plan_kept, name="plan-kept"),
    path("me/safety/", mine.mine, name="mine"),
    path("me/safety/country/", mine.country, name="country"),
    path("me/safety/takes/", taking.takes, name="takes"),
    path("me/safety/takes/<uuid:leaf_id>/", taking.take_change, name="take-change"),
    path("me/safety/takes/<uuid:leaf_id>/erase/", taking.take_away, name="take-away"),
    path("me/safety/keep/<uuid:leaf_id>/", taking.keep_one, name="keep-one"),
    path("me/safety/about/", mine.about, name="about"),
    path("me/safety/card/", mine.card, name="card"),
    path("me/safety/know/", answers.know, name="know"),
    path("me/safety/kind/", answers.own_class, name="own-class"),
    path("me/safety/shared/", sharing.shared, name="shared"),
    path("me/safety/share/", sharing.share, name="share"),
    path("me/safety/shared/<uuid:leaf_id>/take-back/", sharing.take_back, name="take-back"),
    path("me/safety/plan/", plan.plan, name="plan"),
    path("me/safety/plan/write/", plan.write, name="plan-write"),
    path("me/safety/plan/history/", plan.history, name="plan-history"),
    path("me/safety/plan/erase/", plan.erase, name="plan-erase"),
    path("with/<uuid:record_id>/safety/plan/", plan.shared, name="plan-shared"),
]
