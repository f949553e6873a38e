"""The five sentences of the preview of words are in the catalogues and name what is changed."""

import pytest

from configuration.texts.words import SAMPLES, groups_of, samples


@pytest.mark.parametrize("language", ["en-gb", "en-us", "es", "fr"])
def test_the_samples_name_what_is_changed(language):
    words = {form: "xxxx" for group in groups_of(language) for form in group}

    assert len(samples(words, language)) == len(SAMPLES) == 5
    assert sum("xxxx" in text.lower() for text in samples(words, language)) >= 3
    assert not any("xxxx" in text for text in samples({}, language))
