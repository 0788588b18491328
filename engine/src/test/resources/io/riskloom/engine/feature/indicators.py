"""Writes indicators.json: bars and what Indicators must make of them, by NumPy alone.

Wilder's averages (weight 1/n) and exponential ones (weight 2/(n + 1)) start from the first day's value. RSI 14 of gains and
losses, 0 on the first day; MACD 12/26/9; Bollinger %B of 20 days and 2 standard deviations (divisor n), over as many days as
there are; ATR 14, its first true range being high less low.

    python indicators.py
"""

import json
import pathlib

import numpy as np


def smooth(x, weight):
    out = np.array(x, dtype=float)
    for t in range(1, len(out)):
        out[t] = out[t - 1] + weight * (x[t] - out[t - 1])
    return out


def rsi(close):
    step = np.r_[0, np.diff(close)]
    gain, loss = smooth(np.maximum(step, 0), 1 / 14), smooth(np.maximum(-step, 0), 1 / 14)
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(gain + loss > 0, 100 * gain / (gain + loss), 0)


def macd_histogram(close):
    ema = lambda x, n: smooth(x, 2 / (n + 1))
    macd = ema(close, 12) - ema(close, 26)
    return (macd - ema(macd, 9)) / close


def percent_b(close):
    out = []
    for t in range(len(close)):
        part = close[max(0, t - 19) : t + 1]
        half = 2 * part.std()
        out.append((close[t] - part.mean() + half) / (2 * half) if half > 0 else 0.5)
    return np.array(out)


def atr(high, low, close):
    before = np.r_[np.nan, close[:-1]]
    return smooth(np.fmax(high, before) - np.fmin(low, before), 1 / 14) / close


if __name__ == "__main__":
    rng = np.random.default_rng(11)
    n = 120
    close = (50 * np.exp(np.cumsum(0.02 * rng.standard_normal(n)))).round(4)
    close[40:44] = close[40]  # a market that stands still
    high = (close * np.exp(np.abs(0.01 * rng.standard_normal(n)))).round(4)
    low = (close * np.exp(-np.abs(0.01 * rng.standard_normal(n)))).round(4)
    columns = {
        "high": high,
        "low": low,
        "close": close,
        "rsi14": rsi(close),
        "macdHistogram": macd_histogram(close),
        "percentB": percent_b(close),
        "atr14": atr(high, low, close),
    }
    out = {name: [round(float(v), 12) for v in column] for name, column in columns.items()}
    pathlib.Path(__file__).with_name("indicators.json").write_text(json.dumps(out, separators=(",", ":")) + "\n")
