"""Reads a run's weights with Python's safetensors library, which shares no code with Riskloom.

python read_weights.py models/RUN/weights.safetensors [--json]

Prints for each tensor name, type, shape, sum and sum of squares (in double precision), by which two readers can be compared.
"""

import argparse
import json

import numpy
from safetensors import safe_open


def read(path: str) -> dict:
    with safe_open(path, framework="numpy") as file:
        tensors = {name: file.get_tensor(name) for name in sorted(file.keys())}
    return {name: facts(tensor) for name, tensor in tensors.items()}


def facts(tensor: numpy.ndarray) -> dict:
    numbers = tensor.astype(numpy.float64)
    return {
        "type": str(tensor.dtype),
        "shape": list(tensor.shape),
        "sum": float(numbers.sum()),
        "squares": float(numpy.square(numbers).sum()),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("file")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args()
    found = read(options.file)
    if options.json:
        print(json.dumps(found))
        return
    for name, tensor in found.items():
        shape = "x".join(map(str, tensor["shape"])) or "-"
        print(f"{name:40} {tensor['type']:8} {shape:>18} {tensor['sum']:18.9g} {tensor['squares']:18.9g}")


if __name__ == "__main__":
    main()
