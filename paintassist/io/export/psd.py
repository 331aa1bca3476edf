"""Photoshop documents with layers in a group (Adobe Photoshop File Formats Specification)."""

from __future__ import annotations

import io
from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from psd_tools.constants import ChannelID, ColorMode, Compression, Resource, SectionDivider, Tag
from psd_tools.psd import PSD
from psd_tools.psd.header import FileHeader
from psd_tools.psd.image_data import ImageData
from psd_tools.psd.image_resources import ImageResource, ImageResources, ResoulutionInfo
from psd_tools.psd.layer_and_mask import (
    ChannelData,
    ChannelDataList,
    ChannelImageData,
    ChannelInfo,
    GlobalLayerMaskInfo,
    LayerAndMaskInformation,
    LayerInfo,
    LayerRecord,
    LayerRecords,
)
from psd_tools.psd.tagged_blocks import TaggedBlocks

from paintassist.core.layers import Layer
from paintassist.io.export.formats import EncodeOptions

PAINT_GROUP = "colours"
GROUP_END = "</Layer group>"
DEFAULT_DPI = 72.0
# Resolutions are 16.16 fixed-point numbers; the units are pixels an inch, shown in inches.
FIXED, PER_INCH, INCHES = 65_536, 1, 1
CHANNELS = (
    (ChannelID.TRANSPARENCY_MASK, 3),
    (ChannelID.CHANNEL_0, 0),
    (ChannelID.CHANNEL_1, 1),
    (ChannelID.CHANNEL_2, 2),
)


def encode_psd(layers: Mapping[Layer, NDArray[np.uint8]], options: EncodeOptions) -> bytes:
    """Encode layers, the lowest first, and their composite; see `formats.encode_layers`.

    The main line lies alone on top of a group of everything that is coloured.
    """
    merged = layers[Layer.COMPOSITE]
    height, width = merged.shape[:2]
    method = Compression.RLE if options.compress else Compression.RAW
    records, channels = LayerRecords(), ChannelImageData()

    def add(record: LayerRecord, data: ChannelDataList) -> None:
        records.append(record)
        channels.append(data)

    colored = [layer for layer in layers if layer not in (Layer.LINE, Layer.COMPOSITE)]
    if colored:
        add(*_divider(GROUP_END, SectionDivider.BOUNDING_SECTION_DIVIDER))
    for layer in colored:
        add(*_layer(layer.value, layers[layer], method))
    if colored:
        add(*_divider(PAINT_GROUP, SectionDivider.OPEN_FOLDER))
    if Layer.LINE in layers:
        add(*_layer(Layer.LINE.value, layers[Layer.LINE], method))
    header = FileHeader(
        channels=len(CHANNELS), height=height, width=width, depth=8, color_mode=ColorMode.RGB
    )
    image = ImageData(compression=method)
    image.set_data([_plane(merged, channel) for channel in range(4)], header)
    document = PSD(
        header=header,
        image_resources=_resources(options.dpi),
        layer_and_mask_information=LayerAndMaskInformation(
            # Negative: the fourth channel of the flat picture is its transparency.
            LayerInfo(-len(records), records, channels), GlobalLayerMaskInfo(), TaggedBlocks()
        ),
        image_data=image,
    )  # fmt: skip
    buffer = io.BytesIO()
    document.write(buffer)
    return buffer.getvalue()


def _plane(rgba: NDArray[np.uint8], channel: int) -> bytes:
    return np.ascontiguousarray(rgba[..., channel]).tobytes()


def _layer(
    name: str, rgba: NDArray[np.uint8], method: Compression
) -> tuple[LayerRecord, ChannelDataList]:
    height, width = rgba.shape[:2]
    record = LayerRecord(top=0, left=0, bottom=height, right=width, name=name)
    record.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, name)
    data = ChannelDataList()
    for number, channel in CHANNELS:
        plane = ChannelData(compression=method)
        plane.set_data(_plane(rgba, channel), width, height, 8)
        # The format wants even lengths; some readers stumble over odd ones.
        plane.data += bytes(len(plane.data) % 2)
        record.channel_info.append(ChannelInfo(id=number, length=2 + len(plane.data)))
        data.append(plane)
    return record, data


def _divider(name: str, kind: SectionDivider) -> tuple[LayerRecord, ChannelDataList]:
    """Return a layer without pixels that opens or ends a group."""
    record = LayerRecord(name=name)
    record.tagged_blocks.set_data(Tag.SECTION_DIVIDER_SETTING, kind=kind)
    record.tagged_blocks.set_data(Tag.UNICODE_LAYER_NAME, name)
    record.channel_info = [ChannelInfo(id=number, length=2) for number, _ in CHANNELS]
    empty = ChannelDataList()
    for _ in CHANNELS:
        empty.append(ChannelData(compression=Compression.RAW))
    return record, empty


def _resources(dpi: tuple[float, float] | None) -> ImageResources:
    across, down = (round(value * FIXED) for value in dpi or (DEFAULT_DPI, DEFAULT_DPI))
    info = ResoulutionInfo(across, PER_INCH, INCHES, down, PER_INCH, INCHES)
    resources = ImageResources.new()
    resources[Resource.RESOLUTION_INFO] = ImageResource(
        key=Resource.RESOLUTION_INFO,
        data=info,  # type: ignore[arg-type]
    )
    return resources
