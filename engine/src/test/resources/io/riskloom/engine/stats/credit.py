"""Writes credit.json beside this file: figures of credit scores by scikit-learn, SciPy and statsmodels.

What these do not have is computed here from its definition, another way than the product does: DeLong's variance pair by pair,
R's ResourceSelection::hoslem.test step by step (quantile of type 7, cut with right-closed breaks, degrees g - 2), the cumulative
accuracy profile's areas, Murphy's decomposition. R's own figures of the same scores are in credit_r.json (credit.R).

Run: python credit.py   (needs numpy, scipy, scikit-learn, statsmodels)
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import stats
from sklearn import metrics
from sklearn.isotonic import IsotonicRegression
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint


def placements(scores: np.ndarray, bad: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    one, other = scores[bad][:, None], scores[~bad][None]
    wins = (one > other) + 0.5 * (one == other)
    return wins.mean(1), wins.mean(0)


def delong(a: np.ndarray, b: np.ndarray, bad: np.ndarray) -> dict:
    (a1, a0), (b1, b0) = placements(a, bad), placements(b, bad)
    variance = lambda x, y: x.var(ddof=1) / len(x) + y.var(ddof=1) / len(y)
    cov = np.cov(a1, b1)[0, 1] / len(a1) + np.cov(a0, b0)[0, 1] / len(a0)
    both = variance(a1, a0) + variance(b1, b0) - 2 * cov
    difference = metrics.roc_auc_score(bad, a) - metrics.roc_auc_score(bad, b)
    return {
        "variance": variance(a1, a0),
        "difference": difference,
        "differenceVariance": both,
        "pValue": 2 * stats.norm.sf(abs(difference) / np.sqrt(both)),
    }


def hosmer_lemeshow(p: np.ndarray, bad: np.ndarray, g: int) -> dict:
    breaks = np.unique(np.quantile(p, np.arange(g + 1) * (1 / g)))
    group = np.clip(np.searchsorted(breaks, p, "left"), 1, None)
    chi = 0.0
    for k in np.unique(group):
        inside = group == k
        for observed, expected in ((bad[inside].sum(), p[inside].sum()), ((~bad[inside]).sum(), (1 - p[inside]).sum())):
            chi += (observed - expected) ** 2 / expected
    made = len(np.unique(group))
    return {"statistic": chi, "df": made - 2, "pValue": stats.chi2.sf(chi, made - 2), "heldOut": stats.chi2.sf(chi, made)}


def accuracy_ratio(scores: np.ndarray, bad: np.ndarray) -> float:
    values = np.unique(scores)[::-1]
    x = np.concatenate([[0], [(scores >= v).mean() for v in values]])
    y = np.concatenate([[0], [(scores[bad] >= v).mean() for v in values]])
    return (np.trapezoid(y, x) - 0.5) / ((1 - bad.mean()) / 2)


def murphy(p: np.ndarray, bad: np.ndarray, bins: int) -> dict:
    group = np.floor(bins * (stats.rankdata(p) - 0.5) / len(p)).astype(int)
    share = bad.mean()
    reliability = resolution = 0.0
    binned = np.empty_like(p)
    for k in np.unique(group):
        inside = group == k
        binned[inside] = p[inside].mean()
        reliability += inside.mean() * (p[inside].mean() - bad[inside].mean()) ** 2
        resolution += inside.mean() * (bad[inside].mean() - share) ** 2
    brier = metrics.brier_score_loss(bad, p)
    return {
        "reliability": reliability,
        "resolution": resolution,
        "uncertainty": share * (1 - share),
        "within": brier - metrics.brier_score_loss(bad, binned),
    }


def case(a: np.ndarray, b: np.ndarray, bad: np.ndarray) -> dict:
    y = bad.astype(float)
    logit = np.log(a / (1 - a))
    line = sm.Logit(y, sm.add_constant(logit)).fit(disp=0, tol=1e-12, method="newton")
    large = sm.GLM(y, np.ones_like(y), family=sm.families.Binomial(), offset=logit).fit(tol=1e-12)
    smoothed = np.where(bad, (bad.sum() + 1) / (bad.sum() + 2), 1 / ((~bad).sum() + 2))
    platt = sm.GLM(smoothed, sm.add_constant(logit), family=sm.families.Binomial()).fit(tol=1e-14)
    low, high = 1 / ((~bad).sum() + 2), (bad.sum() + 1) / (bad.sum() + 2)
    isotonic = IsotonicRegression(out_of_bounds="clip", y_min=low, y_max=high).fit(logit, y)
    asked = np.linspace(logit.min() - 1, logit.max() + 1, 41)
    return {
        "a": a.tolist(),
        "b": b.tolist(),
        "bad": y.astype(int).tolist(),
        "auc": metrics.roc_auc_score(bad, a),
        "delong": delong(a, b, bad),
        "ks": stats.ks_2samp(a[bad], a[~bad]).statistic,
        "brier": metrics.brier_score_loss(bad, a),
        "averagePrecision": metrics.average_precision_score(bad, a),
        "logLoss": metrics.log_loss(bad, a),
        "hosmerLemeshow": {str(g): hosmer_lemeshow(a, bad, g) for g in (5, 10, 20)},
        "accuracyRatio": accuracy_ratio(a, bad),
        "murphy": {str(k): murphy(a, bad, k) for k in (7, 10)},
        "line": [*line.params, *line.bse, large.params[0]],
        "platt": platt.params.tolist(),
        "isotonic": {"at": asked.tolist(), "value": isotonic.predict(asked).tolist()},
    }


def main() -> None:
    random = np.random.default_rng(11)
    cases = []
    for n, share, decimals in ((351, 0.3, 9), (240, 0.2, 1), (90, 0.5, 2)):
        bad = random.random(n) < share
        risk = random.standard_normal(n) + 1.1 * bad - 1.3
        other = risk + 0.8 * random.standard_normal(n)
        squash = lambda x: np.clip(np.round(1 / (1 + np.exp(-1.2 * x)), decimals), 0.02, 0.98)
        cases.append(case(squash(risk), squash(other), bad))
    shares = []
    for x, n, z, m in ((56, 70, 48, 80), (9, 10, 3, 10), (6, 7, 2, 7), (20, 200, 35, 180)):
        wilson = proportion_confint(x, n, method="wilson")
        gap = confint_proportions_2indep(x, n, z, m, method="newcomb", compare="diff")
        ratio = confint_proportions_2indep(x, n, z, m, method="log", compare="ratio")
        shares.append({"counts": [x, n, z, m], "wilson": list(wilson), "newcombe": list(gap), "ratio": list(ratio)})
    whole = {"cases": cases, "shares": shares}
    brief = json.loads(json.dumps(whole), parse_float=lambda text: float(f"{float(text):.12g}"))
    Path(__file__).with_suffix(".json").write_text(json.dumps(brief, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
