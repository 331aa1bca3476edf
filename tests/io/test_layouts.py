from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.io.layouts import find_clip, find_clips, find_references, list_images, natural_key


def touch(root: Path, *names: str) -> Path:
    for name in names:
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch()
    return root


class TestNaturalOrder:
    def test_numbers_count_as_numbers(self) -> None:
        names = ["A10", "a2", "A1", "B1"]
        assert sorted(names, key=natural_key) == ["A1", "a2", "A10", "B1"]

    @given(names=st.lists(st.text(max_size=6)))
    def test_any_names_can_be_sorted(self, names: list[str]) -> None:
        assert len(sorted(names, key=natural_key)) == len(names)

    def test_images_of_a_folder(self, tmp_path: Path) -> None:
        touch(tmp_path, "2.png", "10.TGA", "1.tif", "notes.txt", ".3.png", "sub/4.png")
        assert [path.name for path in list_images(tmp_path)] == ["1.tif", "2.png", "10.TGA"]

    def test_no_folder_has_no_images(self, tmp_path: Path) -> None:
        assert list_images(tmp_path / "none") == []

    def test_two_files_of_one_stem_are_refused(self, tmp_path: Path) -> None:
        touch(tmp_path, "1.png", "1.tga")
        with pytest.raises(InputError, match=r"both 1\.png and 1\.tga"):
            list_images(tmp_path)


