import numpy as np

def sgd_momentum(f_grad, x0, lr, mu=0.9, nesterov=False, steps=100):
    """Path (steps + 1, d) of gradient descent with heavy-ball or Nesterov momentum."""
    raise NotImplementedError
