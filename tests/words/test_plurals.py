import pytest

from pipeline.words.plurals import count


@pytest.mark.parametrize(
    ("number", "told"), [(0, "0 areas"), (1, "1 area"), (1200, "1,200 areas")]
)
def test_one_is_no_plural(number, told):
    assert count(number, "area") == told
