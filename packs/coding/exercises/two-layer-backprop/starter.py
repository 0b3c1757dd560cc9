import numpy as np

def mlp_loss_and_gradients(X, y, params):
    """Mean cross-entropy of a ReLU network with one hidden layer, and its gradients."""
    raise NotImplementedError
