"""Writes risk.json beside this file: back-tests of values at risk and tail risks, computed with NumPy and SciPy.

Run: python risk.py   (needs numpy, scipy)
"""

import json
from pathlib import Path

import numpy as np
from scipy.special import xlogy
from scipy.stats import chi2


def likelihood(misses: int, hits: int, p: float) -> float:
    return float(xlogy(misses, 1 - p) + xlogy(hits, p))


def kupiec(hits: int, days: int, level: float) -> float:
    return -2 * (likelihood(days - hits, hits, level) - likelihood(days - hits, hits, hits / days))


def backtest(exceeded: np.ndarray, level: float) -> dict:
    before, after = exceeded[:-1].astype(bool), exceeded[1:].astype(bool)
    n = [[int(np.sum(~before & ~after)), int(np.sum(~before & after))], [int(np.sum(before & ~after)), int(np.sum(before & after))]]
    p = after.mean()
    free = sum(likelihood(a, b, b / (a + b)) for a, b in n)
    uc = kupiec(int(exceeded.sum()), len(exceeded), level)
    ind = -2 * (likelihood(n[0][0] + n[1][0], n[0][1] + n[1][1], p) - free)
    return {
        "exceeded": exceeded.astype(int).tolist(),
        "level": level,
        "statistics": [uc, ind, uc + ind],
        "pValues": [float(chi2.sf(uc, 1)), float(chi2.sf(ind, 1)), float(chi2.sf(uc + ind, 2))],
    }


def clustered(rng: np.random.Generator, days: int, calm: float, hit: float) -> np.ndarray:
    out = np.zeros(days, dtype=int)
    for t in range(1, days):
        out[t] = rng.random() < (hit if out[t - 1] else calm)
    return out


rng = np.random.default_rng(5)
tests = [
    backtest(clustered(rng, days, calm, hit), level)
    for days, calm, hit, level in [(250, 0.04, 0.1, 0.05), (500, 0.02, 0.3, 0.01), (1500, 0.05, 0.05, 0.05), (300, 0.01, 0.5, 0.025)]
]
profits = np.round(rng.standard_t(4, 1001) * 100, 2)
tails = []
for level in (0.01, 0.025, 0.05, 0.3):
    limit = np.quantile(profits, level)
    tails.append([level, -float(limit), -float(profits[profits <= limit].mean())])
Path(__file__).with_name("risk.json").write_text(json.dumps({"backtests": tests, "profits": profits.tolist(), "tails": tails}) + "\n")
