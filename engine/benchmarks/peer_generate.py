"""Drawing paths as `riskloom bench generate` does, in Python's PyTorch: eager, torch.no_grad, 256 paths at a time.

python peer_generate.py NET [--threads N] [--rounds R]

Prints one JSON object: name (of the program), size (weights that a path passes through), check (numbers of a round), seconds
(of each round), peakMb (10^6 bytes). A round is 10,000 paths of 252 days: random numbers, network, copy into a NumPy array.
"""

import argparse
import json
import time

import torch
import torch.nn.functional as F
from torch import nn

PATHS, DAYS, BATCH = 10_000, 252, 256


def peak_mb() -> float | None:
    """VmHWM of this process; None where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(float(line.split()[1]) for line in status if line.startswith("VmHWM")) * 1.024e-3
    except FileNotFoundError:
        return None


def returns(answers: torch.Tensor, shocks: torch.Tensor) -> torch.Tensor:
    """.3·μ + softplus(s + .2)·ε from (μ, s) of each day."""
    return 0.3 * answers[:, :, 0] + F.softplus(answers[:, :, 1] + 0.2) * shocks


class Tcn(nn.Module):
    """Five blocks of 32 channels with dilations 1 to 16, none of which pads: a day has seen 63 days of noise."""

    noises, channels, past = 3, 32, 62

    def __init__(self) -> None:
        super().__init__()
        sizes = [self.noises] + [self.channels] * 4
        self.convs = nn.ModuleList(nn.Conv1d(n, self.channels, 3, dilation=2**i) for i, n in enumerate(sizes))
        self.head = nn.Linear(self.channels, 2)

    def forward(self, noise: torch.Tensor) -> torch.Tensor:
        x = noise.transpose(1, 2)
        for i, conv in enumerate(self.convs):
            y = F.leaky_relu(conv(x), 0.2)
            x = y + x[:, :, 2 ** (i + 1) :] if i else y
        return returns(self.head(x.transpose(1, 2)), noise[:, self.past :, 0])


class Lstm(nn.Module):
    """Two LSTM layers of 32 units over a shock and three further noises a day; 64 days before the path are made and cut off."""

    noises, units, past = 4, 32, 64

    def __init__(self) -> None:
        super().__init__()
        self.generator = nn.LSTM(self.noises, self.units, batch_first=True)
        self.supervisor = nn.LSTM(self.units, self.units, batch_first=True)
        self.recovery = nn.Linear(self.units, 2)

    def forward(self, noise: torch.Tensor) -> torch.Tensor:
        states = self.supervisor(self.generator(noise)[0])[0]
        return returns(self.recovery(states)[:, :-1], noise[:, 1:, 0])[:, -DAYS:]


NETS = {"tcn-10k": Tcn, "lstm-10k": Lstm}


def draw(net: nn.Module, paths: int) -> int:
    made = []
    for first in range(0, paths, BATCH):
        rows = min(BATCH, paths - first)
        made.append(net(torch.randn(rows, net.past + DAYS, net.noises)).numpy())
    return sum(part.size for part in made)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("net", choices=list(NETS), metavar="NET", help=", ".join(NETS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    net = NETS[options.net]().eval()
    wall, numbers = [], 0
    with torch.no_grad():
        draw(net, 2 * BATCH)
        for _ in range(options.rounds):
            begun = time.perf_counter()
            numbers = draw(net, PATHS)
            wall.append(time.perf_counter() - begun)
    told = {
        "name": f"PyTorch {torch.__version__}",
        "size": sum(p.numel() for p in net.parameters()),
        "check": numbers,
        "seconds": wall,
        "peakMb": peak_mb(),
    }
    print(json.dumps(told))


if __name__ == "__main__":
    main()
