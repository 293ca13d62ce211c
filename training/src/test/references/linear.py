"""Coefficients of linear models by scikit-learn and statsmodels, on the tables of examples/.

    apt-get install python3-sklearn python3-statsmodels
    cd training && /usr/bin/python3 src/test/references/linear.py > src/test/resources/linear_references.txt

Each line: table | target | features | loss | l1 | l2 | relative tolerance | source | intercept | slopes

The objective is that of Plumb: mean loss + l1 * sum|w| + l2/2 * sum w^2 over the weights of standardised features
(population deviation), no penalty on the intercept. The numbers are in the features' own units. Features are rounded to
float, as Plumb stores them. With several classes there is a row of slopes a class, behind one another.
"""
import csv, sys, warnings
import numpy as np, sklearn, statsmodels, statsmodels.api as sm
from sklearn import linear_model as lm, svm
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
VERSIONS = f"scikit-learn {sklearn.__version__}", f"statsmodels {statsmodels.__version__.split('+')[0]}"


def table(name, target, features=None):
    with open(f"../examples/{name}.csv") as file:
        rows = list(csv.DictReader(file))
    features = features or [f for f in rows[0] if f != target]
    x = np.array([[float(r[f]) for f in features] for r in rows], dtype=np.float32).astype(float)
    y = [r[target] for r in rows]
    labels = sorted(set(y))
    numbers = all(c in "0123456789.-e" for v in y for c in v)
    return name, target, features, x, np.array([float(v) if numbers else labels.index(v) for v in y])


def show(data, loss, l1, l2, tolerance, source, intercept, slopes):
    name, target, features, x, y = data
    every = "*" if name != "rain" else ",".join(features)
    text = lambda values: " ".join(repr(float(v)) for v in np.ravel(values))
    source = next(v for v in VERSIONS if v.startswith(source[0])) + " " + source[1]
    print(" | ".join([name, target, every, loss, repr(l1), repr(l2), repr(tolerance), source, text(intercept), text(slopes)]))


def scaled(data, model):
    """Fits on standardised features; returns intercept and slopes in the features' own units."""
    x, y = data[3], data[4]
    scaler = StandardScaler().fit(x)
    # A column that never changes has deviation 1 here and no weight in Plumb: its weight is 0 in both.
    model.fit(scaler.transform(x), y)
    slopes = np.atleast_2d(model.coef_) / scaler.scale_
    return np.ravel(model.intercept_) - slopes @ scaler.mean_, slopes


def plain(data, fit):
    p = fit(sm.add_constant(data[3]), data[4])
    return p[0], p[1:]


S, M = ("scikit-learn", "statsmodels")
stackloss, engel = table("stackloss", "stack_loss"), table("engel", "foodexp")
diabetes, cancer, digits = table("diabetes", "target"), table("breast_cancer", "target"), table("digits", "target")
wind = table("rain", "wind", ["precipitation", "temp_max", "temp_min"])
tomorrow = table("rain", "rain_tomorrow", ["precipitation", "temp_max", "temp_min", "wind"])

print("# by training/src/test/references/linear.py with " + ", ".join(VERSIONS))
for data in stackloss, engel, diabetes, wind:
    n = len(data[4])
    show(data, "squared_error", 0.0, 0.0, 1e-7, (M, "OLS"), *plain(data, lambda x, y: sm.OLS(y, x).fit().params))
    l2 = 0.25
    show(data, "squared_error", 0.0, l2, 1e-8, (S, "Ridge"), *scaled(data, lm.Ridge(alpha=n * l2 / 2, solver="cholesky")))
    for quantile in 0.25, 0.5:
        # The simplex of HiGHS ends at a corner; engel's and the wind's are not unique to more digits than these.
        show(data, f"quantile(quantile = {quantile})", 0.0, 0.0, 1e-6, (S, "QuantileRegressor"),
             *scaled(data, lm.QuantileRegressor(quantile=quantile, alpha=0, solver="highs")))
    result = sm.RLM(data[4], sm.add_constant(data[3]), M=sm.robust.norms.HuberT(1.345)).fit(
        update_scale=False, maxiter=20000, tol=1e-13)
    show(data, f"huber(delta = {1.345 * result.scale!r})", 0.0, 0.0, 1e-6, (M, "RLM, scale held"), result.params[0], result.params[1:])
    model = lm.HuberRegressor(epsilon=1.5, alpha=0, max_iter=100000, tol=1e-10)
    intercept, slopes = scaled(data, model)
    show(data, f"huber(delta = {1.5 * model.scale_!r})", 0.0, 0.0, 1e-3, (S, "HuberRegressor"), intercept, slopes)
