"""A folder in `locale/` is a language of the site."""

import pytest

from mentoring.lib.languages import installed_languages


@pytest.fixture
def folder(tmp_path):
    for name in ("fr", "en_US", "qps", "pt_BR", "en_GB"):
        (tmp_path / name / "LC_MESSAGES").mkdir(parents=True)
    (tmp_path / "no_language").mkdir()
    (tmp_path / "en_GB" / "name.txt").write_text("English\n")
    return tmp_path


def test_each_folder_is_one_with_its_own_name_ours_first(folder):
    assert installed_languages(folder, "en-gb") == [
        ("en-gb", "English"),
        ("en-us", "English"),
        ("fr", "Français"),
        ("pt-br", "Português Brasileiro"),
        ("qps", "Qps"),
    ]


def test_a_file_names_one_that_django_does_not_know(folder):
    (folder / "qps" / "name.txt").write_text("Turned around")

    assert dict(installed_languages(folder, "en-gb"))["qps"] == "Turned around"
