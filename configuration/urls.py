from django.urls import path

from configuration import views

urlpatterns = [
    path("accept/", views.policy_accept, name="policy_accept"),
    path("policies/<slug:name>/", views.policy, name="policy"),
    path("policies/<slug:name>/<int:number>/", views.policy_version, name="policy_version"),
]
