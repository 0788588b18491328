"""Writes encoder.json: columns and the inputs that CreditEncoder must make of them, by scikit-learn.

Numbers by rank to normal (QuantileTransformer over as many quantiles as a fifth of the training rows, 10 to 1,000), held
within 3, a missing cell in the middle, then standardised on the training rows.

    python encoder.py
"""

import json
import pathlib

import numpy as np
from sklearn.preprocessing import QuantileTransformer

TRAIN = 60


def encode(x):
    knots = min(1000, max(10, TRAIN // 5))
    ranks = QuantileTransformer(n_quantiles=knots, output_distribution="normal").fit(x[:TRAIN, None])
    z = np.nan_to_num(np.clip(ranks.transform(x[:, None])[:, 0], -3, 3))
    return (z - z[:TRAIN].mean()) / z[:TRAIN].std()


def main():
    random = np.random.RandomState(11)
    columns = {
        "amount": np.round(np.exp(random.randn(80) + 6), 2),
        "months": random.choice([6, 12, 24, 36.0], 80, p=[0.2, 0.4, 0.3, 0.1]),
        "status": random.randint(-2, 4, 80).astype(float),
        "income": np.round(1000 + 300 * random.randn(80)),
        "debt": np.where(random.rand(80) < 0.6, 0, np.round(5000 * random.rand(80))),
    }
    columns["income"][random.rand(80) < 0.2] = np.nan
    columns["amount"][70:72] = [1e9, -5]
    out = [
        {"name": name, "values": [None if np.isnan(v) else v for v in x], "inputs": encode(x).tolist()}
        for name, x in columns.items()
    ]
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps({"train": TRAIN, "columns": out}) + "\n")


if __name__ == "__main__":
    main()
