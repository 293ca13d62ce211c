"""Minima of losses of rows with kinks under l1 and elastic-net penalties, by the simplex of HiGHS, on the tables of examples/.

    apt-get install python3-scipy
    cd training && /usr/bin/python3 src/test/references/sparse.py > src/test/resources/sparse_references.txt

Each line: table | target | features | loss | l1 | l2 | lower bound | objective | weights

The objective is that of Plumb: mean loss + l1 * sum|w| + l2/2 * sum w^2 over the weights of standardised features
(population deviation), no penalty on intercepts. Such a loss is the largest of a few straight lines, so without l2 its
minimum is that of a linear program. With l2 each square is bounded below by tangents, one more at every solution until
the bound is within 1e-10 of the objective. The weights are those of standardised features, class behind class; of two
classes there are none, for there the split of a weight between the classes is not unique. A target "levels" is the
table's amount cut into four levels of about as many rows each, which share one row of weights.
"""
import csv
import numpy as np, scipy
from scipy import sparse
from scipy.optimize import linprog

CLOSE, ZERO, LEVELS = 1e-10, 1e-9, 4
EXACT = dict(primal_feasibility_tolerance=1e-10, dual_feasibility_tolerance=1e-10)


def table(name, target, features=None, amount=None):
    with open(f"../examples/{name}.csv") as file:
        rows = list(csv.DictReader(file))
    features = features or [f for f in rows[0] if f != (amount or target)]
    x = np.array([[float(r[f]) for f in features] for r in rows], dtype=np.float32).astype(float)
    x = x[:, x.std(0) > 0]
    x = (x - x.mean(0)) / x.std(0)
    if amount:
        values = np.array([float(r[amount]) for r in rows])
        y = sum((values >= np.sort(values)[k * len(values) // LEVELS]).astype(int) for k in range(1, LEVELS))
    else:
        labels = sorted(set(r[target] for r in rows))
        y = np.array([labels.index(r[target]) for r in rows])
    return name, target, features, x, y


# Each hinge is a row of a matrix over all scores (class of a row: score[row * classes + class]), the number it adds, and
# the sum of hinges that is its loss: where hinges share a place in `of`, the largest of them counts.
def hinges(loss, y, classes):
    n = len(y)
    rows, places, signs, of = [], [], [], []

    def hinge(group, *scores):
        for place, sign in scores:
            rows.append(len(of)), places.append(place), signs.append(sign)
        of.append(group)

    for i in range(n):
        for k in range(classes):
            z, own = i * classes + k, i * classes + y[i]
            if loss == "crammer_singer" and k != y[i]:
                hinge(i, (z, 1), (own, -1))
            elif loss == "multi_margin" and k != y[i]:
                hinge(z, (z, 1), (own, -1))
            elif loss == "one_vs_all_hinge":
                hinge(z, (z, -1 if k == y[i] else 1))
            elif loss == "ordinal_hinge":
                hinge(z, (z, -1 if k < y[i] else 1))
    return sparse.csr_matrix((signs, (rows, places)), shape=(len(of), n * classes)), np.unique(of, return_inverse=True)[1]


def show(data, loss, l1, l2):
    name, target, features, x, y = data
    n, d = x.shape
    levels = loss == "ordinal_hinge"
    classes = y.max() + (0 if levels else 1)
    share = n * classes if loss == "multi_margin" else n
    matrix, of = hinges(loss, y, classes)
    # Scores from intercepts, then weights: of every class, or of all levels together.
    intercepts = sparse.kron(np.ones((n, 1)), sparse.identity(classes))
    weights = sparse.kron(x, np.ones((classes, 1))) if levels else sparse.hstack(
        [sparse.kron(x, sparse.identity(classes).tocsr()[:, [k]]) for k in range(classes)])
    count = weights.shape[1]
    to_scores = sparse.hstack([intercepts, weights]).tocsr()
    slopes = matrix @ to_scores
    groups = of.max() + 1
    # Variables: intercepts, positive and negative parts of weights, losses, halves of squares.
    parts = sparse.hstack([slopes, -slopes[:, classes:]])
    falls = sparse.csr_matrix((-np.ones(len(of)), (np.arange(len(of)), of)), shape=(len(of), groups))
    squares = count if l2 else 0
    base = sparse.hstack([parts, falls, sparse.csr_matrix((len(of), squares))]).tocsr()
    cost = np.concatenate([np.zeros(classes), np.full(2 * count, l1), np.full(groups, 1 / share), np.full(squares, l2)])
    low = np.concatenate([np.full(classes, -np.inf), np.zeros(2 * count + groups + squares)])
    bounds = np.stack([low, np.full(len(low), np.inf)], 1)
    tangents, right = [], []
    while True:
        a = sparse.vstack([base] + tangents)
        result = linprog(cost, A_ub=a, b_ub=np.concatenate([-np.ones(len(of))] + right), bounds=bounds, method="highs-ds", options=EXACT)
        w = result.x[classes:classes + count] - result.x[classes + count:classes + 2 * count]
        margins = 1 + slopes @ np.concatenate([result.x[:classes], w])
        hinge = np.zeros(groups)
        np.maximum.at(hinge, of, margins)
        objective = hinge.sum() / share + l1 * abs(w).sum() + l2 / 2 * (w ** 2).sum()
        if objective - result.fun <= CLOSE * objective:
            break
        # w^2 / 2 >= v w - v^2 / 2
        v = sparse.diags(w)
        tangents.append(sparse.hstack([sparse.csr_matrix((count, classes)), v, -v, sparse.csr_matrix((count, groups)), -sparse.identity(count)]))
        right.append(w ** 2 / 2)
    w = np.where(abs(w) < ZERO, 0, w)
    text = "-" if classes == 2 else " ".join(repr(float(v)) for v in w)
    every = ",".join(features) if name in ("rain", "digits") else "*"
    print(" | ".join([name, target, every, loss, repr(l1), repr(l2), repr(float(result.fun)), repr(float(objective)), text]), flush=True)


print(f"# by training/src/test/references/sparse.py with scipy {scipy.__version__}")
weather = table("rain", "weather", ["precipitation", "temp_max", "temp_min", "wind"])
cancer = table("breast_cancer", "target")
middle = [f"pixel_{i}_{j}" for i in range(2, 6) for j in range(1, 7)]
digits = table("digits", "target", middle[:21])
for loss in "crammer_singer", "multi_margin", "one_vs_all_hinge":
    for data in weather, cancer:
        for l1 in 0.01, 0.002:
            show(data, loss, l1, 0.0)
    show(weather, loss, 0.005, 0.005)
    if loss == "multi_margin":
        show(digits, loss, 0.01, 0.0)
for name, amount in ("diabetes", "target"), ("engel", "foodexp"), ("stackloss", "stack_loss"):
    for l1, l2 in (0.05, 0.0), (0.025, 0.025):
        show(table(name, "levels", amount=amount), "ordinal_hinge", l1, l2)
