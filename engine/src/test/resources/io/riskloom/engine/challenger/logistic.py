"""Writes logistic.json beside this file: logistic regressions by statsmodels, by Newton's method and without a penalty.

Run: python logistic.py   (needs numpy, statsmodels)
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm


def case(name: str, seed: int, rows: int, weights: list[float], constant: float, scale: list[float]) -> dict:
    random = np.random.default_rng(seed)
    x = random.standard_normal((rows, len(weights))) * scale
    x[:, -1] = x[:, -1] > 0.8
    x = np.round(x, 4)
    eta = constant + x @ np.array(weights)
    bad = random.random(rows) < 1 / (1 + np.exp(-eta))
    fit = sm.Logit(bad.astype(float), sm.add_constant(x)).fit(method="newton", tol=1e-14, maxiter=100, disp=0)
    return {
        "name": name,
        "columns": x.T.tolist(),
        "bad": bad.tolist(),
        "coefficients": fit.params.tolist(),
        "errors": fit.bse.tolist(),
        "logLikelihood": float(fit.llf),
        "probability": fit.predict().tolist(),
    }


def main() -> None:
    cases = [
        case("balanced", 1, 120, [0.8, -0.5, 1.0], 0.1, [1, 1, 1]),
        case("rare", 2, 300, [0.6, 0.4, -0.7, 0.9], -2.5, [1, 2, 1, 1]),
        case("scaled", 3, 150, [2e-4, -30.0, 0.5], 0.0, [5000, 0.03, 1]),
    ]
    Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
