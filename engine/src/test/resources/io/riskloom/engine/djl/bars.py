"""Writes bars.json beside this file: what PyTorch answers where the generator of bars and its critic have the same layers.

Run: python bars.py   (needs torch and numpy)

Weights and inputs come from the formula of networks.py. BarNetworksTest compares the generator's rows, what the critic sees of
them, its answers, the norm of each weight's gradient, and the gradient penalty.
"""

import json
import math
from pathlib import Path

import torch
from networks import fill, number
from torch import nn
from torch.nn import functional as F

GAP_SPREAD, BODY_SPREAD, FINE, WIDEST = 2.5, 0.9, 1e-3, 9.5
CONTEXTS, DAYS, LATENT, NOISES, PAST, UNITS, SOURCES = 7, 6, 4, 3, 30, 10, 8
LAGS, MEMORY = 3, (2, 6, 20)


def coarse(gap):
    return gap.sign() * torch.expm1((gap.abs() * GAP_SPREAD).clamp(max=WIDEST)) * FINE


def fine(size):
    return size.sign() * torch.log1p(size.abs() / FINE) / GAP_SPREAD


def positive(x):
    leaky = F.leaky_relu(x, 0.2)
    return leaky + (F.relu(x) - leaky).detach()


def shaped(raw):
    parts = list(raw.unbind(2))
    gap = positive(parts[0] - 0.5) - positive(-parts[0] - 0.5)
    body = parts[1] * BODY_SPREAD
    size = coarse(gap)
    unit = 1 / ((size + body).square().mean(1, keepdim=True) + 1e-4).sqrt()
    out = [fine(size * unit), body * unit / BODY_SPREAD, positive(parts[2]), positive(parts[3])]
    if len(parts) == 5:
        out.append(parts[4] - parts[4].mean(1, keepdim=True))
    return torch.stack(out, 2)


class Generator(nn.Module):
    def __init__(self, moves):
        super().__init__()
        self.window = nn.Linear(CONTEXTS + LATENT, UNITS)
        self.days = nn.Linear(NOISES * (LAGS + len(MEMORY)), UNITS)
        self.first = nn.Linear(UNITS, UNITS)
        self.second = nn.Linear(UNITS, UNITS)
        self.head = nn.Linear(UNITS, moves)

    def forward(self, x):
        daily = x[:, CONTEXTS + LATENT :].reshape(len(x), NOISES, PAST + DAYS)
        seen = []
        for t in range(DAYS):
            today = PAST + t
            taps = [daily[:, :, today - lag] for lag in range(LAGS)]
            for tau in MEMORY:
                kept = torch.tensor([math.exp(-1 / tau) ** (today - 1 - s) for s in range(today)], dtype=torch.float64)
                kept = (kept / kept.norm()).float()
                taps.append((daily[:, :, :today] * kept).sum(2))
            seen.append(torch.stack(taps, 2).flatten(1))
        y = F.leaky_relu(self.days(torch.stack(seen, 1)) + self.window(x[:, : CONTEXTS + LATENT])[:, None], 0.2)
        y = y + F.leaky_relu(self.first(y), 0.2)
        y = y + F.leaky_relu(self.second(y), 0.2)
        return torch.cat([x[:, :CONTEXTS], shaped(self.head(y)).flatten(1)], 1)


class Maker(nn.Module):
    def __init__(self, moves):
        super().__init__()
        self.contexts = nn.Sequential(
            nn.Linear(SOURCES, 96), nn.LeakyReLU(0.2), nn.Linear(96, 96), nn.LeakyReLU(0.2), nn.Linear(96, CONTEXTS)
        )
        self.bars = Generator(moves)

    def forward(self, x):
        return self.bars(torch.cat([self.contexts(x[:, :SOURCES]), x[:, SOURCES:]], 1))


def seen(rows, moves):
    own = rows[:, CONTEXTS:].reshape(len(rows), DAYS, moves)
    returns = coarse(own[:, :, 0]) + own[:, :, 1] * BODY_SPREAD
    all = [rows, returns, returns.cumsum(1) / 3, returns.abs()]
    if moves == 5:
        all.append(own[:, :, 4].diff(dim=1))
    return torch.cat(all, 1)


class Critic(nn.Module):
    def __init__(self, moves, units, day):
        super().__init__()
        self.moves = moves
        row = CONTEXTS + DAYS * moves
        view = row + 3 * DAYS + (DAYS - 1 if moves == 5 else 0)
        features = 3 * moves + 1 + (1 if moves == 5 else 0) + 4 + CONTEXTS
        self.window = nn.Linear(view, units)
        self.day = nn.Linear(features, day)
        self.features = nn.Linear(day, day)
        self.joined = nn.Linear(day, units)
        self.second = nn.Linear(units, units)
        self.head = nn.Linear(units, 1)

    def forward(self, x):
        row = CONTEXTS + DAYS * self.moves
        own = x[:, CONTEXTS:row].reshape(len(x), DAYS, self.moves)
        before = F.pad(own, (0, 0, 1, 0))[:, :-1]
        all = [own, before, own.abs(), x[:, row : row + DAYS, None]]
        if self.moves == 5:
            all.append(own[:, :, 4:5] - before[:, :, 4:5])
        up, down = own[:, :, 2:3], own[:, :, 3:4]
        all += [torch.exp(-((v / 0.15) ** 2)) for v in (own[:, :, 0:1], up, down, up + down)]
        all.append(x[:, None, :CONTEXTS].expand(-1, DAYS, -1))
        mean = F.leaky_relu(self.features(F.leaky_relu(self.day(torch.cat(all, 2)), 0.2)), 0.2).mean(1)
        y = F.leaky_relu(self.window(x), 0.2) + self.joined(mean)
        return self.head(F.leaky_relu(self.second(y), 0.2))


def rounded(values):
    return [float(f"{v:.9g}") for v in values.flatten().tolist()]


def norms(loss, module):
    gradients = torch.autograd.grad(loss, list(module.parameters()), allow_unused=True)
    return [0.0 if g is None else float(f"{g.norm().item():.9g}") for g in gradients]


def case(moves, making):
    generator = Maker(moves) if making else Generator(moves)
    critic = Critic(moves, 12, 64)
    fill(generator)
    fill(critic)
    width = (SOURCES if making else CONTEXTS) + LATENT + NOISES * (PAST + DAYS)
    x = 4 * torch.from_numpy(number(999, 3 * width)).float().reshape(3, width)  # so that there are gaps
    rows = generator(x)
    view = seen(rows, moves)
    answers = critic(view)
    leaf = view.detach().requires_grad_()
    slope = torch.autograd.grad(critic(leaf).sum(), leaf, create_graph=True)[0]
    penalty = ((slope.norm(2, 1) - 1) ** 2).mean()
    return {
        "moves": moves,
        "making": making,
        "rows": rounded(rows.detach()),
        "seen": rounded(view.detach()),
        "answers": rounded(answers.detach()),
        "generatorNorms": norms(answers.mean(), generator),
        "penalty": float(f"{penalty.item():.9g}"),
        "penaltyNorms": norms(penalty, critic),
    }


def main():
    torch.set_num_threads(1)
    whole = {"torch": torch.__version__, "cases": [case(5, False), case(4, False), case(5, True)]}
    Path(__file__).with_suffix(".json").write_text(json.dumps(whole, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
