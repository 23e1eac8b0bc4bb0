"""Goals, plans and changes through a door, mounted under with/<record>/: for reading."""

from django.urls import path

from vado.plans.views import changed, goals, plan

app_name = "with-plans"
urlpatterns = [
    path("plan/", plan.plan, name="plan"),
    path("plan/<uuid:plan_id>/", plan.use_plan, name="use-plan"),
    path("goals/<uuid:leaf_id>/", goals.goal, name="goal"),
    path("changed/", changed.changed, name="changed"),
]
