"""Writes networks.json beside this file: what PyTorch answers where the engine's networks have the same layers.

Run: python networks.py   (needs torch and numpy)

Weights and inputs are not stored: both sides compute them from the place of a number in its tensor and the tensor's
place in the network (`number`), scaled by `bound` so that answers are of the size of one. ReferenceNetworksTest does the
same in Java and compares answers, counts of parameters and of tensors, and the norm of each tensor's gradient of the
answers' mean square. Under "penalties" stand the gradient penalties of critics and the norms of their gradients,
under "integrated" the integrated gradients of the credit networks.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

MASK = np.uint64(0xFFFFFFFF)


def number(tensor: int, size: int) -> np.ndarray:
    """Uniform in ±1: an integer hash of tensor and index, the same in any language with 32-bit integers."""
    x = (np.arange(size, dtype=np.uint64) * np.uint64(2654435761) + np.uint64(tensor * 40503 + 12345)) & MASK
    for _ in range(2):
        x = ((x ^ (x >> np.uint64(16))) * np.uint64(0x45D9F3B)) & MASK
    x = x ^ (x >> np.uint64(16))
    return x.astype(np.float64) / 2.0**31 - 1


def fill(module: nn.Module) -> None:
    """Weights of two and more axes within ±√(3 / inputs), vectors within ±0.1, scales and variances 1 ± 0.1."""
    at = 0
    for name, tensor in module.state_dict().items():
        if name.endswith("num_batches_tracked"):
            continue
        values = number(at, tensor.numel())
        if tensor.dim() > 1:
            values = values * math.sqrt(3.0 * tensor.shape[0] / tensor.numel())
        elif name.endswith("running_var") or (name.endswith("weight") and tensor.dim() == 1):
            values = 1 + 0.1 * values
        else:
            values = 0.1 * values
        with torch.no_grad():
            tensor.copy_(torch.from_numpy(values.astype(np.float32)).reshape(tensor.shape))
        at += 1


class Block(nn.Module):
    def __init__(self, inputs: int, planes: int, stride: int, bottleneck: bool):
        super().__init__()
        outputs = planes * 4 if bottleneck else planes
        if bottleneck:
            kernels = [(inputs, planes, 1, 1), (planes, planes, 3, stride), (planes, outputs, 1, 1)]
        else:
            kernels = [(inputs, planes, 3, stride), (planes, planes, 3, 1)]
        main = []
        for i, (a, b, kernel, step) in enumerate(kernels):
            main += [nn.Conv2d(a, b, kernel, step, kernel // 2, bias=False), nn.BatchNorm2d(b)]
            if i < len(kernels) - 1:
                main.append(nn.ReLU())
        self.main = nn.Sequential(*main)
        self.shortcut = nn.Sequential()
        if stride != 1 or inputs != outputs:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x):
        return F.relu(self.main(x) + self.shortcut(x))


def resnet(bottleneck: bool, blocks: list[int], classes: int) -> nn.Module:
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(), nn.MaxPool2d(3, 2, 1)]
    inputs = 64
    for stage, count in enumerate(blocks):
        for i in range(count):
            layers.append(Block(inputs, 64 << stage, 2 if i == 0 and stage > 0 else 1, bottleneck))
            inputs = (64 << stage) * (4 if bottleneck else 1)
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, classes))


def cnn(size: int) -> nn.Module:
    layers, inputs = [], 1
    for filters in (32, 64, 64):
        layers += [nn.Conv2d(inputs, filters, 3, padding=1), nn.ReLU(), nn.MaxPool2d(2)]
        inputs = filters
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(64 * (size // 8) ** 2, 48), nn.ReLU(), nn.Linear(48, 3))


class Recurrent(nn.Module):
    def __init__(self, layers: list[nn.Module], states: int, steps: int):
        super().__init__()
        self.layers = nn.ModuleList(layers)
        self.head = nn.Linear(states, steps)

    def forward(self, x):
        for layer in self.layers:
            x, _ = layer(x)
        if self.layers[-1].bidirectional:
            half = x.shape[2] // 2
            return self.head(torch.cat([x[:, -1, :half], x[:, 0, half:]], 1))
        return self.head(x[:, -1])


def simple(features: int, units: int, steps: int) -> nn.Module:
    sizes = [features, units, units // 2, units // 4]
    layers = [nn.RNN(a, b, batch_first=True) for a, b in zip(sizes, sizes[1:])]
    return Recurrent(layers, sizes[-1], steps)


class Temporal(nn.Module):
    def __init__(self, inputs: int, units: int, kernel: int, dilation: int):
        super().__init__()
        self.past = (kernel - 1) * dilation
        self.conv1 = nn.Conv1d(inputs, units, kernel, dilation=dilation)
        self.conv2 = nn.Conv1d(units, units, kernel, dilation=dilation)
        self.shortcut = nn.Conv1d(inputs, units, 1) if inputs != units else nn.Identity()

    def forward(self, x):
        y = F.relu(self.conv1(F.pad(x, (self.past, 0))))
        y = F.relu(self.conv2(F.pad(y, (self.past, 0))))
        return F.relu(y + self.shortcut(x))


class TemporalNetwork(nn.Module):
    def __init__(self, features: int, units: int, blocks: int, kernel: int, steps: int):
        super().__init__()
        self.blocks = nn.Sequential(
            *[Temporal(features if i == 0 else units, units, kernel, 2**i) for i in range(blocks)]
        )
        self.head = nn.Linear(units, steps)

    def forward(self, x):
        return self.head(self.blocks(x.swapaxes(1, 2))[:, :, -1])


class Dilated(nn.Module):
    def __init__(self, inputs: int, channels: int, kernel: int, dilation: int):
        super().__init__()
        self.past = (kernel - 1) * dilation
        self.shortcut = dilation > 1
        self.conv = nn.Conv1d(inputs, channels, kernel, dilation=dilation)

    def forward(self, x):
        y = F.leaky_relu(self.conv(x), 0.2)
        return y + x[:, :, self.past :] if self.shortcut else y


class Generator(nn.Module):
    def __init__(self, noises: int, channels: int, blocks: int, kernel: int):
        super().__init__()
        self.blocks = nn.Sequential(
            *[Dilated(noises if i == 0 else channels, channels, kernel, 2**i) for i in range(blocks)]
        )
        self.head = nn.Linear(channels, 2)

    def forward(self, x):
        y = self.head(self.blocks(x.swapaxes(1, 2)).swapaxes(1, 2))
        return 0.3 * y[:, :, 0] + F.softplus(y[:, :, 1] + 0.2) * x[:, -y.shape[1] :, 0]


class Critic(nn.Module):
    def __init__(self, window: int, channels: int, blocks: int, kernel: int):
        super().__init__()
        self.before = max(0, 1 + (kernel - 1) * (2**blocks - 1) - window)
        self.blocks = nn.Sequential(*[Dilated(1 if i == 0 else channels, channels, kernel, 2**i) for i in range(blocks)])
        self.head = nn.Linear(channels, 1)

    def forward(self, x):
        return self.head(self.blocks(F.pad(x, (self.before, 0)).unsqueeze(1)).mean(2))


def penalty(window: int) -> dict:
    critic = Critic(window, 8, 3, 3)
    fill(critic)
    x = torch.from_numpy(number(999, 4 * window).astype(np.float32)).reshape(4, window).requires_grad_()
    slope = torch.autograd.grad(critic(x).sum(), x, create_graph=True)[0]
    value = ((slope.norm(2, 1) - 1) ** 2).mean()
    gradients = torch.autograd.grad(value, list(critic.parameters()), allow_unused=True)
    return {
        "window": window,
        "value": float(f"{value.item():.9g}"),
        "gradients": [[] if g is None else [float(f"{v:.9g}") for v in g.flatten().tolist()] for g in gradients],
    }


CREDIT = ["mlp", "resnet", "gru", "lstm"]


class Embedded(nn.Module):
    """Plain inputs beside one vector a category, all from one table."""

    def __init__(self, plain: list[int], categories: list[list[int]], width: int):
        super().__init__()
        self.plain, self.categories = plain, categories
        self.table = nn.Parameter(torch.zeros(sum(map(len, categories)), width))

    def forward(self, x):
        parts, row = [x[:, self.plain]], 0
        for levels in self.categories:
            parts.append(x[:, levels] @ self.table[row : row + len(levels)])
            row += len(levels)
        return torch.cat(parts, 1)


class Pixels(nn.Module):
    def __init__(self, inputs: list[int], side: int, size: int):
        super().__init__()
        self.inputs, self.side, self.size = inputs, side, size
        self.code = torch.from_numpy(number(997, side * side).astype(np.float32))
        self.place = torch.from_numpy(number(998, side * side).astype(np.float32))

    def forward(self, x):
        z = x.new_zeros(len(x), self.side**2)
        for pixel, source in enumerate(self.inputs):
            if source >= 0:
                z[:, pixel] = x[:, source]
        picture = torch.stack([z, z * self.code, self.place.expand_as(z)], 1).view(len(x), 3, self.side, self.side)
        return F.interpolate(picture, size=(self.size, self.size), mode="nearest")


def narrow(pixels: Pixels, width: int, stages: int, flat: int) -> nn.Module:
    layers = [pixels, nn.Conv2d(3, width, 3, 1, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU()]
    for i in range(stages):
        layers.append(Block(width << max(0, i - 1), width << i, 1 if i == 0 else 2, False))
    return nn.Sequential(*layers, nn.Flatten(), nn.Linear(flat, 1))


class Months(nn.Module):
    def __init__(self, kind, numbers: list[list[int]], codes: list[list[int]], width: int, units: int, fixed: Embedded):
        super().__init__()
        self.numbers, self.inputs = numbers, codes
        self.codes = nn.Parameter(torch.zeros(len(codes[0]), width))
        self.layer = kind(len(numbers[0]) + width, units, batch_first=True)
        self.fixed = fixed

    def forward(self, x):
        x0 = torch.cat([x, x.new_zeros(len(x), 1)], 1)
        steps = [
            torch.cat([x0[:, own], x0[:, levels] @ self.codes], 1) for own, levels in zip(self.numbers, self.inputs)
        ]
        states, _ = self.layer(torch.stack(steps, 1))
        return torch.cat([states[:, -1], states.mean(1), self.fixed(x)], 1)


def credit(name: str) -> nn.Module:
    plain, categories = [0, 1, 8], [[3, 4, 5], [2, 6, 7]]
    if name == "mlp":
        layers = [Embedded(plain, categories, 4), nn.Linear(11, 8), nn.SiLU(), nn.Linear(8, 5), nn.SiLU()]
        return nn.Sequential(*layers, nn.Linear(5, 1))
    if name == "resnet":
        return narrow(Pixels([3, -1, 0, 1, 8, 2, -1, 4, 5], 3, 5), 4, 3, 64)
    kind = nn.GRU if name == "gru" else nn.LSTM
    fixed = Embedded([8], [[2, 6, 7]], 4)
    months = Months(kind, [[0, 1], [1, 3], [4, -1]], [[3, -1, 5], [4, 5, 6], [0, 1, 2]], 4, 6, fixed)
    return nn.Sequential(months, nn.Linear(17, 5), nn.SiLU(), nn.Linear(5, 1))


def integrated(name: str, steps: int) -> dict:
    """Integrated gradients by the midpoint rule."""
    network = credit(name)
    network.eval()
    fill(network)
    x = torch.from_numpy(number(999, 4 * 9).astype(np.float32)).reshape(4, 9)
    start = torch.from_numpy(number(996, 9).astype(np.float32))
    total = torch.zeros_like(x)
    for s in range(steps):
        point = (start + (x - start) * ((s + 0.5) / steps)).requires_grad_()
        total += torch.autograd.grad(network(point).sum(), point)[0]
    shares = total * (x - start) / steps
    gap = shares.sum(1) - (network(x) - network(start[None])).squeeze(1)
    print(f"{name}: integrated gradients off by {gap.abs().max():.2g}")
    return {"model": name, "steps": steps, "shares": [float(f"{v:.9g}") for v in shares.flatten().tolist()]}


def recurrent(kind, layers: int, bidirectional: bool) -> nn.Module:
    block = kind(4, 12, layers, batch_first=True, bidirectional=bidirectional)
    return Recurrent([block], 24 if bidirectional else 12, 5)


def main() -> None:
    torch.set_num_threads(1)
    window = (3, 20, 4)
    cases = {
        "resnet18": (resnet(False, [2, 2, 2, 2], 1000), (1, 3, 64, 64)),
        "resnet34": (resnet(False, [3, 4, 6, 3], 1000), (1, 3, 64, 64)),
        "resnet50": (resnet(True, [3, 4, 6, 3], 1000), (1, 3, 64, 64)),
        "cnn": (cnn(20), (2, 1, 20, 20)),
        "lstm": (recurrent(nn.LSTM, 2, False), window),
        "lstm-bidirectional": (recurrent(nn.LSTM, 2, True), window),
        "gru": (recurrent(nn.GRU, 2, False), window),
        "gru-bidirectional": (recurrent(nn.GRU, 2, True), window),
        "rnn": (simple(4, 16, 5), window),
        "tcn": (TemporalNetwork(4, 8, 3, 3, 5), window),
        "tcn-generator": (Generator(3, 8, 3, 3), (2, 34, 3)),
        "tcn-critic": (Critic(12, 8, 3, 3), (3, 12)),
        "mlp": (
            nn.Sequential(
                nn.Flatten(), nn.Linear(80, 16), nn.ReLU(), nn.Linear(16, 16), nn.ReLU(), nn.Linear(16, 5)
            ),
            window,
        ),
    }
    cases.update({f"credit-{name}": (credit(name), (4, 9)) for name in CREDIT})
    answers = {}
    for name, (network, shape) in cases.items():
        network.eval()
        fill(network)
        x = torch.from_numpy(number(999, math.prod(shape)).astype(np.float32)).reshape(shape)
        y = network(x)
        y.square().mean().backward()
        y = y.detach()
        answers[name] = {
            "input": list(shape),
            "tensors": len(list(network.parameters())),
            "parameters": sum(p.numel() for p in network.parameters()),
            "output": [float(f"{v:.9g}") for v in y.flatten().tolist()],
            "gradients": [float(f"{p.grad.norm().item():.6g}") for p in network.parameters()],
        }
        print(f"{name}: {answers[name]['parameters']} parameters, answers up to {float(y.abs().max()):.3g}")
    whole = {"torch": torch.__version__, "networks": answers, "penalties": [penalty(12), penalty(20)]}
    whole["integrated"] = [integrated(name, 64) for name in CREDIT]
    text = json.dumps(whole, separators=(",", ":"))
    Path(__file__).with_suffix(".json").write_text(text + "\n")


if __name__ == "__main__":
    main()
