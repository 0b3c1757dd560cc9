import numpy as np

def adam_step(state, grad, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.0):
    """Next state {"x", "m", "v", "t"} of AdamW; the given state is not changed."""
    raise NotImplementedError
