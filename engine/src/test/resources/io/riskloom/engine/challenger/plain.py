"""Writes plain.json beside this file: what the plain forecasts say, computed another way.

Run: python plain.py   (needs numpy)

Regressions go through numpy.linalg.lstsq on the whole design matrix, HAR in per cent as the tried recipe has it (the answer
is moved by ln 100 at the end), EWMA by its sum of weights, GARCH's days ahead by running the recursion on, day by day.
"""

import json
from pathlib import Path

import numpy as np

KNOWN = 699
STEPS = [1, 2, 5, 20]
ORIGINS = [KNOWN, 705, 840, 999]
TARGETS = [(20, 1), (20, 5), (20, 20), (5, 20), (10, 3)]
GARCH = {"mu": 4e-4, "omega": 2e-6, "alpha": 0.08, "beta": 0.9}


def closes(seed: int, phi: list[float]) -> np.ndarray:
    """1,000 closes with clustered returns that depend on the two before, and thirty days without a move."""
    random = np.random.default_rng(seed)
    r = np.zeros(1000)
    variance = 1e-4
    for t in range(2, 1000):
        shock = np.sqrt(variance) * random.standard_t(6) * np.sqrt(4 / 6)
        r[t] = 2e-4 + phi[0] * r[t - 1] + phi[1] * r[t - 2] + shock
        variance = 4e-6 + 0.1 * shock**2 + 0.86 * variance
    r[300:330] = 0
    return np.round(100 * np.exp(np.cumsum(r)), 4)


def autoregression(r: np.ndarray) -> tuple[np.ndarray, list[float]]:
    """Constant and coefficients of the order of least BIC; r[t] is the return that ends on day t."""

    def fit(p: int, first: int) -> tuple[np.ndarray, float, int]:
        days = np.arange(first, KNOWN + 1)
        design = np.stack([np.ones(len(days))] + [r[days - i] for i in range(1, p + 1)], 1)
        b = np.linalg.lstsq(design, r[days], rcond=None)[0]
        return b, float(np.square(r[days] - design @ b).sum()), len(days)

    bics = []
    for p in range(11):
        _, rss, n = fit(p, 11)
        bics.append(n * np.log(rss / n) + (p + 1) * np.log(n))
    best = int(np.argmin(bics))
    return fit(best, 1 + best)[0], bics


def run_on(b: np.ndarray, r: np.ndarray, origin: int) -> list[float]:
    past = list(r[: origin + 1])
    sums = [0.0]
    for _ in range(max(STEPS)):
        past.append(b[0] + sum(b[i] * past[-i] for i in range(1, len(b))))
        sums.append(sums[-1] + past[-1])
    return [sums[s] for s in STEPS]


def volatility(close: np.ndarray, r: np.ndarray, days: int, horizon: int) -> dict:
    """In per cent. Models speak of the days that are not known; level() moves them to the median and adds the known ones."""
    percent = 100 * np.diff(np.log(close))
    square = np.r_[np.nan, percent**2]
    mean = lambda last, k: np.mean(square[last - k + 1 : last + 1])
    log = lambda v: 0.5 * np.log(max(v, 1e-2))
    ahead = min(days, horizon)
    fitted = np.arange(20, KNOWN - horizon + 1)
    label = np.array([log(mean(t + horizon, ahead)) for t in fitted])

    design = np.array([[log(mean(t, 1)), log(mean(t, 5)), log(mean(t, 20)), 1.0] for t in fitted])
    b = np.linalg.lstsq(design, label, rcond=None)[0]
    variances = garch_variances(r)

    def har(t: int) -> float:
        return float(np.array([log(mean(t, 1)), log(mean(t, 5)), log(mean(t, 20)), 1.0]) @ b)

    def ewma(t: int) -> float:
        weights = 0.94 ** np.arange(t)
        return log(np.sum(weights * square[t:0:-1]) / np.sum(weights))

    def garch(t: int) -> float:
        return log(1e4 * np.mean(garch_days(variances[t], horizon)[-ahead:]))

    def level(model) -> list[float]:
        shift = np.median(label - np.array([model(t) for t in fitted]))
        out = []
        for t in ORIGINS:
            each = np.exp(2 * (model(t) + shift))
            window = [square[u] if u <= t else each for u in range(t + horizon - days + 1, t + horizon + 1)]
            out.append(log(np.mean(window)))
        return out

    origins = range(max(0, days - horizon), KNOWN - horizon + 1)
    constant = np.median([log(mean(t + horizon, days)) for t in origins])
    answers = {
        "constantVolatility": [constant] * len(ORIGINS),
        "ewma": level(ewma),
        "har": level(har),
        "garch": level(garch),
        "lastValue": [log(mean(t, days)) for t in ORIGINS],
    }
    moved = {name: [float(v - np.log(100)) for v in values] for name, values in answers.items()}
    return {"days": days, "horizon": horizon, "har": b.tolist(), "answers": moved}


def garch_variances(r: np.ndarray) -> np.ndarray:
    """Variance of the day after each one, started at that of the known returns."""
    mu, omega, alpha, beta = GARCH.values()
    variances = [r[1 : KNOWN + 1].var()]
    for x in r[1:]:
        variances.append(omega + alpha * (x - mu) ** 2 + beta * variances[-1])
    return np.array(variances)


def garch_days(variance: float, horizon: int) -> list[float]:
    """Expected squares day by day: the recursion goes on with the expected squared shock, which is the variance."""
    mu, omega, alpha, beta = GARCH.values()
    expected = []
    for _ in range(horizon):
        expected.append(mu**2 + variance)
        variance = omega + alpha * variance + beta * variance
    return expected


def main() -> None:
    series = []
    for seed, phi in ((1, [0.25, -0.2]), (2, [0.0, 0.0]), (3, [-0.12, 0.15])):
        close = closes(seed, phi)
        r = np.r_[0.0, np.diff(np.log(close))]
        b, bics = autoregression(r)
        print(f"phi {phi}: order {len(b) - 1}, {b}")
        series.append(
            {
                "close": close.tolist(),
                "ar": b.tolist(),
                "arForecasts": [run_on(b, r, origin) for origin in ORIGINS],
                "volatility": [volatility(close, r, *target) for target in TARGETS],
            }
        )
    whole = {"known": KNOWN, "steps": STEPS, "origins": ORIGINS, "garch": GARCH, "series": series}
    Path(__file__).with_suffix(".json").write_text(json.dumps(whole, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
