"""Writes weights.safetensors beside this file with Python's safetensors library (0.8.0 was used): python weights.py"""

import pathlib

import numpy
from safetensors.numpy import save_file

save_file(
    {
        "dense.weight": numpy.array([[0.5, -1.25, 3.0], [1e-30, 65504.0, -0.0]], dtype=numpy.float32),
        "dense.bias": numpy.array([0.1, -7.0], dtype=numpy.float32),
        "steps": numpy.array([3, -(2**40)], dtype=numpy.int64),
    },
    pathlib.Path(__file__).with_suffix(".safetensors"),
    metadata={"format": "np"},
)
