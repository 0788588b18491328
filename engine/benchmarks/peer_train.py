"""The training steps of `riskloom bench train` in Python's PyTorch, eager, with its fused optimisers.

python peer_train.py NET [--threads N] [--seconds S | --steps N] [--rounds R] [--optimiser fused|foreach] [--channels-last]

Prints one JSON object: name (of the program), size (weights), check (rows a step), seconds (of a step, for each round),
peakMb (10^6 bytes), steps, cpuMillis, growthMb (resident memory after the last step less that after half of the rounds).
A step is: slice the batch off one prepared array, forward, loss, backward, clip by norm, optimiser.
"""

import argparse
import json
import math
import time
from collections.abc import Callable
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import nn

BATCHES = 32


@dataclass
class Work:
    """What is repeated: a step by its number, the rows that it learns and the weights that it moves."""

    step: Callable[[int], None]
    rows: int
    weights: int


def weights(*nets: nn.Module) -> int:
    return sum(p.numel() for net in nets for p in net.parameters())


def memory_kib(name: str) -> float:
    """VmRSS or VmHWM of this process; NaN where the system does not tell."""
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(float(line.split()[1]) for line in status if line.startswith(name))
    except FileNotFoundError:
        return float("nan")


class Lstm(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.lstm = nn.LSTM(8, 64, 2, batch_first=True)
        self.head = nn.Linear(64, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.lstm(x)[0][:, -1])


class Bottleneck(nn.Module):
    def __init__(self, inputs: int, width: int, stride: int) -> None:
        super().__init__()
        outputs = 4 * width
        self.main = nn.Sequential(
            nn.Conv2d(inputs, width, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, width, 3, stride, 1, bias=False), nn.BatchNorm2d(width), nn.ReLU(inplace=True),
            nn.Conv2d(width, outputs, 1, bias=False), nn.BatchNorm2d(outputs),
        )
        self.shortcut = nn.Identity()
        if inputs != outputs or stride != 1:
            self.shortcut = nn.Sequential(nn.Conv2d(inputs, outputs, 1, stride, bias=False), nn.BatchNorm2d(outputs))

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return F.relu(self.main(x) + self.shortcut(x), inplace=True)


def resnet50() -> nn.Module:
    layers = [nn.Conv2d(3, 64, 7, 2, 3, bias=False), nn.BatchNorm2d(64), nn.ReLU(inplace=True), nn.MaxPool2d(3, 2, 1)]
    inputs = 64
    for width, blocks, stride in ((64, 3, 1), (128, 4, 2), (256, 6, 2), (512, 3, 2)):
        for block in range(blocks):
            layers.append(Bottleneck(inputs, width, stride if block == 0 else 1))
            inputs = 4 * width
    return nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(inputs, 1))


def mlp() -> nn.Module:
    return nn.Sequential(
        nn.Linear(30, 64), nn.ReLU(), nn.Dropout(0.4), nn.Linear(64, 32), nn.ReLU(), nn.Dropout(0.4), nn.Linear(32, 1)
    )


def leaky(inputs: int, outputs: int) -> nn.Module:
    return nn.Sequential(
        nn.Linear(inputs, 128), nn.LeakyReLU(0.2), nn.Linear(128, 128), nn.LeakyReLU(0.2), nn.Linear(128, outputs)
    )


def supervised(net: nn.Module, shape: tuple, batch: int, options: argparse.Namespace) -> Work:
    x = torch.randn(BATCHES * batch, *shape)
    if options.channels_last and len(shape) == 3:
        net = net.to(memory_format=torch.channels_last)
        x = x.contiguous(memory_format=torch.channels_last)
    y = torch.rand(BATCHES * batch, 1)
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-2, **{options.optimiser: True})

    def step(i: int) -> None:
        at = slice(i % BATCHES * batch, (i % BATCHES + 1) * batch)
        optimiser.zero_grad()
        F.binary_cross_entropy_with_logits(net(x[at]), y[at]).backward()
        torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()

    return Work(step, batch, weights(net))


def gan_mlp(options: argparse.Namespace) -> Work:
    batch, window, latent = 64, 60, 32
    generator, discriminator = leaky(latent, window), leaky(window, 1)
    x = torch.randn(BATCHES * batch, window)
    kind = {options.optimiser: True}
    for_generator = torch.optim.Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.999), **kind)
    for_discriminator = torch.optim.Adam(discriminator.parameters(), lr=2e-4, betas=(0.5, 0.999), **kind)

    def step(i: int) -> None:
        real = x[i % BATCHES * batch : (i % BATCHES + 1) * batch]
        with torch.no_grad():
            fake = generator(torch.randn(batch, latent))
        for_discriminator.zero_grad()
        (F.softplus(-discriminator(real)).mean() + F.softplus(discriminator(fake)).mean()).backward()
        for_discriminator.step()
        for_generator.zero_grad()
        F.softplus(-discriminator(generator(torch.randn(batch, latent)))).mean().backward()
        for_generator.step()

    return Work(step, batch, weights(generator, discriminator))


