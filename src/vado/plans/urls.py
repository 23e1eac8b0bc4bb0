"""The person's own goals, plans and changes, mounted under me/."""

from django.urls import path

from vado.plans.views import changed, goals, occasions, plan, week

app_name = "plans"
urlpatterns = [
    path("plan/", plan.plan, name="plan"),
    path("plan/new/", plan.plan_new, name="plan-new"),
    path("plan/<uuid:plan_id>/", plan.use_plan, name="use-plan"),
    path("plan/<uuid:plan_id>/change/", plan.plan_edit, name="plan-edit"),
    path("plan/<uuid:plan_id>/rest/", plan.plan_rest, name="plan-rest"),
    path("plan/<uuid:plan_id>/hold/", plan.plan_hold, name="plan-hold"),
    path("goals/new/", goals.goal_new, name="goal-new"),
    path("goals/<uuid:leaf_id>/", goals.goal, name="goal"),
    path("goals/<uuid:leaf_id>/change/", goals.goal_edit, name="goal-edit"),
    path("goals/<uuid:leaf_id>/rate/", goals.goal_rate, name="goal-rate"),
    path("goals/<uuid:leaf_id>/choose/", goals.goal_choose, name="goal-choose"),
    path("goals/<uuid:leaf_id>/without/", goals.count_without, name="goal-without"),
    path("readiness/", goals.readiness, name="readiness"),
    path("occasions/new/", occasions.occasion_new, name="occasion-new"),
    path("occasions/<uuid:leaf_id>/", occasions.occasion, name="occasion"),
    path("occasions/<uuid:leaf_id>/change/", occasions.occasion_edit, name="occasion-edit"),
    path("occasions/<uuid:leaf_id>/erase/", occasions.occasion_remove, name="occasion-remove"),
    path("looking-back/kept/", occasions.looked_back, name="looked-back"),
    path("looking-back/<str:day>/", occasions.look_back, name="look-back"),
    path("week/", week.week, name="week"),
    path("week/<str:day>/", week.week, name="week-of"),
    path("week/<str:day>/keep/", week.week_keep, name="week-keep"),
    path("week/<str:day>/tear-off/", week.week_tear_off, name="week-tear-off"),
    path("changed/", changed.changed, name="changed"),
    path("changed/finding/", changed.finding, name="finding"),
    path("changed/choose/", changed.choose, name="choose"),
    path("holds/", changed.holds, name="holds"),
    path("holds/<uuid:leaf_id>/erase/", changed.holds_remove, name="holds-remove"),
]
