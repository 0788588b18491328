"""Writes inside.json beside this file: what PyTorch says of networks that are looked into.

Run: python inside.py   (needs torch and numpy)

Networks, their weights and their inputs are those of networks.py. "maps" holds Grad-CAM and Grad-CAM++ of the last answer at a
layer (of the first input of a batch), as they come and, of the small network, scaled to the input; "integrated" the integrated
gradients of the last answer from one input to another, with as many points as the engine takes; "gates" every gate of a
recurrent layer, day by day.
ReferenceInsideTest compares.
"""

import json
import math
from pathlib import Path

import torch
from torch import nn
from torch.nn import functional as F

from networks import TemporalNetwork, cnn, fill, number, recurrent, resnet

INPUT, BASELINE = 999, 996


def rounded(values: torch.Tensor) -> list[float]:
    return [float(f"{v:.7g}") for v in values.detach().flatten().tolist()]


def values(tensor: int, shape: tuple) -> torch.Tensor:
    return torch.from_numpy(number(tensor, math.prod(shape)).astype("float32")).reshape(shape)


def weighed(maps: torch.Tensor, slopes: torch.Tensor, plus: bool) -> torch.Tensor:
    """Maps and slopes are channels × cells…"""
    cells = tuple(range(1, maps.dim()))
    if plus:
        under = 2 * slopes**2 + slopes**3 * F.relu(maps).sum(cells, keepdim=True)
        alpha = torch.where(under == 0, torch.zeros_like(under), slopes**2 / under)
        weights = (alpha * F.relu(slopes)).sum(cells, keepdim=True)
    else:
        weights = slopes.mean(cells, keepdim=True)
    return F.relu((weights * maps).sum(0))


def activation(name: str, network: nn.Module, layer: str, module: nn.Module, shape: tuple) -> dict:
    network.eval()
    fill(network)
    kept = []
    module.register_forward_hook(lambda owner, given, answer: kept.append(answer))
    y = network(values(INPUT, shape))[0, -1]
    slopes = torch.autograd.grad(y, kept[0])[0][0]
    maps = kept[0][0]
    told = {"network": name, "layer": layer, "input": list(shape), "shape": list(maps.shape), "answer": y.item()}
    for method, plus in (("gradcam", False), ("gradcam++", True)):
        small = weighed(maps, slopes, plus)
        told[method] = rounded(small)
        if small.dim() == 2 and shape[2] < 64:
            large = F.interpolate(small[None, None], size=shape[2:], mode="bilinear", align_corners=False)
            told[method + " scaled"] = rounded(large)
    return told


def integrated(name: str, network: nn.Module, shape: tuple) -> dict:
    network.eval()
    fill(network)
    x, start = values(INPUT, shape), values(BASELINE, shape)
    before, after = (network(p)[0, -1].item() for p in (start, x))
    points = 16
    while True:
        total = torch.zeros(shape, dtype=torch.float64)
        for k in range(points):
            point = (start + (x - start) * ((k + 0.5) / points)).requires_grad_()
            total += torch.autograd.grad(network(point)[0, -1], point)[0].double()
        shares = total * (x - start) / points
        gap = abs(shares.sum().item() - (after - before))
        print(f"{name}: {points} points, gap {gap:.3g} of {after - before:.3g}")
        if gap <= max(1e-5, 0.01 * abs(after - before)) or points == 432:
            break
        points *= 3
    return {
        "network": name,
        "input": list(shape),
        "points": points,
        "start": before,
        "end": after,
        "shares": rounded(shares),
    }


def gates(kind: str) -> dict:
    units, features, days = 5, 3, 7
    layer = {"lstm": nn.LSTM, "gru": nn.GRU, "rnn": nn.RNN}[kind](features, units, batch_first=True)
    fill(layer)
    x = values(INPUT, (1, days, features))
    h = c = torch.zeros(units)
    series: dict[str, list] = {}
    for t in range(days):
        a = layer.weight_ih_l0 @ x[0, t] + layer.bias_ih_l0
        b = layer.weight_hh_l0 @ h + layer.bias_hh_l0
        if kind == "lstm":
            (i, f, g, o) = (a + b).chunk(4)
            i, f, g, o = i.sigmoid(), f.sigmoid(), g.tanh(), o.sigmoid()
            c = f * c + i * g
            h = o * c.tanh()
            now = {"input": i, "forget": f, "candidate": g, "output": o, "cell": c, "state": h}
        elif kind == "gru":
            (ar, az, an), (br, bz, bn) = a.chunk(3), b.chunk(3)
            r, z = (ar + br).sigmoid(), (az + bz).sigmoid()
            n = (an + r * bn).tanh()
            h = (1 - z) * n + z * h
            now = {"reset": r, "update": z, "candidate": n, "state": h}
        else:
            h = (a + b).tanh()
            now = {"state": h}
        for name, value in now.items():
            series.setdefault(name, []).extend(rounded(value))
    own = layer(x)[0].flatten()
    worst = (own - torch.tensor(series["state"])).abs().max().item()
    assert worst < 1e-6, worst
    return {"kind": kind, "units": units, "features": features, "days": days, "series": series}


def main() -> None:
    torch.set_num_threads(1)
    small = cnn(20)
    deep = resnet(False, [2, 2, 2, 2], 1000)
    bottle = resnet(True, [3, 4, 6, 3], 1000)
    days = TemporalNetwork(4, 8, 3, 3, 5)
    picture, large, window = (2, 1, 20, 20), (1, 3, 64, 64), (1, 20, 4)
    # in the sequence: stem 0 … 3, then the residual blocks
    maps = [
        activation("cnn", small, "conv2.relu", small[4], picture),
        activation("resnet18", deep, "stem.relu", deep[2], large),
        activation("resnet18", deep, "stage2.block1.main.relu1", deep[6].main[2], large),
        activation("resnet50", bottle, "stage3.block2.main.norm2", bottle[12].main[4], large),
        activation("tcn", days, "block2.main.conv1", days.blocks[1].conv1, window),
    ]
    along = [
        integrated("cnn", cnn(20), (1, 1, 20, 20)),
        integrated("tcn", TemporalNetwork(4, 8, 3, 3, 5), window),
        integrated("lstm", recurrent(nn.LSTM, 2, False), window),
        integrated("gru-bidirectional", recurrent(nn.GRU, 2, True), window),
    ]
    doors = [gates(kind) for kind in ("lstm", "gru", "rnn")]
    whole = {"torch": torch.__version__, "maps": maps, "integrated": along, "gates": doors}
    Path(__file__).with_suffix(".json").write_text(json.dumps(whole, separators=(",", ":")) + "\n")
    for told in maps:
        print(told["network"], told["layer"], told["shape"], max(told["gradcam"]), max(told["gradcam++"]))


if __name__ == "__main__":
    main()
