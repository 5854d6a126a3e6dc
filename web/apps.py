from importlib import import_module

from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "web"
    verbose_name = "Public pages"

    def ready(self) -> None:
        # After the admin has found those of the apps, whose page of a profile it takes the place of.
        import_module("web.factsheet.admin")
