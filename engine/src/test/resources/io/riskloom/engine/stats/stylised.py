"""Writes stylised.json beside this file: facts and distances of returns, and what the transforms need, by SciPy, statsmodels
and NumPy.

Run: python stylised.py   (needs numpy, scipy, statsmodels)
"""

import json
from pathlib import Path

import numpy as np
from scipy import special, stats
from statsmodels.tsa.stattools import acf, ccf


def cross(a: np.ndarray, b: np.ndarray, lags: int) -> list[float]:
    """corr(a(t), b(t + lag)) at lags 1 … with covariances over the pairs there are."""
    return ccf(b, a, adjusted=True, fft=False)[1 : lags + 1].tolist()


def returns(rng: np.random.Generator, n: int) -> np.ndarray:
    """An asymmetric GARCH path with the tails of Student's t."""
    out, variance = np.empty(n), 1e-4
    for t in range(n):
        z = rng.standard_t(6) * np.sqrt(4 / 6)
        out[t] = 3e-4 + np.sqrt(variance) * z
        variance = 4e-6 + variance * (0.84 + 0.06 * z * z + (0.1 * z * z if z < 0 else 0))
    return out


def facts(r: np.ndarray) -> dict:
    sums = {k: np.lib.stride_tricks.sliding_window_view(r, k).sum(1) for k in (5, 20)}
    level = np.concatenate([[1.0], np.exp(np.cumsum(r))])
    var = {p: -np.quantile(r, p) for p in (0.01, 0.05)}
    sizes = np.sort(np.abs(r))[::-1]
    losses = np.sort(-r)[::-1]
    k = int(0.05 * len(r))
    return {
        "kurtosis": stats.kurtosis(r),
        "kurtosis5": stats.kurtosis(sums[5]),
        "kurtosis20": stats.kurtosis(sums[20]),
        "hill": 1 / np.mean(np.log(sizes[:k] / sizes[k])),
        "hillLosses": 1 / np.mean(np.log(losses[:k] / losses[k])),
        "acf": acf(r, nlags=30, adjusted=True, fft=False)[1:].tolist(),
        "acfAbs": acf(np.abs(r), nlags=30, adjusted=True, fft=False)[1:].tolist(),
        "acfSquares": acf(r * r, nlags=30, adjusted=True, fft=False)[1:].tolist(),
        "leverage": cross(r, r * r, 20),
        "drawdown": float(np.max(1 - level / np.maximum.accumulate(level))),
        "var": [var[0.01], var[0.05]],
        "es": [-r[r <= -var[p]].mean() for p in (0.01, 0.05)],
    }


def main() -> None:
    rng = np.random.default_rng(11)
    a, b = returns(rng, 900), returns(rng, 500)
    common = rng.standard_normal((3, 400)) + rng.standard_normal(400)
    y = [1e-12, 1e-3, 0.2, 1.0, float(np.e), 10.0, 1e5, 1e80]
    p = [1e-300, 1e-40, 1e-9, 1e-3, 0.02425, 0.2, 0.5]
    x = [-37.0, -9.5, -4.0, -1.0, 0.0, 0.7, 3.0]
    out = {
        "a": a.tolist(),
        "b": b.tolist(),
        "facts": facts(a),
        "wasserstein": [
            stats.wasserstein_distance(
                np.lib.stride_tricks.sliding_window_view(a, k).sum(1), np.lib.stride_tricks.sliding_window_view(b, k).sum(1)
            )
            for k in (1, 5, 20, 100)
        ],
        "series": common.tolist(),
        "correlations": np.corrcoef(common).tolist(),
        "lambert": {"y": y, "w": special.lambertw(y).real.tolist()},
        "normal": {"x": x, "below": stats.norm.cdf(x).tolist(), "p": p, "quantile": stats.norm.ppf(p).tolist()},
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(out))


if __name__ == "__main__":
    main()
