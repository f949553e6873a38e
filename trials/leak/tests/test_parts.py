"""Files are read while the programme goes on: messages are taken, scratch files get their names."""

from pathlib import Path

from trials.harness.environment import files_in


def test_a_file_that_is_taken_meanwhile_is_passed_by(tmp_path, monkeypatch):
    for name in ("a.msg", "b.msg", "c.msg"):
        (tmp_path / name).write_text(name)
    read = Path.read_bytes

    def taken_first(path):
        if path.name == "b.msg":
            path.unlink()
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", taken_first)

    assert [(path.name, found) for path, found in files_in(tmp_path)] == [
        ("a.msg", b"a.msg"),
        ("c.msg", b"c.msg"),
    ]


def test_files_of_all_depths_and_none_outside(tmp_path):
    within, outside = tmp_path / "in" / "deep", tmp_path / "out"
    within.mkdir(parents=True)
    outside.write_text("not asked for")
    (within / "kept").write_text("kept")
    (within / "link").symlink_to(outside)

    assert [found for _path, found in files_in(tmp_path / "in")] == [b"kept"]
