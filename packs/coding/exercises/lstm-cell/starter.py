import numpy as np

def lstm_step(x, h, c, W, b):
    """New hidden state and cell; gates in the order input, forget, candidate, output."""
    raise NotImplementedError

def lstm_step_backward(x, h, c, W, b, grad_h, grad_c):
    """Gradients by x, h, c, W and b."""
    raise NotImplementedError
