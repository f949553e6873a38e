"""Markdown of coordinators becomes HTML that can do no harm."""

import pytest

from mentoring.lib.markdown import as_html


def test_headings_lists_and_links_are_made():
    html = as_html("# Rules\n\n- be *kind*\n- [read](/privacy/) or [write](mailto:a@b.example)")

    assert "<h2>Rules</h2>" in html and "<li>be <em>kind</em></li>" in html
    assert 'href="/privacy/"' in html and 'href="mailto:a@b.example"' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "[x](//evil.example/)",
        "[x](http://evil.example/)",
        "![x](https://evil.example/x.png)",
        "[x](data:text/html,hi)",
        '[x](https://a.example "onload=\\"x")',
    ],
)
def test_markdown_makes_nothing_that_runs_or_loads(text):
    html = as_html(text)

    assert "<script" not in html and "<img" not in html
    assert "javascript:" not in html.partition('href="')[2].partition('"')[0]
    assert 'href="//' not in html and 'href="http:' not in html and 'href="data' not in html
