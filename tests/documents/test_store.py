"""Bytes lie under their SHA-256, whole or not at all, and are checked when they are read."""

import hashlib
import os
from pathlib import Path

import fsspec
import pytest

from mla.documents.store import Altered, Missing, Store, StoreError

CONTENT = b"a letter"
NAME = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "documents"


@pytest.fixture
def store(folder: Path) -> Store:
    return Store(folder.as_uri())


def test_what_is_put_is_got_back_under_its_sha256(store):
    assert not store.exists(NAME)
    assert store.put(CONTENT) == NAME
    assert store.exists(NAME)
    assert store.get(NAME) == CONTENT


def test_the_same_bytes_are_kept_once_and_nothing_passing_stays(store, folder):
    store.put(CONTENT)
    store.put(CONTENT)
    assert [path.name for path in folder.rglob("*") if path.is_file()] == [NAME]


def test_the_folder_is_closed_to_other_users(store, folder):
    store.put(CONTENT)
    assert folder.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["ab" * 32, "../../etc/passwd", "", NAME.upper()])
def test_nothing_under_a_name_is_missing(store, name):
    store.put(CONTENT)
    with pytest.raises(Missing):
        store.get(name)


def test_altered_bytes_are_never_handed_out_nor_overwritten(store, folder):
    store.put(CONTENT)
    path = next(path for path in folder.rglob("*") if path.is_file())
    path.write_bytes(b"another letter")
    with pytest.raises(Altered):
        store.get(NAME)
    with pytest.raises(Altered):
        store.put(CONTENT)
    assert path.read_bytes() == b"another letter"


@pytest.mark.parametrize("step", ["open", "mv", "makedirs", "isfile"])
def test_whatever_the_disk_says_is_one_cause_and_leaves_nothing_behind(store, folder, monkeypatch, step):
    def full(*_arguments: object, **_named: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(type(store._files), step, full)
    with pytest.raises(StoreError, match="No space left"):
        store.put(CONTENT)
    monkeypatch.undo()
    assert not store.exists(NAME)
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_bytes_that_the_disk_wrote_wrongly_are_not_kept(store, folder, monkeypatch):
    monkeypatch.setattr(type(store._files), "cat_file", lambda *_: b"half a lett")
    with pytest.raises(StoreError, match="not written as it was given"):
        store.put(CONTENT)
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_a_folder_that_is_a_file_is_a_store_error(tmp_path):
    (tmp_path / "documents").write_text("in the way")
    with pytest.raises(StoreError):
        Store((tmp_path / "documents").as_uri()).put(CONTENT)


# The row that names the bytes survives a loss of power, so they must: first the file, then the folders it lies in.
def test_bytes_are_on_the_disk_before_they_get_their_name(store, folder, monkeypatch):
    done: list[str] = []
    sync, move = os.fsync, store._files.mv

    def noted(opened: int) -> None:
        done.append(str(Path(f"/proc/self/fd/{opened}").readlink()))
        sync(opened)

    monkeypatch.setattr(os, "fsync", noted)
    monkeypatch.setattr(store._files, "mv", lambda *paths: (done.append("moved"), move(*paths)))
    store.put(CONTENT)
    assert done[0].startswith(f"{folder}/incoming/")
    assert done[1:] == ["moved", f"{folder}/{NAME[:2]}", str(folder), str(folder.parent)]


def test_a_disk_that_does_not_take_the_bytes_keeps_nothing(store, folder, monkeypatch):
    def broken(_opened: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", broken)
    with pytest.raises(StoreError, match="Input/output error"):
        store.put(CONTENT)
    assert not [path for path in folder.rglob("*") if path.is_file()]


def test_any_file_system_of_fsspec_will_do():
    store = Store("memory://papers")
    try:
        assert store.get(store.put(CONTENT)) == CONTENT
    finally:
        fsspec.filesystem("memory").store.clear()
