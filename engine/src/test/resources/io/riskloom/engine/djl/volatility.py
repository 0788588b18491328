"""Writes volatility.json beside this file: what PyTorch answers where the engine's neural stochastic volatility and the
statistics of its critic have the same arithmetic.

Run: python volatility.py   (needs torch and numpy)

Weights and inputs follow from `number` of networks.py, as there. VolatilityReferenceTest does the same in Java. Under
"generators" stand the days of a generator of one and of two series and the norms of its weights' gradients of their mean
square; under "statistics" what the critic sees of the first row, and the gradient of the mean square of all that it sees
with respect to the first row. Filters are compared with their recursion.
"""

import json
import math
from pathlib import Path

import numpy as np
import torch
from torch import nn
from torch.nn import functional as F

from networks import fill, number

INPUT = 999
FILTERS = 6
SIZE_LAGS = (1, 2, 3, 4, 6, 8, 11, 15, 20, 26, 33, 41, 50)
LEVERAGE_LAGS = (1, 2, 3, 5, 8, 13, 20)
LAGS = (1, 2, 3, 5)
LEVELS = (0.002, 0.01, 0.03, 0.08, 0.15, 0.25, 0.4, 0.5, 0.6, 0.75, 0.85, 0.92, 0.97, 0.99, 0.998)


class Volatility(nn.Module):
    def __init__(self, series: int, units: int, conditions: int):
        super().__init__()
        self.series = series
        if series > 1:
            self.mix = nn.Parameter(torch.zeros(series, series))
        self.channels = series * 14 + 1 + 2 * conditions
        self.day = nn.Sequential(
            nn.Linear(self.channels, units),
            nn.LeakyReLU(0.2),
            nn.Linear(units, units),
            nn.LeakyReLU(0.2),
            nn.Linear(units, 2 * series),
        )

    def forward(self, x):
        s = self.series
        first = 13 * s + 1
        if s > 1:
            lower = torch.tril(self.mix)
            lower = lower / lower.norm(dim=1, keepdim=True)
            past = x[..., : FILTERS * s].unflatten(-1, (FILTERS, s)) @ lower.T
            noise = x[..., first : first + s] @ lower.T
            x = torch.cat([past.flatten(-2), x[..., FILTERS * s : first], noise, x[..., first + s :]], -1)
        mu, size = self.day(x).split(s, -1)
        days = 0.3 * mu + F.softplus(size + 0.2) * x[..., first : first + s]
        return days.flatten(1)


def generator(series: int, conditions: int) -> dict:
    net = Volatility(series, 8, conditions)
    fill(net)
    shape = (3, 7, net.channels)
    x = torch.from_numpy(number(INPUT, math.prod(shape)).astype(np.float32)).reshape(shape)
    days = net(x)
    days.square().mean().backward()
    return {
        "series": series,
        "conditions": conditions,
        "days": days.detach().flatten().tolist(),
        "gradients": [float(p.grad.norm()) for p in net.parameters()],
    }


def statistics(rows: torch.Tensor, window: int, series: int, conditions: int, levels: torch.Tensor) -> torch.Tensor:
    x = rows[:, conditions:].reshape(-1, window, series).transpose(1, 2)
    fits = lambda spans: [k for k in spans if 2 * k <= window]
    mean = lambda a: a.mean(-1, keepdim=True)
    lagged = lambda a, b, k: mean(a[..., :-k] * b[..., k:])
    size = mean(x.abs()) + 1e-3
    u, v = x / size, x.abs() / size
    found = [size.log()]
    found += [(lagged(v, v, k) + 0.02).log() for k in fits(SIZE_LAGS)]
    found += [lagged(u, v, k) for k in fits(LEVERAGE_LAGS)]
    found += [lagged(u, u, k) for k in fits(LAGS)]
    found += [mean(u), mean(u * v), mean(u**2).log(), mean(u**4).log(), v.amax(-1, keepdim=True).log()]
    path = F.pad(x.cumsum(-1), (1, 0))
    for k in fits((5, 20)):
        moves = path[..., k:] - path[..., :-k]
        found += [(mean(moves.abs()) + 1e-3).log(), mean(moves), (mean(moves.clamp(max=0) ** 2) + 1e-3).log()]
    if conditions:
        found += [(mean(x[..., :k].abs()) + 0.05).log() for k in fits((5, 22, 66))]
    wide = levels[None, :, :, None]
    found += [torch.sigmoid((x[:, :, None, :] - wide) / (0.15 * (1 + wide.abs()))).mean(-1)]
    each = torch.cat(found, -1).flatten(1)
    pairs = []
    for i in range(1, series):
        pairs += [(u[:, :i] * u[:, i : i + 1]).mean(-1), (v[:, :i] * v[:, i : i + 1]).mean(-1)]
    return torch.cat([each, *pairs], 1)


def judged(window: int, series: int, conditions: int) -> dict:
    days = 90
    swell = 1 + 0.8 * np.sin(np.arange(days) / 9)
    x = 1.5 * number(INPUT, series * days).reshape(series, days) * swell
    starts = range(days - window + 1)
    told = number(INPUT - 1, len(starts) * conditions).reshape(len(starts), conditions)
    rows = np.stack([np.concatenate([told[i], x[:, i : i + window].T.ravel()]) for i in starts]).astype(np.float32)
    levels = torch.from_numpy(np.quantile(x.astype(np.float32).astype(float), LEVELS, axis=1).T.astype(np.float32))
    given = torch.from_numpy(rows)
    with torch.no_grad():
        raw = statistics(given, window, series, conditions, levels).double()
    standard = (raw.mean(0).float(), (raw.std(0, correction=0) + 1e-4).float())
    given.requires_grad_()
    found = (statistics(given, window, series, conditions, levels) - standard[0]) / standard[1]
    seen = torch.cat([given, found.clamp(-8, 8)], 1)
    seen[0].square().mean().backward()
    return {
        "window": window,
        "series": series,
        "conditions": conditions,
        "seen": seen[0].tolist(),
        "gradient": given.grad[0].tolist(),
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    answers = {
        "generators": [generator(1, 0), generator(2, 3)],
        "statistics": [judged(40, 1, 0), judged(24, 2, 3)],
    }
    target = Path(__file__).with_suffix(".json")
    target.write_text(json.dumps(answers, separators=(",", ":")) + "\n", encoding="utf-8")
