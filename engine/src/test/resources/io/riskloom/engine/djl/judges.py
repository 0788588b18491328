"""Writes judges.json beside this file: what PyTorch's GRU answers and how it learns where TimeGAN's judges are used.

Run: python judges.py   (needs torch and numpy)

Weights and windows are not stored: both sides compute them with `number` of networks.py. Under "discriminative" stands
the last day's logit of 6 columns and 3 units, under "predictive" each day's logistic answer of 5 columns and 3 units;
each with the loss, the gradient of every weight and the weights after ten steps of Adam on the same batch.
"""

import json
from pathlib import Path

import torch
from networks import number
from torch import nn
from torch.nn import functional as F

torch.set_num_threads(1)
ROWS, DAYS, WIDTH, UNITS = 8, 24, 6, 3


def flat(tensors):
    return torch.cat([t.detach().flatten() for t in tensors]).tolist()


def taught(inputs: int, loss_of):
    gru, head = nn.GRU(inputs, UNITS, batch_first=True), nn.Linear(UNITS, 1)
    weights = [gru.weight_ih_l0, gru.weight_hh_l0, gru.bias_ih_l0, gru.bias_hh_l0, head.weight, head.bias]
    with torch.no_grad():
        for at, w in enumerate(weights):
            w.copy_(torch.tensor(number(at, w.numel()), dtype=torch.float32).reshape(w.shape))
    adam = torch.optim.Adam(weights, 1e-3)
    out = {}
    for step in range(10):
        answer, loss = loss_of(gru, head)
        adam.zero_grad()
        loss.backward()
        if step == 0:
            out = {"answer": flat([answer]), "loss": loss.item(), "slopes": flat([w.grad for w in weights])}
        adam.step()
    out["weights"] = flat(weights)
    return out


windows = torch.tensor((number(999, ROWS * DAYS * WIDTH) + 1) / 2, dtype=torch.float32).reshape(ROWS, DAYS, WIDTH)
target = (torch.arange(ROWS) < ROWS // 2).float()


def discriminative(gru, head):
    logit = head(gru(windows)[1][-1])[:, 0]
    return logit, F.binary_cross_entropy_with_logits(logit, target)


def predictive(gru, head):
    p = torch.sigmoid(head(gru(windows[:, :-1, :-1])[0]))[:, :, 0]
    return p, (p - windows[:, 1:, -1]).abs().mean()


found = {"discriminative": taught(WIDTH, discriminative), "predictive": taught(WIDTH - 1, predictive)}
Path(__file__).with_suffix(".json").write_text(json.dumps(found, indent=0) + "\n")
