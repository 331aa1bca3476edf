from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from paintassist.core.errors import InputError
from paintassist.core.layers import STACK, Layer
from paintassist.io.export.formats import ImageFormat
from paintassist.io.export.presets import BUILT_IN, Preset, PresetStore, presets_from_json

LAYERS = st.lists(st.sampled_from(list(Layer)), min_size=1, unique=True).map(tuple)
PRESETS = st.builds(
    Preset,
    st.text("abcあ -", min_size=1).filter(str.strip),
    st.sampled_from(list(ImageFormat)).map(lambda item: (item,)),
    LAYERS,
    st.sampled_from(["{layer}/{name}", "{layer}_{cel}{frame:04d}"]),
    st.booleans(),
    st.integers(0, 254),
)


@pytest.fixture
def store(tmp_path: Path) -> PresetStore:
    return PresetStore(tmp_path / "deep" / "presets.json")


@given(presets=st.lists(PRESETS, max_size=4, unique_by=lambda preset: preset.name))
def test_presets_are_found_again(
    presets: list[Preset], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = PresetStore(tmp_path_factory.mktemp("presets") / "presets.json")
    for preset in presets:
        store.keep(preset)
    assert store.own() == presets


def test_everybody_has_some_and_they_make_sense(store: PresetStore) -> None:
    assert store.all() == list(BUILT_IN)
    for preset in BUILT_IN:
        preset.check()
    assert store.find("retas").formats == (ImageFormat.TGA_24,)
    with pytest.raises(InputError, match="no preset 'x'; there are png"):
        store.find("x")


def test_a_preset_of_ones_own_counts_before_that_of_everybody(store: PresetStore) -> None:
    mine = Preset("retas", (ImageFormat.TGA,), pattern="{name}")
    store.keep(mine)
    assert store.find("retas") == mine
    assert len(store.all()) == len(BUILT_IN)
    store.remove("retas")
    assert store.all() == list(BUILT_IN)


@pytest.mark.parametrize(
    ("preset", "about"),
    [
        (Preset("x", formats=()), "one format"),
        (Preset("x", layers=()), "one layer"),
        (Preset("x", layers=STACK), "add {layer}"),
        (Preset("x", (ImageFormat.PNG, ImageFormat.PNG_INDEXED)), "same ending"),
        (Preset("x", pattern="../{x}"), "unknown field"),
        (Preset(" "), "needs a name"),
    ],
)
def test_what_makes_no_sense_is_not_kept(store: PresetStore, preset: Preset, about: str) -> None:
    with pytest.raises(InputError, match=about):
        store.keep(preset)
    assert not store.path.exists()


def test_layered_files_need_no_layer_in_their_names() -> None:
    Preset("x", (ImageFormat.PSD, ImageFormat.ORA), STACK).check()
    assert Preset("x", (ImageFormat.PSD,)).painted_layers == frozenset(Layer)
    assert Preset("x", layers=(Layer.LINE,)).painted_layers == {Layer.LINE, Layer.COMPOSITE}


GOOD = json.loads(
    '{"version": 1, "presets": [{"name": "x", "formats": ["png"], "layers": ["line"],'
    ' "pattern": "{name}", "compress": true, "true_white": 254}]}'
)


@pytest.mark.parametrize(
    ("change", "about"),
    [
        ({"name": 1}, "damaged"),
        ({"formats": ["exe"]}, "damaged"),
        ({"formats": "png"}, "damaged"),
        ({"layers": []}, "one layer"),
        ({"pattern": "/{name}"}, "cannot be used"),
        ({"true_white": 255}, "damaged"),
        ({"compress": "no"}, "damaged"),
    ],
)
def test_a_damaged_file_is_told_by_name(
    tmp_path: Path, change: dict[str, object], about: str
) -> None:
    path = tmp_path / "presets.json"
    presets_from_json(json.dumps(GOOD), path)
    bad = {"version": 1, "presets": [{**GOOD["presets"][0], **change}]}
    with pytest.raises(InputError, match=about) as caught:
        presets_from_json(json.dumps(bad), path)
    assert str(path) in str(caught.value)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"version": 1}', "\xff", '{"version": 2}'])
def test_what_is_no_list_of_presets_is_told(store: PresetStore, text: str) -> None:
    store.path.parent.mkdir()
    store.path.write_bytes(text.encode("latin-1"))
    with pytest.raises(InputError, match=r"presets\.json"):
        store.own()
