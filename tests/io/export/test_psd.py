"""What a Photoshop document says besides its pixels, read by its bytes' own structure."""

from __future__ import annotations

import io
import struct

import numpy as np
import pytest
from psd_tools.constants import Resource
from psd_tools.psd import PSD

from paintassist.core.layers import Layer
from paintassist.io.export.formats import EncodeOptions
from paintassist.io.export.psd import encode_psd


def encoded(options: EncodeOptions) -> PSD:
    random = np.random.default_rng(1)
    picture = random.integers(0, 2, (5, 7, 4), np.uint8) * 255
    data = encode_psd({Layer.PAINT: picture, Layer.COMPOSITE: picture}, options)
    return PSD.read(io.BytesIO(data))


@pytest.mark.parametrize("dpi", [(144.0, 300.5), None])
def test_resolution_is_in_pixels_an_inch(dpi: tuple[float, float] | None) -> None:
    resources = encoded(EncodeOptions(dpi=dpi)).image_resources
    written = io.BytesIO()
    resources[Resource.RESOLUTION_INFO].data.write(written)
    across, unit, _, down, _, _ = struct.unpack(">IHHIHH", written.getvalue())
    assert (across / 65536, down / 65536) == (dpi or (72.0, 72.0))
    assert unit == 1


@pytest.mark.parametrize("compress", [True, False])
def test_channels_have_even_lengths(compress: bool) -> None:
    info = encoded(EncodeOptions(compress=compress)).layer_and_mask_information.layer_info
    lengths = [one.length for record in info.layer_records for one in record.channel_info]
    assert len(lengths) == 4 * 3
    assert [length % 2 for length in lengths] == [0] * len(lengths)
