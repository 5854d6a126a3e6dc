"""Filling in the admin's forms as a browser does: every field of the page, then what a person types."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import reverse


@pytest.fixture
def editor(db: None) -> Client:
    """A member of the group "Editors", logged in."""
    user = User.objects.create_user("editor", is_staff=True)
    user.groups.add(Group.objects.get(name="Editors"))
    client = Client()
    client.force_login(user)
    return client


def address(model: type[Model], page: str, *arguments: object) -> str:
    return reverse(f"admin:{model._meta.app_label}_{model._meta.model_name}_{page}", args=arguments)


def submit(client: Client, path: str, **typed: Any) -> Any:
    """Open the form at `path`, fill in `typed` (None empties a field), and send it all."""
    page = client.get(path)
    assert page.status_code == 200, page.status_code
    data: dict[str, Any] = {}
    admin_form = page.context["adminform"]
    forms = [admin_form.form]
    for formset in page.context["inline_admin_formsets"]:
        forms += [formset.formset.management_form, *formset.formset.forms]
    for form in forms:
        for name in form.fields:
            bound = form[name]
            data[bound.html_name] = bound.value()
    data |= typed
    return client.post(path, {name: value for name, value in data.items() if value is not None})


def errors(response: Any) -> dict[str, list[str]]:
    """What the form complains of, by field; inline forms' complaints by their own field's name."""
    assert response.status_code == 200, f"no complaint: {response.status_code} {getattr(response, 'url', '')}"
    found = {field: list(messages) for field, messages in response.context["adminform"].form.errors.items()}
    for formset in response.context["inline_admin_formsets"]:
        for form in formset.formset.forms:
            found |= {field: list(messages) for field, messages in form.errors.items()}
    return found