class TestFindClip:
    def test_dacon(self, tmp_path: Path) -> None:
        names = ("line/1.png", "line/2.png", "ref/line/1.png", "ref/gt/1.png", "ref/line/9.png")
        clip = find_clip(touch(tmp_path / "girl", *names))
        assert clip.name == "girl"
        assert clip.has_sheet
        assert [frame.name for frame in clip.unpainted] == ["1", "2"]
        (reference,) = clip.references
        assert reference.name == "ref/1"
        assert reference.line == tmp_path / "girl/ref/line/1.png"

    def test_basicpbc(self, tmp_path: Path) -> None:
        clip = find_clip(touch(tmp_path, "line/1.png", "line/2.png", "line/10.png", "gt/2.tga"))
        assert [frame.name for frame in clip.frames] == ["1", "2", "10"]
        assert [frame.name for frame in clip.painted] == ["2"]
        assert clip.references == ()
        assert not clip.has_sheet

    def test_paintbucket_character(self, tmp_path: Path) -> None:
        names = ("line/1.png", "gt/1.png", "seg/1.png", "json_color/1.json", "line/2.png")
        one, two = find_clip(touch(tmp_path, *names)).frames
        assert one.labels == tmp_path / "seg/1.png"
        assert one.label_colors == tmp_path / "json_color/1.json"
        assert two.labels is None
        assert not two.has_truth

    def test_label_colors_beside_the_labels(self, tmp_path: Path) -> None:
        (frame,) = find_clip(touch(tmp_path, "line/1.png", "seg/1.png", "seg/1.json")).frames
        assert frame.label_colors == tmp_path / "seg/1.json"
        assert frame.has_truth

    def test_plain_folder_without_the_references_in_it(self, tmp_path: Path) -> None:
        touch(tmp_path, "1.png", "2.png", "sheet.png")
        clip = find_clip(tmp_path, [tmp_path / "sheet.png"])
        assert [frame.name for frame in clip.frames] == ["1", "2"]
        assert [item.painting for item in clip.references] == [tmp_path / "sheet.png"]

    def test_a_reference_is_no_frame_however_it_is_written(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        touch(tmp_path, "1.png", "sheet.png")
        monkeypatch.chdir(tmp_path)
        clip = find_clip(".", [tmp_path / "sheet.png"])
        assert [frame.name for frame in clip.frames] == ["1"]

    def test_a_link_to_a_file_that_is_gone_is_a_frame(self, tmp_path: Path) -> None:
        touch(tmp_path, "1.png")
        (tmp_path / "2.png").symlink_to(tmp_path / "gone.png")
        assert [frame.name for frame in find_clip(tmp_path).frames] == ["1", "2"]

    def test_a_folder_that_cannot_be_read_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def refuse(path: Path) -> bool:
            raise PermissionError(13, "Permission denied", str(path))

        monkeypatch.setattr(Path, "is_dir", refuse)
        with pytest.raises(InputError, match=r"cannot be read \(Permission denied\); change"):
            find_clip(tmp_path)

    def test_single_image(self, tmp_path: Path) -> None:
        clip = find_clip(touch(tmp_path, "原画 1.png") / "原画 1.png")
        assert [frame.line for frame in clip.frames] == [tmp_path / "原画 1.png"]

    def test_missing(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="does not exist"):
            find_clip(tmp_path / "none")

    def test_folder_without_images(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="has no images"):
            find_clip(touch(tmp_path, "notes.txt"))

    def test_a_reference_given_twice_counts_once(self, tmp_path: Path) -> None:
        touch(tmp_path, "line/1.png", "ref/gt/1.png")
        clip = find_clip(tmp_path, [tmp_path / "ref"])
        assert len(clip.references) == 1

    def test_references_of_one_name_stay_apart(self, tmp_path: Path) -> None:
        touch(tmp_path, "line/1.png", "a/sheet/1.png", "b/sheet/1.png")
        clip = find_clip(tmp_path, [tmp_path / "a/sheet", tmp_path / "b/sheet"])
        assert [item.name for item in clip.references] == ["sheet/1", "sheet/1 (2)"]


class TestFindReferences:
    def test_painting_alone(self, tmp_path: Path) -> None:
        (found,) = find_references(touch(tmp_path, "x/sheet.png") / "x/sheet.png")
        assert (found.name, found.line) == ("x/sheet", None)

    def test_painting_in_gt_finds_its_line_art(self, tmp_path: Path) -> None:
        touch(tmp_path, "gt/1.png", "line/1.tga")
        (found,) = find_references(tmp_path / "gt/1.png")
        assert found.line == tmp_path / "line/1.tga"

    def test_folder_of_pairs(self, tmp_path: Path) -> None:
        touch(tmp_path / "hero", "gt/1.png", "line/1.png", "line/2.png")
        (found,) = find_references(tmp_path / "hero")
        assert (found.name, found.line) == ("hero/1", tmp_path / "hero/line/1.png")

    def test_folder_with_ref_inside(self, tmp_path: Path) -> None:
        touch(tmp_path / "hero", "ref/gt/1.png", "line/2.png")
        (found,) = find_references(tmp_path / "hero")
        assert found.painting == tmp_path / "hero/ref/gt/1.png"

    def test_folder_of_paintings(self, tmp_path: Path) -> None:
        touch(tmp_path / "sheets", "1.png", "2.png")
        assert [item.name for item in find_references(tmp_path / "sheets")] == [
            "sheets/1",
            "sheets/2",
        ]

    @pytest.mark.parametrize("name", ["none", "empty"])
    def test_nothing_there(self, tmp_path: Path, name: str) -> None:
        (tmp_path / "empty").mkdir()
        with pytest.raises(InputError, match=f"reference .*{name}"):
            find_references(tmp_path / name)


class TestFindClips:
    def test_folder_of_clips_in_natural_order(self, tmp_path: Path) -> None:
        touch(tmp_path, "c10/line/1.png", "c2/line/1.png", "other/1.png", ".git/line/1.png")
        assert [clip.name for clip in find_clips(tmp_path)] == ["c2", "c10"]

    def test_one_clip(self, tmp_path: Path) -> None:
        touch(tmp_path / "c", "line/1.png", "deep/line/1.png")
        assert [clip.name for clip in find_clips(tmp_path / "c")] == ["c"]

    def test_nothing(self, tmp_path: Path) -> None:
        with pytest.raises(InputError, match="has no images"):
            find_clips(tmp_path)
