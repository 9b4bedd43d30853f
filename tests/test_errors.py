import pickle

import pytest

from pipeline import errors

EVERY = {
    errors.ReadError: ("a.txt", "no such file", "check the path"),
    errors.UnsupportedFormat: ("a.bin", "no reader", "convert it"),
    errors.EmptyInput: ("a.txt", "the file is empty", "fetch it again"),
    errors.LimitExceeded: ("a.txt", "too long", "split it"),
    errors.DataError: ("a.toml: slug: missing", "b.toml: scale: missing"),
    errors.GoldError: ("gold.json", "no such key"),
    errors.SinkError: ("a.db", "is locked", "wait"),
    errors.EngineError: ("tcp://host:8786", "no answer", "check the address"),
    errors.AlignmentError: (0, 4, "good"),
}


def tree(error):
    return {error}.union(*map(tree, error.__subclasses__()))


def test_every_error_stands_in_the_table_above():
    assert tree(errors.PipelineError) - {errors.PipelineError} == set(EVERY)


def test_every_error_stands_in_the_drawn_tree():
    assert all(error.__name__ in errors.__doc__ for error in tree(errors.PipelineError))


@pytest.mark.parametrize(("error", "fields"), EVERY.items())
def test_an_error_survives_the_way_out_of_a_worker(error, fields):
    before = error(*fields)
    after = pickle.loads(pickle.dumps(before))  # noqa: S301 - our own

    assert (type(after), str(after), vars(after)) == (error, str(before), vars(before))


@pytest.mark.parametrize(("error", "fields"), EVERY.items())
def test_a_message_has_every_field(error, fields):
    assert all(str(field) in str(error(*fields)) for field in fields)
