"""Product 11, 65: in a script without spaces a word is found inside a text, and a family name finds the full one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from directory.filters import MentorFilter
from directory.search.fold import tokens
from directory.search.unspaced import split_runs
from factories import mentor

TEXTS = {
    "Chinese": (
        "王小明",
        "我在大学图书馆工作，喜欢帮助年轻的馆员。",
        ["图书馆", "馆员", "年轻", "王", "王小明", "小明", "大学图书馆"],
    ),
    "Japanese": (
        "山田太郎",
        "大学図書館でRDAの目録を作っています。コンピューターも好きです。",
        ["図書館", "目録", "コンピュータ", "山田", "山田 太郎", "RDAの目録", "ｺﾝﾋﾟｭｰﾀ"],
    ),
    "Korean": ("김민준", "대학 도서관에서 일합니다.", ["도서관", "김", "민준", "김민준"]),
    "Thai": ("สมชาย ใจดี", "ฉันทำงานในห้องสมุดมหาวิทยาลัย", ["ห้องสมุด", "มหาวิทยาลัย", "สมชาย"]),
    "Khmer": ("សុខា", "ខ្ញុំធ្វើការនៅបណ្ណាល័យ", ["បណ្ណាល័យ", "សុខា"]),
    "Lao": ("ສົມພອນ", "ຂ້ອຍເຮັດວຽກຢູ່ຫໍສະໝຸດ", ["ຫໍສະໝຸດ"]),
    "Burmese": ("အောင်", "စာကြည့်တိုက်မှာအလုပ်လုပ်တယ်", ["စာကြည့်တိုက်"]),
    "a name with a space in it": ("山田 花子", "司書", ["山田花子", "花子", "山田"]),
}
CASES = [(name, bio, query) for name, bio, queries in TEXTS.values() for query in queries]


def found(query):
    return {listing.name for listing in MentorFilter({"q": query}, time_zone="UTC").qs}


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "bio", "query"), CASES)
def test_a_word_inside_is_found(name, bio, query):
    """Fault F17."""
    mentor(name=name, bio=bio)
    mentor(name="Rosalind Achterberg", areas=["archives"], bio="I mend bindings.")

    assert found(query) == {name}


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["书图", "馆图书", "电影", "明小", "図书馆", "王大"])
def test_letters_in_another_order_or_company_are_another_word(query):
    mentor(name="王小明", bio="我在大学图书馆工作。")

    assert found(query) == set()


@pytest.mark.django_db
def test_two_words_apart_are_looked_for_apart_and_mix_with_other_scripts():
    mentor(name="王小明", bio="我在图书馆做编目，也教 MARC。")

    for query in ("图书馆 编目", "编目 图书馆", "MARC 图书馆", "图书馆MARC", '"图书馆做编目"'):
        assert found(query) == {"王小明"}
    assert found('"编目图书馆"') == set()


@pytest.mark.django_db
def test_the_longest_query_is_answered():
    mentor(name="王小明", bio="图书馆" * 900)

    assert found("图书馆" * 70) == {"王小明"}
    assert found("图" * 200) == set()


@given(st.text(alphabet=st.sampled_from("图書館のカがｶﾞ王김민각กำิខ្ញ aRDA1-’ \u200b\u3000々ー"), max_size=30))
def test_tokens_of_tokens_are_the_same(text):
    once = tokens(text)

    assert tokens(" ".join(once)) == once
    assert tokens(" ".join(split_runs(text)[1])) == [t for t in once if not t.isascii()]
