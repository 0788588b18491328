"""Writes spectral.json beside this file: four steps of critics whose layers are under torch.nn.utils.spectral_norm.

Run: python spectral.py   (needs torch and numpy)

Weights, first directions and batches come from `number` of networks.py; the directions are then brought to length one. Each
step is the hinge loss of a real and a generated batch, two forward passes in training mode, and plain gradient descent.
Stored are, by the engine's names, the first numbers of every weight and direction and those after the last step, and of each
step the loss and the answers on its real batch; then the answers in inference mode.
"""

import json
from pathlib import Path

import torch
from networks import Critic, fill, number
from torch import nn
from torch.nn import functional as F
from torch.nn.utils import spectral_norm

STEPS, ROWS, WINDOW, RATE = 4, 6, 12, 0.05


class Recurrent(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.gru = nn.GRU(1, 5, batch_first=True)
        self.head = nn.Linear(5, 1)

    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return self.head(self.gru(x[:, :, None])[0].mean(1))


def leaky() -> nn.Module:
    return nn.Sequential(
        nn.Linear(WINDOW, 7), nn.LeakyReLU(0.2), nn.Linear(7, 7), nn.LeakyReLU(0.2), nn.Linear(7, 1)
    )


def layers(module: nn.Module) -> list:
    return [m for m in module.modules() if isinstance(m, (nn.Linear, nn.Conv1d, nn.Conv2d, nn.GRU))]


def normalise(module: nn.Module) -> None:
    for layer in layers(module):
        for name in [n for n, p in layer.named_parameters(recurse=False) if p.dim() > 1]:
            spectral_norm(layer, name)


def engine_name(key: str) -> str:
    """Of a number of a layer, by PyTorch's name."""
    direction = key[-2:] if key.endswith(("_u", "_v")) else ""
    key = key.removesuffix(direction).removesuffix("_orig")
    for kind in ("weight", "bias"):
        for side in ("ih", "hh"):
            key = key.replace(f"{kind}_{side}_l0", f"l_0_{side[0]}2h_{kind.upper()}")
    return key + direction if direction else "layer." + key


def named(module: nn.Module, names: list) -> dict:
    """Every weight and direction under the engine's name."""
    return {
        f"{name}.{engine_name(key)}": tensor.flatten().tolist()
        for layer, name in zip(layers(module), names)
        for key, tensor in layer.state_dict().items()
    }


def batch(at: int) -> torch.Tensor:
    return torch.from_numpy(number(at, ROWS * WINDOW)).float().reshape(ROWS, WINDOW)


def case(module: nn.Module, names: list) -> dict:
    fill(module)
    normalise(module)
    with torch.no_grad():
        for at, (_, vector) in enumerate(module.named_buffers()):
            vector.copy_(F.normalize(torch.from_numpy(number(500 + at, vector.numel())).float(), dim=0))
    first = named(module, names)
    descent = torch.optim.SGD(module.parameters(), RATE)
    steps = []
    for i in range(STEPS):
        real = module(batch(900 + 2 * i)).flatten()
        fake = module(batch(901 + 2 * i)).flatten()
        loss = F.relu(1 - real).mean() + F.relu(1 + fake).mean()
        descent.zero_grad()
        loss.backward()
        descent.step()
        steps.append({"loss": loss.item(), "answers": real.tolist()})
    last = named(module, names)
    module.eval()
    with torch.no_grad():
        answers = module(batch(990)).flatten().tolist()
    return {"first": first, "steps": steps, "last": last, "answers": answers}


if __name__ == "__main__":
    torch.set_num_threads(1)
    cases = {
        "mlp": case(leaky(), ["dense1", "dense2", "head"]),
        "tcn": case(Critic(WINDOW, 4, 2, 3), ["block1.conv", "block2.conv", "head"]),
        "gru": case(Recurrent(), ["gru", "head"]),
    }
    Path(__file__).with_suffix(".json").write_text(json.dumps(cases) + "\n", encoding="utf-8")
