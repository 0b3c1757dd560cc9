def one_hot(train, values, unknown="error"):
    """Category names (sorted, None last) and a 0/1 row for each value."""
    if unknown not in ("error", "ignore") or not train:
        raise ValueError("unknown is error or ignore, train must not be empty")
    names = sorted({v for v in train if v is not None}) + ([None] if None in train else [])
    column = {name: i for i, name in enumerate(names)}
    rows = []
    for value in values:
        row = [0] * len(names)
        if value in column:
            row[column[value]] = 1
        elif unknown == "error":
            raise ValueError("a value was not seen in training")
        rows.append(row)
    return names, rows