for data in diabetes, wind:
    n = len(data[4])
    show(data, "squared_error", 0.3, 0.0, 1e-7, (S, "Lasso"), *scaled(data, lm.Lasso(alpha=0.15, tol=1e-14, max_iter=10**6)))
    show(data, "squared_error", 0.1, 0.1, 1e-7, (S, "ElasticNet"),
         *scaled(data, lm.ElasticNet(alpha=0.1, l1_ratio=0.5, tol=1e-14, max_iter=10**6)))
    show(data, "quantile(quantile = 0.75)", 0.02, 0.0, 1e-6, (S, "QuantileRegressor"),
         *scaled(data, lm.QuantileRegressor(quantile=0.75, alpha=0.02, solver="highs")))
    c = 0.1
    show(data, "epsilon_insensitive(epsilon = 0.5)", 0.0, 1 / (c * n), 1e-3, (S, "SVR"),
         *scaled(data, svm.SVR(kernel="linear", C=c, epsilon=0.5, tol=1e-9)))
for data in stackloss, engel, diabetes, wind:
    for loss, model, family in (
            ("poisson", lm.PoissonRegressor, sm.families.Poisson()),
            ("gamma", lm.GammaRegressor, sm.families.Gamma(sm.families.links.log())),
            ("tweedie(power = 1.5)", lambda **o: lm.TweedieRegressor(power=1.5, link="log", **o),
             sm.families.Tweedie(sm.families.links.log(), 1.5))):
        show(data, loss, 0.0, 0.0, 1e-6, (M, "GLM"),
             *plain(data, lambda x, y: sm.GLM(y, x, family=family).fit(tol=1e-13, maxiter=1000).params))
        show(data, loss, 0.0, 0.01, 1e-5, (S, loss.split("(")[0].title() + "Regressor"),
             *scaled(data, model(alpha=0.01, tol=1e-11, max_iter=10**6)))
    show(data, "inverse_gaussian", 0.0, 0.0, 1e-6, (M, "GLM"),
         *plain(data, lambda x, y: sm.GLM(y, x, family=sm.families.InverseGaussian(sm.families.links.log())).fit(
             tol=1e-13, maxiter=1000).params))
for data in cancer, tomorrow:
    n = len(data[4])
    for l1, l2, options in (0.0, 0.01, dict(solver="newton-cholesky")), (0.01, 0.0, dict(penalty="l1", solver="saga")):
        show(data, "sigmoid_cross_entropy", l1, l2, 1e-6, (S, "LogisticRegression"),
             *scaled(data, lm.LogisticRegression(C=1 / ((l1 + l2) * n), tol=1e-12, max_iter=10**6, **options)))
    show(data, "hinge", 0.0, 0.01, 1e-3, (S, "SVC"), *scaled(data, svm.SVC(kernel="linear", C=1 / (0.01 * n), tol=1e-9)))
    # LinearSVC penalises the intercept: little, with such a scaling.
    show(data, "squared_hinge", 0.0, 0.02, 1e-4, (S, "LinearSVC"), *scaled(data, svm.LinearSVC(
        C=1 / (0.02 * n), dual=False, intercept_scaling=300, tol=1e-14, max_iter=10**6)))
show(tomorrow, "sigmoid_cross_entropy", 0.0, 0.0, 1e-6, (M, "Logit"),
     *plain(tomorrow, lambda x, y: sm.Logit(y, x).fit(disp=0, tol=1e-13).params))
show(tomorrow, "probit", 0.0, 0.0, 1e-6, (M, "Probit"),
     *plain(tomorrow, lambda x, y: sm.Probit(y, x).fit(disp=0, tol=1e-13).params))
n = len(digits[4])
show(digits, "sparse_softmax_cross_entropy", 0.0, 0.01, 1e-4, (S, "LogisticRegression"), *scaled(
    digits, lm.LogisticRegression(C=1 / (0.01 * n), multi_class="multinomial", solver="newton-cg", tol=1e-10, max_iter=10**5)))
