"""Writes encodings.json: windows and the pictures that ImageEncoding and BarImage must give of them, by NumPy alone.

Gramian angular fields, Markov transition field and recurrence plot follow pyts 0.13 (GramianAngularField,
MarkovTransitionField, RecurrencePlot after PiecewiseAggregateApproximation and MinMaxScaler), for windows shorter than the
picture, which pyts refuses, the class comments of ImageEncoding and MarkovField. Bar charts follow Jiang, Kelly and Xiu 2023.

    python encodings.py
"""

import json
import pathlib

import numpy as np

BINS = 8


def bounds(n, size):
    return np.linspace(0, n, size + 1).astype("int64")


def paa(x, size):
    if len(x) < size:
        return np.interp(np.linspace(0, len(x) - 1, size), np.arange(len(x)), x)
    b = bounds(len(x), size)
    return np.array([x[i:j].mean() for i, j in zip(b[:-1], b[1:])])


def min_max(x, low):
    span = x.max() - x.min()
    return np.zeros_like(x) if span == 0 else (x - x.min()) / span * (1 - low) + low


def gramian(x, size, summation):
    cos = min_max(paa(x, size), -1.0)
    sin = np.sqrt(np.clip(1 - cos**2, 0, 1))
    return np.outer(cos, cos) - np.outer(sin, sin) if summation else np.outer(sin, cos) - np.outer(cos, sin)


def recurrence(x, size):
    y = min_max(paa(x, size), 0.0)
    return np.abs(y[:, None] - y[None, :])


def markov(x, size):
    edges = np.percentile(x, np.linspace(0, 100, BINS + 1)[1:-1])
    edges = edges[np.r_[~np.isclose(0, np.diff(edges), rtol=0, atol=1e-8), True]]
    bins = np.digitize(x, edges, right=True)
    steps = np.zeros((BINS, BINS))
    np.add.at(steps, (bins[:-1], bins[1:]), 1)
    sums = steps.sum(axis=1)
    sums[sums == 0] = 1
    field = (steps / sums[:, None])[bins[:, None], bins[None, :]]
    if len(x) < size:
        day = np.arange(size) * len(x) // size
        return field[np.ix_(day, day)]
    b = bounds(len(x), size)
    return np.array([[field[i:j, k:l].mean() for k, l in zip(b[:-1], b[1:])] for i, j in zip(b[:-1], b[1:])])


def bars(prices, volume, first, window):
    """prices: days x (open, high, low, close), all days up to the window's last."""
    height = 64 if window < 40 else 96
    rows = height - height // 5 - 1
    close = prices[:, 3]
    average = np.array([close[max(0, t - window + 1) : t + 1].mean() for t in range(len(close))])[first:]
    seen = np.c_[prices[first:], average]
    span = seen.max() - seen.min()
    place = lambda p: rows - 1 - int(np.around((p - seen.min()) / span * (rows - 1) if span > 0 else (rows - 1) / 2))
    picture = np.zeros((height, 3 * window), dtype=int)
    line = np.interp(np.arange(1, 3 * window - 1), np.arange(1, 3 * window, 3), average)
    for column, value in enumerate(line, 1):
        picture[place(value), column] = 1
    for day, (o, h, l, c) in enumerate(prices[first:]):
        picture[place(o), 3 * day] = 1
        picture[place(h) : place(l) + 1, 3 * day + 1] = 1
        picture[place(c), 3 * day + 2] = 1
    if volume is not None:
        shown = np.around(volume[first:] / volume[first:].max() * (height // 5)).astype(int)
        for day, rows_filled in enumerate(shown):
            picture[height - rows_filled :, 3 * day + 1] = 1
    return picture


def walk(rng, days):
    close = 100 * np.exp(np.cumsum(0.015 * rng.standard_normal(days)))
    opening = np.r_[100, close[:-1]] * np.exp(0.004 * rng.standard_normal(days))
    high = np.maximum(opening, close) * np.exp(np.abs(0.006 * rng.standard_normal(days)))
    low = np.minimum(opening, close) * np.exp(-np.abs(0.006 * rng.standard_normal(days)))
    return np.c_[opening, high, low, close].round(4), rng.integers(1, 10**7, days).astype(float)


def squares(rng):
    windows = {
        "shorter": (walk(rng, 9)[0][:, 3], 16),
        "equal": (walk(rng, 16)[0][:, 3], 16),
        "multiple": (walk(rng, 48)[0][:, 3], 16),
        "uneven": (walk(rng, 37)[0][:, 3], 16),
        "rounding": (walk(rng, 30)[0][:, 3], 22),  # 11·(30/22) is 14.999… in floating point
        "ties": (rng.integers(1, 5, 40).astype(float), 16),
    }
    for name, (x, size) in windows.items():
        for kind, picture in {
            "gasf": gramian(x, size, True),
            "gadf": gramian(x, size, False),
            "mtf": markov(x, size),
            "recurrence": recurrence(x, size),
        }.items():
            yield {
                "name": f"{kind} {name}",
                "kind": kind,
                "size": size,
                "window": x.tolist(),
                "image": [[round(float(v), 9) for v in row] for row in picture],
            }


def charts(rng):
    for window, before, with_volume in ((5, 0, True), (20, 25, True), (20, 3, False), (60, 60, True)):
        prices, volume = walk(rng, before + window)
        yield {
            "name": f"{window} days after {before}",
            "window": window,
            "open": prices[:, 0].tolist(),
            "high": prices[:, 1].tolist(),
            "low": prices[:, 2].tolist(),
            "close": prices[:, 3].tolist(),
            "volume": volume.tolist() if with_volume else [],
            "image": ["".join(map(str, row)) for row in bars(prices, volume if with_volume else None, before, window)],
        }


if __name__ == "__main__":
    rng = np.random.default_rng(7)
    out = {"squares": list(squares(rng)), "charts": list(charts(rng))}
    pathlib.Path(__file__).with_name("encodings.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
