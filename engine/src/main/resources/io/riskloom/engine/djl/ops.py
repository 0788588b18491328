"""Source of ops.pt: one whole optimiser step in one call of the native library, and what DJL has no call for.

Running this file with PyTorch (2.13 was used; 2.7.1 loads the result) writes ops.pt beside it. The archive carries this
text as extra/ops.py, and a test compares the two, so change both together: python ops.py

Every step takes the gradients of a loss (penalties included), measures their norm, scales them where it exceeds the
limit (as torch.nn.utils.clip_grad_norm_ does), and moves the weights. It returns the norm before scaling. Where that is
not finite, nothing is changed. DJL calls these methods in inference mode, which records no gradients; slope,
channels_last and zeros are called in training mode.
"""

import io
import math
import pathlib
import zipfile
from typing import List

import torch


class Ops(torch.nn.Module):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        return x

    @torch.jit.export
    def slope(self, y: torch.Tensor, x: torch.Tensor) -> torch.Tensor:
        """Gradient of the sum of y with respect to x, with its own graph: it can be part of a loss."""
        found = torch.autograd.grad([y.sum()], [x], None, True, True)[0]
        assert found is not None
        return found

    @torch.jit.export
    def channels_last(self, w: torch.Tensor) -> torch.Tensor:
        """Moves the numbers of a weight of four axes in memory, pictures before channels; the weight stays the same."""
        with torch.no_grad():
            w.set_(w.contiguous(memory_format=torch.channels_last))
        return w

    @torch.jit.export
    def zeros(self, w: torch.Tensor) -> torch.Tensor:
        """Zeros that lie in memory as a weight does."""
        return torch.zeros_like(w)

    @torch.jit.export
    def put(self, values: torch.Tensor, w: torch.Tensor) -> float:
        """Copies numbers into a weight, which keeps its layout in memory."""
        w.copy_(values)
        return 0.0

    @torch.jit.export
    def gradients(self, loss: torch.Tensor, w: List[torch.Tensor], l1: float, l2: float) -> List[torch.Tensor]:
        found = torch.autograd.grad([loss], w, None, None, False, True)
        g: List[torch.Tensor] = []
        for i in range(len(w)):
            d = found[i]
            if d is None:
                g.append(torch.zeros_like(w[i]))
            elif d.stride() == w[i].stride():
                g.append(d)
            else:
                # the fused kernels walk through memory and assume one layout
                g.append(torch.empty_like(w[i]).copy_(d))
        if l2 > 0.0:
            torch._foreach_add_(g, w, alpha=l2)
        if l1 > 0.0:
            torch._foreach_add_(g, torch._foreach_sign(w), alpha=l1)
        return g

    @torch.jit.export
    def clipped(self, g: List[torch.Tensor], most: float) -> float:
        norm = torch.linalg.vector_norm(torch.stack(torch._foreach_norm(g, 2.0)))
        value = float(norm)
        if most > 0.0 and math.isfinite(value) and most < value + 1e-6:
            torch._foreach_mul_(g, torch.div(most, norm + 1e-6))
        return value

    @torch.jit.export
    def adam(
        self,
        loss: torch.Tensor,
        w: List[torch.Tensor],
        m: List[torch.Tensor],
        v: List[torch.Tensor],
        step: int,
        rate: float,
        beta1: float,
        beta2: float,
        eps: float,
        decay: float,
        decoupled: bool,
        l1: float,
        l2: float,
        most: float,
    ) -> float:
        g = self.gradients(loss, w, l1, l2)
        norm = self.clipped(g, most)
        if math.isfinite(norm):
            t = torch.full([], float(step), dtype=torch.float32, device=w[0].device)
            steps: List[torch.Tensor] = []
            for _ in range(len(w)):
                steps.append(t)
            none: List[torch.Tensor] = []
            if decoupled:
                torch._fused_adamw_(
                    w, g, m, v, none, steps, lr=rate, beta1=beta1, beta2=beta2,
                    weight_decay=decay, eps=eps, amsgrad=False, maximize=False, grad_scale=None, found_inf=None,
                )
            else:
                torch._fused_adam_(
                    w, g, m, v, none, steps, lr=rate, beta1=beta1, beta2=beta2,
                    weight_decay=decay, eps=eps, amsgrad=False, maximize=False, grad_scale=None, found_inf=None,
                )
        return norm

    @torch.jit.export
    def sgd(
        self,
        loss: torch.Tensor,
        w: List[torch.Tensor],
        b: List[torch.Tensor],
        rate: float,
        momentum: float,
        decay: float,
        l1: float,
        l2: float,
        most: float,
    ) -> float:
        g = self.gradients(loss, w, l1, l2)
        norm = self.clipped(g, most)
        if math.isfinite(norm):
            kept: List[torch.Tensor] = []
            if momentum != 0.0:
                kept = b
            torch._fused_sgd_(
                w, g, kept, weight_decay=decay, momentum=momentum, lr=rate, dampening=0.0,
                nesterov=False, maximize=False, is_first_step=False, grad_scale=None, found_inf=None,
            )
        return norm

    @torch.jit.export
    def rmsprop(
        self,
        loss: torch.Tensor,
        w: List[torch.Tensor],
        v: List[torch.Tensor],
        b: List[torch.Tensor],
        rate: float,
        alpha: float,
        eps: float,
        momentum: float,
    ) -> float:
        g = self.gradients(loss, w, 0.0, 0.0)
        norm = self.clipped(g, 0.0)
        if math.isfinite(norm):
            torch._foreach_mul_(v, alpha)
            torch._foreach_addcmul_(v, g, g, 1.0 - alpha)
            root = torch._foreach_sqrt(v)
            torch._foreach_add_(root, eps)
            torch._foreach_mul_(b, momentum)
            torch._foreach_addcdiv_(b, g, root, 1.0)
            torch._foreach_add_(w, b, alpha=-rate)
        return norm


def write(target: pathlib.Path, text: str) -> None:
    whole = io.BytesIO()
    torch.jit.save(torch.jit.script(Ops()), whole, _extra_files={"ops.py": text})
    with zipfile.ZipFile(whole) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as new:
        for entry in old.namelist():
            # the tables for error messages hold this machine's paths
            if not entry.endswith(".debug_pkl"):
                new.writestr(zipfile.ZipInfo("ops/" + entry.split("/", 1)[1]), old.read(entry))


if __name__ == "__main__":
    here = pathlib.Path(__file__)
    write(here.with_suffix(".pt"), here.read_text(encoding="utf-8"))
