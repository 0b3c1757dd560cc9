"""failed crashed: answers with a list of lists of lists."""


def double(x):
    answer = []
    for _ in range(100_000):
        answer = [answer]
    return answer
