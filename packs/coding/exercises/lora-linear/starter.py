import numpy as np

def lora_forward(x, W, A, B, alpha):
    """Output (n, out) of the layer with adapter, scale alpha / r."""
    raise NotImplementedError

def lora_backward(x, W, A, B, alpha, upstream):
    """Gradients by x, A and B; W is frozen."""
    raise NotImplementedError

def lora_merge(W, A, B, alpha):
    """A new weight that contains the adapter."""
    raise NotImplementedError
