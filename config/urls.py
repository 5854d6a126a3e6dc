"""The root of every address."""

from django.contrib import admin
from django.urls import include, path

from web.http import health

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("web.urls")),
    path("healthz/live", health.live, name="health-live"),
    path("healthz/ready", health.ready, name="health-ready"),
]
