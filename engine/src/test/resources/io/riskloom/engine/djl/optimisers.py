"""Writes optimisers.json beside itself with PyTorch: what its optimisers and schedules do in 100 steps.

A linear layer of four inputs descends the loss c*(w.x + b) plus penalties. All x and c are multiples of 1/64, so that
the gradients are exact in every implementation and differences come from the optimiser alone.
"""

import json
import pathlib

import torch

STEPS = 100
START = [0.5, -0.25, 0.125, 1.0, -0.75]


def number(step: int, i: int) -> float:
    return ((step * 37 + i * 101 + step * i * 17) % 201 - 100) / 64


def descend(make, l1: float, l2: float, clip: float) -> dict:
    layer = torch.nn.Linear(4, 1)
    with torch.no_grad():
        layer.weight.copy_(torch.tensor([START[:4]]))
        layer.bias.copy_(torch.tensor(START[4:]))
    optimiser = make(layer.parameters())
    norms = []
    for step in range(STEPS):
        for group in optimiser.param_groups:
            group["lr"] = 0.02 / (1 + step * 0.01)
        x = torch.tensor([[number(step, i) for i in range(4)]])
        optimiser.zero_grad()
        loss = layer(x).sum() * number(step, 4)
        for p in layer.parameters():
            loss = loss + l1 * p.abs().sum() + l2 / 2 * p.square().sum()
        loss.backward()
        norms.append(float(torch.nn.utils.clip_grad_norm_(layer.parameters(), clip if clip > 0 else float("inf"))))
        optimiser.step()
    return {
        "l1": l1,
        "l2": l2,
        "clip": clip,
        "norms": norms,
        "weights": layer.weight.flatten().tolist() + layer.bias.tolist(),
    }


def one_cycle(warmup: float) -> list:
    optimiser = torch.optim.SGD(torch.nn.Linear(1, 1).parameters(), lr=1.0)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, 1.0, total_steps=STEPS, pct_start=warmup)
    rates = []
    for _ in range(STEPS):
        rates.append(optimiser.param_groups[0]["lr"])
        optimiser.step()
        schedule.step()
    return rates


def plateau(patience: int, scores: list) -> list:
    optimiser = torch.optim.SGD(torch.nn.Linear(1, 1).parameters(), lr=1.0)
    schedule = torch.optim.lr_scheduler.ReduceLROnPlateau(
        optimiser, factor=0.5, patience=patience - 1, threshold=0.0, min_lr=0.01
    )
    rates = [1.0]
    for score in scores:
        schedule.step(score)
        rates.append(optimiser.param_groups[0]["lr"])
    return rates


scores = [2 / (1 + i // 5) + abs(number(i, 2)) / 4 for i in range(40)]
result = {
    "torch": torch.__version__,
    "start": START,
    "adamw": [
        descend(lambda p: torch.optim.AdamW(p, betas=(0.9, 0.999), weight_decay=0.1), 0.0, 0.0, clip)
        for clip in (0.0, 0.5)
    ],
    "adam": [descend(lambda p: torch.optim.Adam(p, betas=(0.5, 0.999), weight_decay=0.05), 0.01, 0.02, 1.0)],
    "sgd": [
        descend(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, weight_decay=0.05), 0.0, 0.02, 1.0),
        descend(lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.0), 0.01, 0.0, 0.0),
    ],
    "rmsprop": [
        descend(lambda p: torch.optim.RMSprop(p, alpha=0.99, eps=1e-8, momentum=momentum), 0.0, 0.0, 0.0)
        for momentum in (0.0, 0.9)
    ],
    "oneCycle": {"warmup": 0.3, "rates": one_cycle(0.3)},
    "plateau": {"patience": 3, "scores": scores, "rates": plateau(3, scores)},
}
pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