class Dilated(nn.Module):
    """A convolution over time, channels × days; as a picture of height one it can have its channels innermost."""

    def __init__(self, inputs: int, channels: int, dilation: int, channels_last: bool) -> None:
        super().__init__()
        self.past = 2 * dilation
        if channels_last:
            conv = nn.Conv2d(inputs, channels, (1, 3), dilation=(1, dilation)).to(memory_format=torch.channels_last)
            self.conv = nn.Sequential(nn.Unflatten(1, (inputs, 1)), conv, nn.Flatten(1, 2))
        else:
            self.conv = nn.Conv1d(inputs, channels, 3, dilation=dilation)
        self.shortcut = dilation > 1

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        y = F.leaky_relu(self.conv(x), 0.2)
        return y + x[:, :, self.past :] if self.shortcut else y


class Blocks(nn.Module):
    def __init__(self, inputs: int, mean: bool, channels_last: bool) -> None:
        super().__init__()
        self.blocks = nn.Sequential(
            *[Dilated(32 if i else inputs, 32, 2**i, channels_last) for i in range(6)]
        )
        self.mean = mean
        self.head = nn.Linear(32, 1 if mean else 2)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        days = self.blocks(x.transpose(1, 2)).transpose(1, 2)
        if self.mean:
            return self.head(days.mean(1))
        answers = self.head(days)
        shocks = x[:, -days.shape[1] :, :1]
        return 0.3 * answers[:, :, :1] + F.softplus(answers[:, :, 1:] + 0.2) * shocks


def gan_tcn_gp(options: argparse.Namespace) -> Work:
    batch, window, noises, past = 64, 127, 3, 126
    generator, critic = Blocks(noises, False, options.channels_last), Blocks(1, True, options.channels_last)
    x = torch.randn(BATCHES * batch, window, 1)
    kind = {options.optimiser: True}
    for_generator = torch.optim.Adam(generator.parameters(), lr=1e-3, betas=(0.5, 0.999), **kind)
    for_critic = torch.optim.Adam(critic.parameters(), lr=1e-3, betas=(0.5, 0.999), **kind)

    def teach_critic(i: int) -> None:
        real = x[i % BATCHES * batch : (i % BATCHES + 1) * batch]
        with torch.no_grad():
            fake = generator(torch.randn(batch, window + past, noises))
            between = fake + (real - fake) * torch.rand(batch, 1, 1)
        answers = critic(torch.cat([real, fake]))
        between.requires_grad_()
        slope = torch.autograd.grad(critic(between).sum(), between, create_graph=True)[0]
        penalty = (((slope.square().sum((1, 2)) + 1e-12).sqrt() - 1) ** 2).mean()
        for_critic.zero_grad()
        (10 * penalty - (answers[:batch].mean() - answers[batch:].mean())).backward()
        for_critic.step()

    def step(i: int) -> None:
        teach_critic(2 * i)
        teach_critic(2 * i + 1)
        for_generator.zero_grad()
        (-critic(generator(torch.randn(batch, window + past, noises))).mean()).backward()
        for_generator.step()

    return Work(step, 2 * batch, weights(generator, critic))


NETS = {
    "lstm": lambda o: supervised(Lstm(), (60, 8), 64, o),
    "mlp": lambda o: supervised(mlp(), (30,), 64, o),
    "gan-mlp": gan_mlp,
    "gan-tcn-gp": gan_tcn_gp,
    "resnet50-32": lambda o: supervised(resnet50(), (3, 32, 32), 32, o),
    "resnet50-64": lambda o: supervised(resnet50(), (3, 64, 64), 32, o),
}


def measure(step, options: argparse.Namespace) -> dict:
    start = time.perf_counter()
    warm_up = 2.0 if options.steps else options.seconds / 2
    done = 0
    while done < 3 or time.perf_counter() - start < warm_up:
        step(done)
        done += 1
    all_steps = options.steps or options.seconds / ((time.perf_counter() - start) / done)
    each = max(1, round(all_steps / options.rounds))
    cpu = time.process_time()
    wall = []
    for turn in range(options.rounds):
        if turn == options.rounds // 2:
            memory = memory_kib("VmRSS")
        begun = time.perf_counter()
        for i in range(each):
            step(i)
        wall.append((time.perf_counter() - begun) / each)
    steps = each * options.rounds
    return {
        "seconds": wall,
        "peakMb": number(memory_kib("VmHWM") * 1.024e-3),
        "steps": steps,
        "cpuMillis": (time.process_time() - cpu) * 1e3 / steps,
        "growthMb": number((memory_kib("VmRSS") - memory) * 1.024e-3),
    }


def number(value: float) -> float | None:
    return value if math.isfinite(value) else None


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("net", choices=list(NETS), metavar="NET", help=", ".join(NETS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--steps", type=int, default=0, help="in place of --seconds")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--optimiser", choices=("fused", "foreach"), default="fused")
    parser.add_argument("--channels-last", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    work = NETS[options.net](options)
    told = {"name": f"PyTorch {torch.__version__}", "size": work.weights, "check": work.rows}
    print(json.dumps(told | measure(work.step, options)))


if __name__ == "__main__":
    main()
