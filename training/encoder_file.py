"""The encoder as it ships: a file that onnxruntime reads, its weights in eight bits."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from training.shipping import with_sums
from training.transformer import Transformer, through


class _Both(nn.Module):
    """The encoder as it is asked: a window without padding, for grammar and for events."""

    def __init__(self, transformer: Transformer, for_events: nn.ModuleList) -> None:
        super().__init__()
        self.transformer, self.for_events = transformer, for_events

    def forward(self, pieces: Tensor, shapes: Tensor) -> tuple[Tensor, Tensor]:
        below = self.transformer.below(pieces, shapes)
        return through(self.transformer.upper, below), through(self.for_events, below)


def export_encoder(transformer: Transformer, for_events: nn.ModuleList, target: Path) -> None:
    """Write what `Encoder` reads.

    Seven of eight bits are used: with all, processors without VNNI run over.
    """
    both = _Both(transformer, for_events).eval()
    for module in both.modules():
        if hasattr(module, "config"):
            module.config._attn_implementation = "eager"
    with TemporaryDirectory() as folder:
        whole = str(Path(folder) / "encoder.onnx")
        one = torch.ones(1, 64, dtype=torch.long)
        torch.onnx.export(
            both,
            (one, one),
            whole,
            input_names=["pieces", "shapes"],
            output_names=["grammar", "events"],
            dynamic_axes={name: {1: "place"} for name in ("pieces", "shapes", "grammar", "events")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            str(target / "encoder.onnx"),
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    with_sums(target)
