"""Where the shipped packs lie."""

from pathlib import Path

import pytest

from bpogov.policy import library


def test_a_checkout_has_them_at_its_root() -> None:
    """Beside `src`, and the core pack is among them."""
    folder = library.shipped_folder()
    assert (folder.name, (folder / "core/pack.yaml").is_file()) == ("policies", True)
    assert "bpogov/core" in library.shipped_names()


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where `_policies` lies in the package it wins, and names come from the folders with a manifest."""
    package = tmp_path / "site/bpogov"
    (package / "policy").mkdir(parents=True)
    monkeypatch.setattr(library, "__file__", str(package / "policy/library.py"))
    assert library.shipped_folder() == (tmp_path / "policies").resolve()
    assert library.shipped_names() == ()
    for name in ("gdpr", "core", "drafts"):
        (package / "_policies" / name).mkdir(parents=True)
    for name in ("gdpr", "core"):
        (package / "_policies" / name / "pack.yaml").touch()
    assert library.shipped_folder() == (package / "_policies").resolve()
    assert library.shipped_names() == ("bpogov/core", "bpogov/gdpr")
    monkeypatch.chdir(tmp_path)
    assert library.shown(str(package / "_policies/core/pack.yaml")) == "bpogov/core/pack.yaml"
