"""Writes timegan.json beside this file: what PyTorch answers for the recurrent generators, their losses and their judges.

Run: python timegan.py   (needs torch and numpy)

Weights, noise and rows come from `fill` and `number` of networks.py. Stored are the generator's answer on noise, the losses on
real rows (lost, surprise) and the loss beside the judge's, with the norm of its gradient for each weight, in the engine's order
(0 where there is none), and the judge's answers on rows [condition | window | statistics].
"""

import json
from pathlib import Path

import numpy as np
import torch
from networks import fill, number
from torch import nn
from torch.nn import functional as F

ROWS, WINDOW, UNITS, CONDITIONS, STATISTICS, WEIGHT = 3, 10, 4, 2, 5, 10.0


class Time(nn.Module):
    def __init__(self, kind, series: int, noises: int) -> None:
        super().__init__()
        self.series = series
        self.embedder = kind(series, UNITS, batch_first=True)
        self.point = nn.Linear(UNITS, series)
        self.supervisor = kind(UNITS, UNITS, batch_first=True)
        self.recovery = nn.Linear(UNITS, 2 * series)
        self.generator = kind(series + noises, UNITS, batch_first=True)
        self.mix = nn.Linear(series, series, bias=False) if series > 1 else nn.Identity()

    def scale(self, y):
        return F.softplus(y[:, :, self.series :] + 0.2)

    def forward(self, noise):
        y = self.recovery(self.supervisor(self.generator(noise)[0])[0])[:, :-1]
        shocks = self.mix(noise[:, 1:, : self.series])
        return (0.3 * y[:, :, : self.series] + self.scale(y) * shocks).flatten(1)

    def losses(self, days):
        states = self.embedder(days)[0]
        lost = F.mse_loss(self.point(states), days)
        following = self.supervisor(states)[0]
        y = self.recovery(following)[:, :-1]
        sigma = self.scale(y) + 0.01
        z = (days[:, 1:] - 0.3 * y[:, :, : self.series]) / sigma
        surprise = F.mse_loss(following[:, :-1], states[:, 1:].detach()) + (sigma.log() + 0.5 * z.square()).mean()
        return lost, surprise


class Judge(nn.Module):
    def __init__(self, kind, series: int) -> None:
        super().__init__()
        self.series = series
        self.recurrent = kind(2 * series, UNITS, batch_first=True)
        self.dense = nn.Linear(2 * UNITS + CONDITIONS + STATISTICS, UNITS)
        self.answer = nn.Linear(UNITS, 1)

    def forward(self, rows):
        end = CONDITIONS + WINDOW * self.series
        x = rows[:, CONDITIONS:end].reshape(len(rows), WINDOW, self.series)
        states = self.recurrent(torch.cat([x, x.abs()], 2))[0]
        seen = torch.cat([states.mean(1), states[:, -1], rows[:, :CONDITIONS], rows[:, end:]], 1)
        return self.answer(F.leaky_relu(self.dense(seen), 0.2))


def numbers(tensor: int, *shape: int) -> torch.Tensor:
    return torch.from_numpy(number(tensor, int(np.prod(shape))).astype(np.float32)).reshape(shape)


def moments(fake, real):
    def deviation(x):
        return (((x - x.mean(0)) ** 2).mean(0) + 1e-6).sqrt()

    return (deviation(fake) - deviation(real)).abs().mean() + (fake.mean(0) - real.mean(0)).abs().mean()


def rounded(x) -> list:
    return [float(f"{v:.9g}") for v in x.flatten().tolist()]


def case(kind, series: int) -> dict:
    network, judge = Time(kind, series, 2), Judge(kind, series)
    fill(network)
    fill(judge)
    fake = network(numbers(999, ROWS, WINDOW + 1, series + 2))
    real = numbers(998, ROWS, WINDOW * series)
    lost, surprise = network.losses(real.reshape(ROWS, WINDOW, series))
    beside = WEIGHT * (surprise + moments(fake, real)) + lost
    beside.backward()
    return {
        "paths": rounded(fake.detach()),
        "lost": lost.item(),
        "surprise": surprise.item(),
        "beside": beside.item(),
        "gradients": [float(f"{p.grad.norm().item():.6g}") for p in network.parameters()],
        "judged": rounded(judge(numbers(997, ROWS, CONDITIONS + WINDOW * series + STATISTICS)).detach()),
    }


if __name__ == "__main__":
    torch.set_num_threads(1)
    kinds = {"lstm-gan": nn.LSTM, "gru-gan": nn.GRU}
    cases = {f"{name} {series}": case(kind, series) for name, kind in kinds.items() for series in (1, 2)}
    Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n", encoding="utf-8")
