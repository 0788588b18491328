"""The training steps of `riskloom bench train` in Python's PyTorch, eager, with its fused optimisers.

python peer_train.py [NET ...] [--threads N] [--seconds S] [--rounds R] [--optimiser fused|foreach] [--channels-last]

Prints one JSON object: for each net the median and smallest wall milliseconds of a step over the rounds, the median CPU
milliseconds, and the resident memory at the start and at the end. A step is: slice the batch off one prepared array,
forward, loss, backward, clip by norm, optimiser.
"""

import argparse
import json
import statistics
import time

import torch
import torch.nn.functional as F
from torch import nn

BATCHES = 32


def resident_mb() -> int:
    try:
        with open("/proc/self/status", encoding="ascii") as status:
            return next(int(line.split()[1]) // 1024 for line in status if line.startswith("VmRSS"))
    except FileNotFoundError:
        return 0


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


def supervised(net: nn.Module, shape: tuple, batch: int, options: argparse.Namespace):
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

    return step


def mlp_gan(options: argparse.Namespace):
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

    return step


NETS = {
    "lstm": lambda o: supervised(Lstm(), (60, 8), 64, o),
    "mlp": lambda o: supervised(mlp(), (30,), 64, o),
    "mlp-gan": mlp_gan,
    "resnet50-32": lambda o: supervised(resnet50(), (3, 32, 32), 32, o),
    "resnet50-64": lambda o: supervised(resnet50(), (3, 64, 64), 32, o),
}


def measure(step, seconds: float, rounds: int) -> dict:
    start = time.perf_counter()
    done = 0
    while done < 3 or time.perf_counter() - start < seconds / 4:
        step(done)
        done += 1
    each = max(1, int(seconds / rounds / ((time.perf_counter() - start) / done)))
    memory = resident_mb()
    wall, cpu = [], []
    for _ in range(rounds):
        t, c = time.perf_counter(), time.process_time()
        for i in range(each):
            step(i)
        wall.append((time.perf_counter() - t) * 1e3 / each)
        cpu.append((time.process_time() - c) * 1e3 / each)
    return {
        "steps": each * rounds,
        "medianMillis": statistics.median(wall),
        "leastMillis": min(wall),
        "cpuMillis": statistics.median(cpu),
        "residentMb": [memory, resident_mb()],
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("nets", nargs="*", default=list(NETS), metavar="NET", help=", ".join(NETS))
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--optimiser", choices=("fused", "foreach"), default="fused")
    parser.add_argument("--channels-last", action="store_true")
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.manual_seed(7)
    results = {name: measure(NETS[name](options), options.seconds, options.rounds) for name in options.nets}
    print(json.dumps({"torch": torch.__version__, "threads": options.threads, "nets": results}))


if __name__ == "__main__":
    main()
