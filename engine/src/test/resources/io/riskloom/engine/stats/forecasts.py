"""Writes forecasts.json beside this file: adaptive conformal bands and long-horizon errors, computed another way.
Of the bands every third origin is stored.

Run: python forecasts.py   (needs numpy)
"""

import json
from pathlib import Path

import numpy as np


def adaptive(scores: np.ndarray, start: int, test: int, delay: int, alpha: float, gamma: float = 0.02) -> tuple[list, list]:
    """The loop of the tried recipe: a score of day t is known on day t + delay; day `start` is the first of calibration."""
    at, hit, widths, path = alpha, [], [], []
    for t in range(test, len(scores)):
        if t - delay >= test:
            at += gamma * (alpha - (0 if hit[t - delay - test] else 1))
        past = scores[max(start, t - delay + 1 - 500) : t - delay + 1]
        if at <= 0:
            half = np.inf
        elif at >= 1:
            half = -np.inf
        else:
            half = np.quantile(past, min(1, (1 - at) * (1 + 1 / len(past))))
        hit.append(bool(scores[t] <= half))
        widths.append(float(np.clip(half, past.min(), past.max())))
        path.append(float(at))
    return widths, path


def long_horizon(columns: np.ndarray, size: int, horizon: int, model) -> dict:
    """MSE over test windows, steps and columns; `columns` is rows × columns, as the benchmark's own loader has it."""
    rows = len(columns)
    train, test = int(rows * 0.7), int(rows * 0.2)
    scaled = (columns - columns[:train].mean(0)) / columns[:train].std(0)
    part = scaled[rows - test - size :]
    windows = np.lib.stride_tricks.sliding_window_view(part, size + horizon, axis=0).transpose(0, 2, 1)
    x, y = windows[:, :size], windows[:, size:]
    forecast = np.repeat(model(x)[:, None], horizon, axis=1)
    return {
        "input": size,
        "horizon": horizon,
        "windows": len(windows),
        "mse": float(np.mean((y - forecast) ** 2)),
        "mae": float(np.mean(np.abs(y - forecast))),
    }


def main() -> None:
    random = np.random.default_rng(5)
    scores = np.abs(random.standard_normal(1500))
    scores[900:1200] *= 2.5
    scores[1200:] *= np.linspace(2.5, 0.4, 300)
    scores = np.round(scores, 6)
    cases = []
    for delay, level in ((1, 0.9), (20, 0.9), (5, 0.5), (1, 0.99)):
        half, alpha = adaptive(scores, 100, 400, delay, 1 - level)
        brief = lambda x: [float(f"{v:.10g}") for v in x[::3]]
        cases.append({"delay": delay, "level": level, "half": brief(half), "alpha": brief(alpha)})
        print(delay, level, "covered", np.mean(scores[400:] <= np.array(half)))
    columns = np.round(np.cumsum(random.standard_normal((400, 3)) * [1, 5, 0.02], 0) + [10, 200, 1], 6)
    last = lambda x: x[:, -1]
    mean = lambda x: x.mean(1)
    long = [long_horizon(columns, size, horizon, last) for size, horizon in ((96, 24), (24, 1), (30, 80))]
    whole = {
        "scores": scores.tolist(),
        "start": 100,
        "test": 400,
        "adaptive": cases,
        "columns": columns.T.tolist(),
        "repeatLast": long,
        "mean": [long_horizon(columns, 30, 20, mean)],
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(whole, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
