package dev.plumb;

/// Every loss of the catalogue, by a method of its name: `Losses.huber(1.5)` is
/// `Loss.of("huber(delta = 1.5)")`.
///
/// Generated from the catalogue by `./plumb gallery`, and as long as that is: change the `.loss`
/// files, not this.
public final class Losses {
  private Losses() {}

  private static Loss of(String name, Object... parameters) {
    Loss loss = Loss.of(name);
    for (int i = 0; i < parameters.length; i += 2) {
      loss = loss.with((String) parameters[i], (Double) parameters[i + 1]);
    }
    return loss;
  }

  /// The square of the residual. Minimising it gives the mean; under ROOT_MEAN it is the RMSE.
  ///
  /// ```
  /// squared_error(p | y)
  ///   = (p - y)^2
  /// ```
  ///
  /// Also called mse, l2, rmse, mean_squared_error, root_mean_squared_error, Gaussian deviance.
  ///
  /// Source: Gauss 1809, Theoria motus corporum coelestium.
  public static Loss squaredError() {
    return of("squared_error");
  }

  /// Half the square of the residual, so that the gradient is the residual itself and the hessian
  /// is 1.
  ///
  /// ```
  /// half_squared_error(p | y)
  ///   = (p - y)^2 / 2
  /// ```
  ///
  /// Also called l2_loss, half_mse.
  ///
  /// Source: Gauss 1809, Theoria motus corporum coelestium.
  public static Loss halfSquaredError() {
    return of("half_squared_error");
  }

  /// The squared difference of the logarithms: it measures ratios, so that 10 against 20 costs
  /// about as much as 1000 against 2000.
  ///
  /// ```
  /// squared_log_error(p in (-1, inf) | y in (-1, inf))
  ///   = (log(1 + p) - log(1 + y))^2
  /// ```
  ///
  /// Also called msle, rmsle, mean_squared_log_error, root_mean_squared_log_error.
  ///
  /// Source: Hastie, Tibshirani, Friedman 2009, The Elements of Statistical Learning, section 10.6.
  public static Loss squaredLogError() {
    return of("squared_log_error");
  }

  /// The size of the residual: every sample pulls with the same strength, however far it lies.
  /// Minimising it gives the median.
  ///
  /// ```
  /// absolute_error(p | y)
  ///   = abs(p - y)
  /// ```
  ///
  /// Also called mae, l1, lad, mean_absolute_error, L1 loss, least absolute deviations.
  ///
  /// Source: Boscovich 1757; Laplace 1774.
  public static Loss absoluteError() {
    return of("absolute_error");
  }

  /// Quadratic near zero, linear in the tails: no outlier pulls harder than delta.
  ///
  /// ```
  /// huber(p | y; delta = 1 in (0, inf))
  ///   = if abs(r) <= delta then r^2 / 2 else delta * (abs(r) - delta / 2)
  ///   where r = p - y
  /// ```
  ///
  /// Also called Huber loss, huber_loss.
  ///
  /// Source: Huber 1964, doi:10.1214/aoms/1177703732.
  ///
  /// @param delta in `(0, inf)`; 1 unless given
  public static Loss huber(double delta) {
    return of("huber", "delta", delta);
  }

  /// [#huber(double)] with delta = 1.
  public static Loss huber() {
    return of("huber");
  }

  /// A smooth Huber loss: a hyperbola that is quadratic near zero and approaches straight lines of
  /// slope delta.
  ///
  /// ```
  /// pseudo_huber(p | y; delta = 1 in (0, inf))
  ///   = delta^2 * (sqrt(1 + (r / delta)^2) - 1)
  ///   where r = p - y
  /// ```
  ///
  /// Also called charbonnier, soft_l1, pseudo-Huber loss, hyperbolic.
  ///
  /// Source: Charbonnier et al. 1994, doi:10.1109/ICIP.1994.413553.
  ///
  /// @param delta in `(0, inf)`; 1 unless given
  public static Loss pseudoHuber(double delta) {
    return of("pseudo_huber", "delta", delta);
  }

  /// [#pseudoHuber(double)] with delta = 1.
  public static Loss pseudoHuber() {
    return of("pseudo_huber");
  }

  /// The Huber loss divided by its threshold: slope 1 in the tails, whatever beta is.
  ///
  /// ```
  /// smooth_l1(p | y; beta = 1 in (0, inf))
  ///   = if abs(r) < beta then r^2 / (2 * beta) else abs(r) - beta / 2
  ///   where r = p - y
  /// ```
  ///
  /// Also called smooth_l1_loss, smooth L1 loss.
  ///
  /// Source: Girshick 2015, arXiv:1504.08083.
  ///
  /// @param beta in `(0, inf)`; 1 unless given
  public static Loss smoothL1(double beta) {
    return of("smooth_l1", "beta", beta);
  }

  /// [#smoothL1(double)] with beta = 1.
  public static Loss smoothL1() {
    return of("smooth_l1");
  }

  /// Quadratic near zero, linear with slope 1 in the tails, smooth everywhere.
  ///
  /// ```
  /// log_cosh(p | y)
  ///   = log(cosh(p - y))
  /// ```
  ///
  /// Also called logcosh, log-cosh loss.
  ///
  /// Source: Green 1990, doi:10.1109/42.52985.
  public static Loss logCosh() {
    return of("log_cosh");
  }

  /// A tilted absolute error: a prediction below the target costs quantile a unit, one above it 1 -
  /// quantile. Minimising it gives that quantile.
  ///
  /// ```
  /// quantile(p | y; quantile = 0.5 in (0, 1))
  ///   = max(quantile * (y - p), (quantile - 1) * (y - p))
  /// ```
  ///
  /// Also called pinball, quantile_loss, pinball_loss, check loss.
  ///
  /// Source: Koenker, Bassett 1978, doi:10.2307/1913643.
  ///
  /// @param quantile in `(0, 1)`; 0.5 unless given
  public static Loss quantile(double quantile) {
    return of("quantile", "quantile", quantile);
  }

  /// [#quantile(double)] with quantile = 0.5.
  public static Loss quantile() {
    return of("quantile");
  }

  /// A tilted squared error: residuals below the target count expectile, those above 1 - expectile.
  /// Minimising it gives that expectile.
  ///
  /// ```
  /// expectile(p | y; expectile = 0.5 in (0, 1))
  ///   = (if p < y then expectile else 1 - expectile) * (p - y)^2
  /// ```
  ///
  /// Also called expectile_loss, asymmetric_squared_error.
  ///
  /// Source: Newey, Powell 1987, doi:10.2307/1911031.
  ///
  /// @param expectile in `(0, 1)`; 0.5 unless given
  public static Loss expectile(double expectile) {
    return of("expectile", "expectile", expectile);
  }

  /// [#expectile(double)] with expectile = 0.5.
  public static Loss expectile() {
    return of("expectile");
  }

  /// No loss within epsilon of the target, a straight line beyond: support vector regression.
  ///
  /// ```
  /// epsilon_insensitive(p | y; epsilon = 0.1 in [0, inf))
  ///   = max(0, abs(p - y) - epsilon)
  /// ```
  ///
  /// Also called svr, epsilon_insensitive_loss.
  ///
  /// Source: Vapnik 1995, The Nature of Statistical Learning Theory.
  ///
  /// @param epsilon in `[0, inf)`; 0.1 unless given
  public static Loss epsilonInsensitive(double epsilon) {
    return of("epsilon_insensitive", "epsilon", epsilon);
  }

  /// [#epsilonInsensitive(double)] with epsilon = 0.1.
  public static Loss epsilonInsensitive() {
    return of("epsilon_insensitive");
  }

  /// The epsilon-insensitive loss squared.
  ///
  /// ```
  /// squared_epsilon_insensitive(p | y; epsilon = 0.1 in [0, inf))
  ///   = max(0, abs(p - y) - epsilon)^2
  /// ```
  ///
  /// Also called l2_svr.
  ///
  /// Source: Vapnik 1995, The Nature of Statistical Learning Theory.
  ///
  /// @param epsilon in `[0, inf)`; 0.1 unless given
  public static Loss squaredEpsilonInsensitive(double epsilon) {
    return of("squared_epsilon_insensitive", "epsilon", epsilon);
  }

  /// [#squaredEpsilonInsensitive(double)] with epsilon = 0.1.
  public static Loss squaredEpsilonInsensitive() {
    return of("squared_epsilon_insensitive");
  }

  /// The size of the residual in units of the target.
  ///
  /// ```
  /// absolute_percentage_error(p | y)
  ///   = abs(p - y) / abs(y)
  /// ```
  ///
  /// Also called mape, mean_absolute_percentage_error.
  ///
  /// Source: Armstrong 1985, Long-Range Forecasting.
  public static Loss absolutePercentageError() {
    return of("absolute_percentage_error");
  }

  /// The size of the residual in units of the mean of prediction and target.
  ///
  /// ```
  /// symmetric_absolute_percentage_error(p | y)
  ///   = if p == y then 0 else if sign(p) == sign(y) then 2 * abs((p - y) / (p + y)) else 2
  /// ```
  ///
  /// Also called smape.
  ///
  /// Source: Armstrong 1985, Long-Range Forecasting.
  public static Loss symmetricAbsolutePercentageError() {
    return of("symmetric_absolute_percentage_error");
  }

  /// The squared residual in units of the target.
  ///
  /// ```
  /// squared_percentage_error(p | y)
  ///   = ((p - y) / y)^2
  /// ```
  ///
  /// Also called mspe, rmspe.
  ///
  /// Source: Hyndman, Koehler 2006, doi:10.1016/j.ijforecast.2006.03.001.
  public static Loss squaredPercentageError() {
    return of("squared_percentage_error");
  }

  /// A power of the size of the residual: q = 1 the absolute error, q = 2 the squared error.
  ///
  /// ```
  /// power_error(p | y; q = 1.5 in [1, inf))
  ///   = abs(p - y)^q
  /// ```
  ///
  /// Also called lq, lp, minkowski.
  ///
  /// Source: Gonin, Money 1989, Nonlinear Lp-Norm Estimation.
  ///
  /// @param q in `[1, inf)`; 1.5 unless given
  public static Loss powerError(double q) {
    return of("power_error", "q", q);
  }

  /// [#powerError(double)] with q = 1.5.
  public static Loss powerError() {
    return of("power_error");
  }

  /// Linear for small residuals, logarithmic for large ones: for landmarks, where small errors
  /// matter.
  ///
  /// ```
  /// wing(p | y; width = 5 in (0, inf), curvature = 0.5 in (0, inf))
  ///   = if abs(r) < width then width * log(1 + abs(r) / curvature) else abs(r) - width + width *
  ///   log(1 + width / curvature)
  ///   where r = p - y
  /// ```
  ///
  /// Also called wing_loss.
  ///
  /// Source: Feng et al. 2018, arXiv:1711.06753.
  ///
  /// @param width in `(0, inf)`; 5 unless given
  /// @param curvature in `(0, inf)`; 0.5 unless given
  public static Loss wing(double width, double curvature) {
    return of("wing", "width", width, "curvature", curvature);
  }

  /// [#wing(double, double)] with width = 5, curvature = 0.5.
  public static Loss wing() {
    return of("wing");
  }

  /// One less the cosine of the difference on a circle of the given period: for angles, hours,
  /// weekdays.
  ///
  /// ```
  /// periodic(p | y; period = 6.283185307179586 in (0, inf))
  ///   = 1 - cos(6.283185307179586 * (p - y) / period)
  /// ```
  ///
  /// Also called circular, cosine_of_angle.
  ///
  /// Source: Udell et al. 2016, Generalized Low Rank Models, doi:10.1561/2200000055.
  ///
  /// @param period in `(0, inf)`; 6.283185307179586 unless given
  public static Loss periodic(double period) {
    return of("periodic", "period", period);
  }

  /// [#periodic(double)] with period = 6.283185307179586.
  public static Loss periodic() {
    return of("periodic");
  }

  /// Linear on one side, exponential on the other: overestimates hurt more for scale above 0,
  /// underestimates for scale below.
  ///
  /// ```
  /// linex(p | y; scale = 1)
  ///   = exp(u) - u - 1
  ///   where u = scale * (p - y)
  /// ```
  ///
  /// Also called linear-exponential loss.
  ///
  /// Source: Varian 1975; Zellner 1986, doi:10.2307/2289234.
  ///
  /// @param scale in `(-inf, inf)`; 1 unless given
  public static Loss linex(double scale) {
    return of("linex", "scale", scale);
  }

  /// [#linex(double)] with scale = 1.
  public static Loss linex() {
    return of("linex");
  }

  /// The negative log-likelihood of a Laplace distribution of the given scale, constants kept.
  ///
  /// ```
  /// laplace(p | y; scale = 1 in (0, inf))
  ///   = abs(p - y) / scale + log(2 * scale)
  /// ```
  ///
  /// Also called laplace_likelihood.
  ///
  /// Source: Laplace 1774.
  ///
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss laplace(double scale) {
    return of("laplace", "scale", scale);
  }

  /// [#laplace(double)] with scale = 1.
  public static Loss laplace() {
    return of("laplace");
  }

  /// The squared residual beyond half its square: a quartic that punishes only the largest errors.
  ///
  /// ```
  /// quartic_error(p | y)
  ///   = (p - y)^4
  /// ```
  ///
  /// Also called fourth_power_error.
  ///
  /// Source: Gonin, Money 1989, Nonlinear Lp-Norm Estimation.
  public static Loss quarticError() {
    return of("quartic_error");
  }

  /// The absolute difference of the logarithms.
  ///
  /// ```
  /// absolute_log_error(p in (-1, inf) | y in (-1, inf))
  ///   = abs(log(1 + p) - log(1 + y))
  /// ```
  ///
  /// Also called male, mean_absolute_log_error.
  ///
  /// Source: Tofallis 2015, doi:10.1057/jors.2014.103.
  public static Loss absoluteLogError() {
    return of("absolute_log_error");
  }

  /// The squared difference of the square roots: between the squared error and the squared log
  /// error.
  ///
  /// ```
  /// squared_root_error(p in [0, inf) | y in [0, inf))
  ///   = (sqrt(p) - sqrt(y))^2
  /// ```
  ///
  /// Also called hellinger_error, anscombe.
  ///
  /// Source: Anscombe 1948, doi:10.1093/biomet/35.3-4.246.
  public static Loss squaredRootError() {
    return of("squared_root_error");
  }

  /// The pinball loss made smooth: quantile regression with a hessian.
  ///
  /// ```
  /// smooth_quantile(p | y; quantile = 0.5 in (0, 1), width = 1 in (0, inf))
  ///   = width * (softplus(u) - quantile * u)
  ///   where u = (p - y) / width
  /// ```
  ///
  /// Also called smooth_pinball.
  ///
  /// Source: Zheng 2011, doi:10.1007/s00500-010-0567-3.
  ///
  /// @param quantile in `(0, 1)`; 0.5 unless given
  /// @param width in `(0, inf)`; 1 unless given
  public static Loss smoothQuantile(double quantile, double width) {
    return of("smooth_quantile", "quantile", quantile, "width", width);
  }

  /// [#smoothQuantile(double, double)] with quantile = 0.5, width = 1.
  public static Loss smoothQuantile() {
    return of("smooth_quantile");
  }

  /// A quantile of an amount above 0 whose logarithm is predicted.
  ///
  /// ```
  /// log_linear_quantile(z | y in (0, inf); quantile = 0.5 in (0, 1))
  ///   = max(quantile * (y - exp(z)), (quantile - 1) * (y - exp(z)))
  ///   response exp(z)
  /// ```
  ///
  /// Also called loglinquantile.
  ///
  /// Source: Koenker, Bassett 1978, doi:10.2307/1913643.
  ///
  /// @param quantile in `(0, 1)`; 0.5 unless given
  public static Loss logLinearQuantile(double quantile) {
    return of("log_linear_quantile", "quantile", quantile);
  }

  /// [#logLinearQuantile(double)] with quantile = 0.5.
  public static Loss logLinearQuantile() {
    return of("log_linear_quantile");
  }

  /// Several quantiles at once: each prediction of the row pays the pinball loss of its level, the
  /// levels spread evenly from 0 to 1.
  ///
  /// ```
  /// multi_quantile(p[] | y)
  ///   = mean(max(level * (y - p), (level - 1) * (y - p)))
  ///   where level = (index(p) + 1) / (length(p) + 1)
  /// ```
  ///
  /// Also called quantile_regression.
  ///
  /// Source: Koenker, Bassett 1978, doi:10.2307/1913643.
  public static Loss multiQuantile() {
    return of("multi_quantile");
  }

  /// The score of a central interval: its width, and a fine of 2 / alpha for each unit that the
  /// target lies outside.
  ///
  /// ```
  /// winkler(low, high | y; alpha = 0.1 in (0, 1))
  ///   = max(high - y, (2 / alpha - 1) * (y - high)) + max(y - low, (2 / alpha - 1) * (low - y))
  /// ```
  ///
  /// Also called interval_score, winkler_score.
  ///
  /// Source: Winkler 1972, doi:10.2307/2284720.
  ///
  /// @param alpha in `(0, 1)`; 0.1 unless given
  public static Loss winkler(double alpha) {
    return of("winkler", "alpha", alpha);
  }

  /// [#winkler(double)] with alpha = 0.1.
  public static Loss winkler() {
    return of("winkler");
  }

  /// The mean squared difference of all pairs of residuals of a row: a common offset costs nothing.
  ///
  /// ```
  /// pairwise_squared_error(p[] | y[])
  ///   = sum(across((r - other(r))^2)) / (length(p) * (length(p) - 1))
  ///   where r = p - y
  /// ```
  ///
  /// Also called mean_pairwise_squared_error.
  ///
  /// Source: Eigen, Puhrsch, Fergus 2014, arXiv:1406.2283.
  public static Loss pairwiseSquaredError() {
    return of("pairwise_squared_error");
  }

  /// Bounded: beyond c an outlier pulls not at all.
  ///
  /// ```
  /// tukey_biweight(p | y; c = 4.685 in (0, inf))
  ///   = if abs(r) <= c then c^2 / 6 * (1 - (1 - (r / c)^2)^3) else c^2 / 6
  ///   where r = p - y
  /// ```
  ///
  /// Also called bisquare, biweight, tukey.
  ///
  /// Source: Beaton, Tukey 1974, doi:10.2307/1267936.
  ///
  /// @param c in `(0, inf)`; 4.685 unless given
  public static Loss tukeyBiweight(double c) {
    return of("tukey_biweight", "c", c);
  }

  /// [#tukeyBiweight(double)] with c = 4.685.
  public static Loss tukeyBiweight() {
    return of("tukey_biweight");
  }

  /// The negative log-likelihood of a Cauchy distribution: an outlier's pull fades like 1 / r.
  ///
  /// ```
  /// cauchy(p | y; c = 2.385 in (0, inf))
  ///   = c^2 / 2 * log(1 + (r / c)^2)
  ///   where r = p - y
  /// ```
  ///
  /// Also called lorentzian.
  ///
  /// Source: Holland, Welsch 1977, doi:10.1080/03610927708827533.
  ///
  /// @param c in `(0, inf)`; 2.385 unless given
  public static Loss cauchy(double c) {
    return of("cauchy", "c", c);
  }

  /// [#cauchy(double)] with c = 2.385.
  public static Loss cauchy() {
    return of("cauchy");
  }

  /// Bounded: an outlier's pull fades like 1 / r^3.
  ///
  /// ```
  /// geman_mcclure(p | y; c = 1 in (0, inf))
  ///   = c^2 / 2 * (u^2 / (1 + u^2))
  ///   where u = (p - y) / c
  /// ```
  ///
  /// Also called geman.
  ///
  /// Source: Geman, McClure 1987, ISI Bulletin 52(4).
  ///
  /// @param c in `(0, inf)`; 1 unless given
  public static Loss gemanMcclure(double c) {
    return of("geman_mcclure", "c", c);
  }

  /// [#gemanMcclure(double)] with c = 1.
  public static Loss gemanMcclure() {
    return of("geman_mcclure");
  }

  /// Bounded: an outlier's pull fades like a normal density.
  ///
  /// ```
  /// welsch(p | y; c = 2.985 in (0, inf))
  ///   = c^2 / 2 * (1 - exp(-u^2))
  ///   where u = (p - y) / c
  /// ```
  ///
  /// Also called leclerc, correntropy.
  ///
  /// Source: Holland, Welsch 1977, doi:10.1080/03610927708827533.
  ///
  /// @param c in `(0, inf)`; 2.985 unless given
  public static Loss welsch(double c) {
    return of("welsch", "c", c);
  }

  /// [#welsch(double)] with c = 2.985.
  public static Loss welsch() {
    return of("welsch");
  }

  /// Between squared and absolute error, smooth twice: an outlier's pull approaches c.
  ///
  /// ```
  /// fair(p | y; c = 1.3998 in (0, inf))
  ///   = c^2 * (u - log(1 + u))
  ///   where u = abs((p - y) / c)
  /// ```
  ///
  /// Also called fair_loss.
  ///
  /// Source: Fair 1974; Holland, Welsch 1977, doi:10.1080/03610927708827533.
  ///
  /// @param c in `(0, inf)`; 1.3998 unless given
  public static Loss fair(double c) {
    return of("fair", "c", c);
  }

  /// [#fair(double)] with c = 1.3998.
  public static Loss fair() {
    return of("fair");
  }

  /// Bounded: one period of a cosine, then flat.
  ///
  /// ```
  /// andrews_sine(p | y; c = 1.339 in (0, inf))
  ///   = if abs(r) <= c * 3.141592653589793 then c^2 * (1 - cos(r / c)) else 2 * c^2
  ///   where r = p - y
  /// ```
  ///
  /// Also called andrews, andrews_wave.
  ///
  /// Source: Andrews 1974, doi:10.2307/1267604.
  ///
  /// @param c in `(0, inf)`; 1.339 unless given
  public static Loss andrewsSine(double c) {
    return of("andrews_sine", "c", c);
  }

  /// [#andrewsSine(double)] with c = 1.339.
  public static Loss andrewsSine() {
    return of("andrews_sine");
  }

  /// Bounded, of three pieces: pull grows to a, stays to b, falls to 0 at c.
  ///
  /// ```
  /// hampel(p | y; a = 2 in (0, inf), b = 4 in (0, inf), c = 8 in (0, inf))
  ///   = if abs(r) <= a then r^2 / 2 else if abs(r) <= b then a * (abs(r) - a / 2) else if abs(r)
  ///   <= c then a * (b - a / 2) + a * (c - b) / 2 * (1 - ((c - abs(r)) / (c - b))^2) else a * (b -
  ///   a / 2) + a * (c - b) / 2
  ///   where r = p - y
  /// ```
  ///
  /// Also called hampel_three_part.
  ///
  /// Source: Hampel 1974, doi:10.2307/2285666.
  ///
  /// @param a in `(0, inf)`; 2 unless given
  /// @param b in `(0, inf)`; 4 unless given
  /// @param c in `(0, inf)`; 8 unless given
  public static Loss hampel(double a, double b, double c) {
    return of("hampel", "a", a, "b", b, "c", c);
  }

  /// [#hampel(double, double, double)] with a = 2, b = 4, c = 8.
  public static Loss hampel() {
    return of("hampel");
  }

  /// The arctangent of the square: bounded.
  ///
  /// ```
  /// arctan(p | y; c = 1 in (0, inf))
  ///   = c * atan(r^2 / c) / 2
  ///   where r = p - y
  /// ```
  ///
  /// Also called arctan_loss.
  ///
  /// Source: Agarwal, Mierle 2012, Ceres Solver.
  ///
  /// @param c in `(0, inf)`; 1 unless given
  public static Loss arctan(double c) {
    return of("arctan", "c", c);
  }

  /// [#arctan(double)] with c = 1.
  public static Loss arctan() {
    return of("arctan");
  }

  /// Small errors are tolerated: flat up to about sqrt(a), then growing like the squared error.
  ///
  /// ```
  /// tolerant(p | y; a = 1 in (0, inf), b = 0.1 in (0, inf))
  ///   = b / 2 * (softplus((r^2 - a) / b) - softplus(-a / b))
  ///   where r = p - y
  /// ```
  ///
  /// Also called tolerant_loss.
  ///
  /// Source: Agarwal, Mierle 2012, Ceres Solver.
  ///
  /// @param a in `(0, inf)`; 1 unless given
  /// @param b in `(0, inf)`; 0.1 unless given
  public static Loss tolerant(double a, double b) {
    return of("tolerant", "a", a, "b", b);
  }

  /// [#tolerant(double, double)] with a = 1, b = 0.1.
  public static Loss tolerant() {
    return of("tolerant");
  }

  /// The squared error cut off at c: beyond it an outlier costs a constant and pulls not at all.
  ///
  /// ```
  /// truncated_squared_error(p | y; c = 2 in (0, inf))
  ///   = min((p - y)^2, c^2) / 2
  /// ```
  ///
  /// Also called talwar, skipped_mean.
  ///
  /// Source: Hinich, Talwar 1975, doi:10.2307/2285392.
  ///
  /// @param c in `(0, inf)`; 2 unless given
  public static Loss truncatedSquaredError(double c) {
    return of("truncated_squared_error", "c", c);
  }

  /// [#truncatedSquaredError(double)] with c = 2.
  public static Loss truncatedSquaredError() {
    return of("truncated_squared_error");
  }

  /// One family that holds squared error (shape 2), Charbonnier (1), Cauchy (0), Geman-McClure (-2)
  /// and Welsch (-inf) as its cases; shapes 0 and 2 are limits and have losses of their own.
  ///
  /// ```
  /// barron(p | y; shape = 1 in (-inf, 2), c = 1 in (0, inf))
  ///   = (2 - shape) / shape * ((1 + u^2)^(shape / 2) - 1)
  ///   where u = (p - y) / (c * sqrt(2 - shape))
  /// ```
  ///
  /// Also called adaptive_robust, general_robust.
  ///
  /// Source: Barron 2019, arXiv:1701.03077.
  ///
  /// @param shape in `(-inf, 2)`; 1 unless given
  /// @param c in `(0, inf)`; 1 unless given
  public static Loss barron(double shape, double c) {
    return of("barron", "shape", shape, "c", c);
  }

  /// [#barron(double, double)] with shape = 1, c = 1.
  public static Loss barron() {
    return of("barron");
  }

  /// The logarithm of the cosh scaled by c: quadratic below c, linear above.
  ///
  /// ```
  /// scaled_log_cosh(p | y; c = 1.2047 in (0, inf))
  ///   = c^2 * log(cosh((p - y) / c))
  /// ```
  ///
  /// Also called logistic_m_estimator.
  ///
  /// Source: Holland, Welsch 1977, doi:10.1080/03610927708827533.
  ///
  /// @param c in `(0, inf)`; 1.2047 unless given
  public static Loss scaledLogCosh(double c) {
    return of("scaled_log_cosh", "c", c);
  }

  /// [#scaledLogCosh(double)] with c = 1.2047.
  public static Loss scaledLogCosh() {
    return of("scaled_log_cosh");
  }

  /// The negative log-likelihood of a Student t distribution with nu degrees of freedom: heavy
  /// tails that fade like 1 / r.
  ///
  /// ```
  /// student_t(p | y; nu = 4 in (0, inf), scale = 1 in (0, inf))
  ///   = (nu + 1) / 2 * log(1 + u^2) + log(scale)
  ///   where u = (p - y) / (scale * sqrt(nu))
  /// ```
  ///
  /// Also called t_regression.
  ///
  /// Source: Lange, Little, Taylor 1989, doi:10.2307/2290063.
  ///
  /// @param nu in `(0, inf)`; 4 unless given
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss studentT(double nu, double scale) {
    return of("student_t", "nu", nu, "scale", scale);
  }

  /// [#studentT(double, double)] with nu = 4, scale = 1.
  public static Loss studentT() {
    return of("student_t");
  }

  /// The Huber loss of the log: residuals are compressed before they are squared.
  ///
  /// ```
  /// log_squared_error(p | y; c = 1 in (0, inf))
  ///   = c^2 / 2 * log(1 + abs(p - y) / c)^2
  /// ```
  ///
  /// Also called generalised_log.
  ///
  /// Source: Black, Rangarajan 1996, doi:10.1007/BF00131148.
  ///
  /// @param c in `(0, inf)`; 1 unless given
  public static Loss logSquaredError(double c) {
    return of("log_squared_error", "c", c);
  }

  /// [#logSquaredError(double)] with c = 1.
  public static Loss logSquaredError() {
    return of("log_squared_error");
  }

  /// The negative log-likelihood of a count whose mean is exp(z); terms of y alone are left out.
  ///
  /// ```
  /// poisson(z | y in [0, inf))
  ///   = exp(z) - y * z
  ///   response exp(z)
  /// ```
  ///
  /// Also called poisson_nll, Poisson loss, Poisson regression.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 6.
  public static Loss poisson() {
    return of("poisson");
  }

  /// The Poisson loss with Stirling's approximation of the logarithm of y! for y above 1, so that
  /// it is near the full negative log-likelihood.
  ///
  /// ```
  /// poisson_full(z | y in [0, inf))
  ///   = exp(z) - y * z + (if y > 1 then y * log(y) - y + log(2 * 3.141592653589793 * y) / 2 else
  ///   0)
  ///   response exp(z)
  /// ```
  ///
  /// Also called poisson_nll_full.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 6.
  public static Loss poissonFull() {
    return of("poisson_full");
  }

  /// Twice the log-likelihood ratio of a Poisson distribution: 0 for a perfect prediction.
  ///
  /// ```
  /// poisson_deviance(p in (0, inf) | y in [0, inf))
  ///   = if y == 0 then 2 * p else 2 * y * (p / y - log(p / y) - 1)
  /// ```
  ///
  /// Also called mean_poisson_deviance.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 2.
  public static Loss poissonDeviance() {
    return of("poisson_deviance");
  }

  /// The negative log-likelihood of an amount above 0 with a gamma distribution of mean exp(z);
  /// terms of y alone are left out.
  ///
  /// ```
  /// gamma(z | y in (0, inf))
  ///   = z + y * exp(-z)
  ///   response exp(z)
  /// ```
  ///
  /// Also called gamma_nll, half_gamma, gamma regression.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 8.
  public static Loss gamma() {
    return of("gamma");
  }

  /// Twice the log-likelihood ratio of a gamma distribution.
  ///
  /// ```
  /// gamma_deviance(p in (0, inf) | y in (0, inf))
  ///   = 2 * (y / p - log(y / p) - 1)
  /// ```
  ///
  /// Also called mean_gamma_deviance.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 8.
  public static Loss gammaDeviance() {
    return of("gamma_deviance");
  }

  /// Amounts that are often 0 and else above it: between Poisson (power 1) and gamma (power 2),
  /// with mean exp(z); terms of y alone are left out.
  ///
  /// ```
  /// tweedie(z | y in [0, inf); power = 1.5 in (1, 2))
  ///   = exp((2 - power) * z) / (2 - power) - y * exp((1 - power) * z) / (1 - power)
  ///   response exp(z)
  /// ```
  ///
  /// Also called half_tweedie, compound_poisson.
  ///
  /// Source: Tweedie 1984; Jorgensen 1987, doi:10.1111/j.2517-6161.1987.tb01685.x.
  ///
  /// @param power in `(1, 2)`; 1.5 unless given
  public static Loss tweedie(double power) {
    return of("tweedie", "power", power);
  }

  /// [#tweedie(double)] with power = 1.5.
  public static Loss tweedie() {
    return of("tweedie");
  }

  /// Twice the log-likelihood ratio of a Tweedie distribution of power above 1 other than 2: 3 is
  /// the inverse Gaussian.
  ///
  /// ```
  /// tweedie_deviance(p in (0, inf) | y in [0, inf); power = 1.5 in (1, inf))
  ///   = 2 * beta_divergence(y, p, 2 - power)
  /// ```
  ///
  /// Also called mean_tweedie_deviance.
  ///
  /// Source: Jorgensen 1987, doi:10.1111/j.2517-6161.1987.tb01685.x.
  ///
  /// @param power in `(1, inf)`; 1.5 unless given
  public static Loss tweedieDeviance(double power) {
    return of("tweedie_deviance", "power", power);
  }

  /// [#tweedieDeviance(double)] with power = 1.5.
  public static Loss tweedieDeviance() {
    return of("tweedie_deviance");
  }

  /// Twice the log-likelihood ratio of an inverse Gaussian distribution.
  ///
  /// ```
  /// inverse_gaussian_deviance(p in (0, inf) | y in (0, inf))
  ///   = r^2 / y
  ///   where r = (y - p) / p
  /// ```
  ///
  /// Also called wald_deviance.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 2.
  public static Loss inverseGaussianDeviance() {
    return of("inverse_gaussian_deviance");
  }

  /// The negative log-likelihood of an amount above 0 with an inverse Gaussian distribution of mean
  /// exp(z); terms of y alone are left out.
  ///
  /// ```
  /// inverse_gaussian(z | y in (0, inf))
  ///   = exp(-z) * (y * exp(-z) / 2 - 1)
  ///   response exp(z)
  /// ```
  ///
  /// Also called inverse_gaussian_nll.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 2.
  public static Loss inverseGaussian() {
    return of("inverse_gaussian");
  }

  /// Counts that vary more than Poisson's: the negative log-likelihood of a negative binomial
  /// distribution of mean exp(z) and variance mean + dispersion * mean^2; terms of y alone are left
  /// out.
  ///
  /// ```
  /// negative_binomial(z | y in [0, inf); dispersion = 1 in (0, inf))
  ///   = softplus(a) / dispersion + y * (softplus(-a) + log(dispersion))
  ///   where a = z + log(dispersion)
  ///   response exp(z)
  /// ```
  ///
  /// Also called nb2, negative_binomial_nll.
  ///
  /// Source: Hilbe 2011, Negative Binomial Regression, chapter 8.
  ///
  /// @param dispersion in `(0, inf)`; 1 unless given
  public static Loss negativeBinomial(double dispersion) {
    return of("negative_binomial", "dispersion", dispersion);
  }

  /// [#negativeBinomial(double)] with dispersion = 1.
  public static Loss negativeBinomial() {
    return of("negative_binomial");
  }

  /// The whole negative log-likelihood of a negative binomial distribution, with the terms of y.
  ///
  /// ```
  /// negative_binomial_full(z | y in [0, inf); dispersion = 1 in (0, inf))
  ///   = softplus(a) / dispersion + y * softplus(-a) - lgamma(y + 1 / dispersion) + lgamma(1 /
  ///   dispersion) + lgamma(y + 1)
  ///   where a = z + log(dispersion)
  ///   response exp(z)
  /// ```
  ///
  /// Also called nb2_full.
  ///
  /// Source: Hilbe 2011, Negative Binomial Regression, chapter 8.
  ///
  /// @param dispersion in `(0, inf)`; 1 unless given
  public static Loss negativeBinomialFull(double dispersion) {
    return of("negative_binomial_full", "dispersion", dispersion);
  }

  /// [#negativeBinomialFull(double)] with dispersion = 1.
  public static Loss negativeBinomialFull() {
    return of("negative_binomial_full");
  }

  /// Counts with more zeros than Poisson's: with probability sigmoid(s) the count is 0 whatever the
  /// mean exp(z).
  ///
  /// ```
  /// zero_inflated_poisson(z, s | y in [0, inf))
  ///   = if y == 0 then -log(sigmoid(s) + sigmoid(-s) * exp(-exp(z))) else softplus(s) + exp(z) - y
  ///   * z + lgamma(y + 1)
  /// ```
  ///
  /// Also called zip.
  ///
  /// Source: Lambert 1992, doi:10.2307/1269547.
  public static Loss zeroInflatedPoisson() {
    return of("zero_inflated_poisson");
  }

  /// The Poisson loss of a rate over an exposure: the mean is exposure * exp(z).
  ///
  /// ```
  /// poisson_with_exposure(z | y in [0, inf), exposure in (0, inf))
  ///   = exposure * exp(z) - y * z
  /// ```
  ///
  /// Also called poisson_offset.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 6.
  public static Loss poissonWithExposure() {
    return of("poisson_with_exposure");
  }

  /// The negative log-likelihood of a time to an event with a constant rate exp(-z), its mean
  /// exp(z).
  ///
  /// ```
  /// exponential_nll(z | y in [0, inf))
  ///   = z + y * exp(-z)
  ///   response exp(z)
  /// ```
  ///
  /// Also called exponential_regression.
  ///
  /// Source: Lawless 2003, Statistical Models and Methods for Lifetime Data.
  public static Loss exponentialNll() {
    return of("exponential_nll");
  }

  /// The negative log-likelihood of a normal distribution with its own mean and variance for every
  /// sample; the constant log(2 pi) / 2 is left out.
  ///
  /// ```
  /// gaussian_nll(mean, variance in (0, inf) | y)
  ///   = (log(variance) + (y - mean)^2 / variance) / 2
  /// ```
  ///
  /// Also called heteroscedastic, rmse_with_uncertainty.
  ///
  /// Source: Nix, Weigend 1994, doi:10.1109/ICNN.1994.374138.
  public static Loss gaussianNll() {
    return of("gaussian_nll");
  }

  /// The same with the constant log(2 pi) / 2.
  ///
  /// ```
  /// gaussian_nll_full(mean, variance in (0, inf) | y)
  ///   = (log(2 * 3.141592653589793) + log(variance) + (y - mean)^2 / variance) / 2
  /// ```
  ///
  /// Also called normal_log_likelihood.
  ///
  /// Source: Nix, Weigend 1994, doi:10.1109/ICNN.1994.374138.
  public static Loss gaussianNllFull() {
    return of("gaussian_nll_full");
  }

  /// The normal negative log-likelihood of a mean and the logarithm of the standard deviation, both
  /// unbounded.
  ///
  /// ```
  /// gaussian_log_scale(mean, log_scale | y)
  ///   = log_scale + (y - mean)^2 * exp(-2 * log_scale) / 2
  /// ```
  ///
  /// Also called gaussian_nll_log_sigma.
  ///
  /// Source: Nix, Weigend 1994, doi:10.1109/ICNN.1994.374138.
  public static Loss gaussianLogScale() {
    return of("gaussian_log_scale");
  }

  /// The normal negative log-likelihood times variance^beta: samples of large variance are not
  /// given up. The weight is differentiated too.
  ///
  /// ```
  /// beta_gaussian_nll(mean, variance in (0, inf) | y; beta = 0.5 in [0, 1])
  ///   = (variance^beta * log(variance) + (y - mean)^2 * variance^(beta - 1)) / 2
  /// ```
  ///
  /// Also called beta_nll.
  ///
  /// Source: Seitzer et al. 2022, arXiv:2203.09168.
  ///
  /// @param beta in `[0, 1]`; 0.5 unless given
  public static Loss betaGaussianNll(double beta) {
    return of("beta_gaussian_nll", "beta", beta);
  }

  /// [#betaGaussianNll(double)] with beta = 0.5.
  public static Loss betaGaussianNll() {
    return of("beta_gaussian_nll");
  }

  /// The negative log-likelihood of a Laplace distribution with its own location and scale for
  /// every sample.
  ///
  /// ```
  /// laplace_nll(location, scale in (0, inf) | y)
  ///   = log(2) + log(scale) + abs(y - location) / scale
  /// ```
  ///
  /// Also called laplace_log_likelihood.
  ///
  /// Source: Laplace 1774.
  public static Loss laplaceNll() {
    return of("laplace_nll");
  }

  /// The negative log-likelihood of a Student t distribution with its own location and scale for
  /// every sample.
  ///
  /// ```
  /// student_t_nll(location, scale in (0, inf) | y; nu = 4 in (0, inf))
  ///   = lgamma(nu / 2) - lgamma((nu + 1) / 2) + log(nu * 3.141592653589793) / 2 + log(scale) + (nu
  ///   + 1) / 2 * log(1 + u^2)
  ///   where u = (y - location) / (scale * sqrt(nu))
  /// ```
  ///
  /// Also called student_t_log_likelihood.
  ///
  /// Source: Lange, Little, Taylor 1989, doi:10.2307/2290063.
  ///
  /// @param nu in `(0, inf)`; 4 unless given
  public static Loss studentTNll(double nu) {
    return of("student_t_nll", "nu", nu);
  }

  /// [#studentTNll(double)] with nu = 4.
  public static Loss studentTNll() {
    return of("student_t_nll");
  }

  /// The negative log-likelihood of a Cauchy distribution with its own location and scale for every
  /// sample.
  ///
  /// ```
  /// cauchy_nll(location, scale in (0, inf) | y)
  ///   = log(3.141592653589793) + log(scale) + log(1 + ((y - location) / scale)^2)
  /// ```
  ///
  /// Also called cauchy_log_likelihood.
  ///
  /// Source: Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions, chapter 16.
  public static Loss cauchyNll() {
    return of("cauchy_nll");
  }

  /// The negative log-likelihood of a logistic distribution with its own location and scale for
  /// every sample.
  ///
  /// ```
  /// logistic_nll(location, scale in (0, inf) | y)
  ///   = log(scale) + log(4) + 2 * log(cosh((y - location) / (2 * scale)))
  /// ```
  ///
  /// Also called logistic_density.
  ///
  /// Source: Johnson, Kotz, Balakrishnan 1995, Continuous Univariate Distributions, chapter 23.
  public static Loss logisticNll() {
    return of("logistic_nll");
  }

  /// The negative log-likelihood of a Gumbel distribution (largest values) with its own location
  /// and scale for every sample.
  ///
  /// ```
  /// gumbel_nll(location, scale in (0, inf) | y)
  ///   = log(scale) + (y - location) / scale + exp(-(y - location) / scale)
  /// ```
  ///
  /// Also called gumbel.
  ///
  /// Source: Gumbel 1958, Statistics of Extremes.
  public static Loss gumbelNll() {
    return of("gumbel_nll");
  }

  /// The negative log-likelihood of an amount above 0 whose logarithm is normal.
  ///
  /// ```
  /// log_normal_nll(mean, variance in (0, inf) | y in (0, inf))
  ///   = (log(2 * 3.141592653589793) + log(variance) + (log(y) - mean)^2 / variance) / 2 + log(y)
  /// ```
  ///
  /// Also called lognormal.
  ///
  /// Source: Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions, chapter 14.
  public static Loss logNormalNll() {
    return of("log_normal_nll");
  }

  /// The negative log-likelihood of a share between 0 and 1 with a beta distribution.
  ///
  /// ```
  /// beta_nll_density(alpha in (0, inf), beta in (0, inf) | y in (0, 1))
  ///   = lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta) - (alpha - 1) * log(y) - (beta - 1) *
  ///   log(1 - y)
  /// ```
  ///
  /// Also called beta_regression, beta_log_likelihood.
  ///
  /// Source: Ferrari, Cribari-Neto 2004, doi:10.1080/0266476042000214501.
  public static Loss betaNllDensity() {
    return of("beta_nll_density");
  }

  /// The negative log-likelihood of an amount above 0 with a gamma distribution of its own shape
  /// and rate.
  ///
  /// ```
  /// gamma_nll_density(shape in (0, inf), rate in (0, inf) | y in (0, inf))
  ///   = lgamma(shape) - shape * log(rate) - (shape - 1) * log(y) + rate * y
  /// ```
  ///
  /// Also called gamma_log_likelihood.
  ///
  /// Source: Johnson, Kotz, Balakrishnan 1994, Continuous Univariate Distributions, chapter 17.
  public static Loss gammaNllDensity() {
    return of("gamma_nll_density");
  }

  /// The negative log-likelihood of a time above 0 with a Weibull distribution of its own shape and
  /// scale.
  ///
  /// ```
  /// weibull_nll(shape in (0, inf), scale in (0, inf) | y in (0, inf))
  ///   = exp(a) - a + log(y) - log(shape)
  ///   where a = shape * log(y / scale)
  /// ```
  ///
  /// Also called weibull.
  ///
  /// Source: Weibull 1951.
  public static Loss weibullNll() {
    return of("weibull_nll");
  }

  /// The negative log-likelihood of a normal distribution of unit variance mixed from a row of
  /// components with raw weights.
  ///
  /// ```
  /// mixture_nll(weights[], means[] | y)
  ///   = log(2 * 3.141592653589793) / 2 - logsumexp(log(softmax(weights)) - (y - means)^2 / 2)
  /// ```
  ///
  /// Also called mixture_density.
  ///
  /// Source: Bishop 1994, Mixture Density Networks.
  public static Loss mixtureNll() {
    return of("mixture_nll");
  }

  /// The negative log-likelihood of an angle with a von Mises distribution about a direction, up to
  /// the normaliser of the concentration.
  ///
  /// ```
  /// von_mises(p | y; concentration = 1 in (0, inf))
  ///   = concentration * (1 - cos(p - y))
  /// ```
  ///
  /// Also called von Mises loss, angular_cosine.
  ///
  /// Source: Mardia, Jupp 2000, Directional Statistics.
  ///
  /// @param concentration in `(0, inf)`; 1 unless given
  public static Loss vonMises(double concentration) {
    return of("von_mises", "concentration", concentration);
  }

  /// [#vonMises(double)] with concentration = 1.
  public static Loss vonMises() {
    return of("von_mises");
  }

  /// The continuous ranked probability score of a normal distribution: in the target's unit,
  /// robust, proper.
  ///
  /// ```
  /// crps_gaussian(mean, scale in (0, inf) | y)
  ///   = scale * (u * erf(u / sqrt(2)) + 2 * exp(-u^2 / 2) / sqrt(2 * 3.141592653589793) - 1 /
  ///   sqrt(3.141592653589793))
  ///   where u = (y - mean) / scale
  /// ```
  ///
  /// Also called crps.
  ///
  /// Source: Gneiting et al. 2005, doi:10.1175/MWR2904.1.
  public static Loss crpsGaussian() {
    return of("crps_gaussian");
  }

  /// The continuous ranked probability score of a logistic distribution.
  ///
  /// ```
  /// crps_logistic(location, scale in (0, inf) | y)
  ///   = abs(y - location) + scale * (2 * softplus(-abs(y - location) / scale) - 1)
  /// ```
  ///
  /// Also called crps_of_a_logistic.
  ///
  /// Source: Taillardat et al. 2016, doi:10.1175/MWR-D-15-0260.1.
  public static Loss crpsLogistic() {
    return of("crps_logistic");
  }

  /// The continuous ranked probability score of a Laplace distribution.
  ///
  /// ```
  /// crps_laplace(location, scale in (0, inf) | y)
  ///   = abs(y - location) + scale * (exp(-abs(y - location) / scale) - 3 / 4)
  /// ```
  ///
  /// Also called crps_of_a_laplace.
  ///
  /// Source: Jordan, Krueger, Lerch 2019, doi:10.18637/jss.v090.i12.
  public static Loss crpsLaplace() {
    return of("crps_laplace");
  }

  /// The continuous ranked probability score of an ensemble: mean distance of its members to the
  /// target less half their mean distance to each other.
  ///
  /// ```
  /// energy_score(p[] | y)
  ///   = sum(across(abs(p - y) + abs(other(p) - y) - abs(p - other(p)))) / (2 * length(p)^2)
  /// ```
  ///
  /// Also called crps_ensemble.
  ///
  /// Source: Gneiting, Raftery 2007, doi:10.1198/016214506000001437.
  public static Loss energyScore() {
    return of("energy_score");
  }

  /// The Dawid-Sebastiani score: a normal log-likelihood used as a score of any mean and variance.
  ///
  /// ```
  /// dawid_sebastiani(mean, variance in (0, inf) | y)
  ///   = log(variance) + (y - mean)^2 / variance
  /// ```
  ///
  /// Also called dss.
  ///
  /// Source: Dawid, Sebastiani 1999, doi:10.1214/aos/1018031101.
  public static Loss dawidSebastiani() {
    return of("dawid_sebastiani");
  }

  /// Huber's proposal 2 with the scale as a second prediction (Owen): both are fitted together.
  ///
  /// ```
  /// concomitant_huber(p, scale in (0, inf) | y; epsilon = 1.35 in (1, inf))
  ///   = (if abs(y - p) <= epsilon * scale then scale + (y - p)^2 / scale else scale + 2 * epsilon
  ///   * abs(y - p) - scale * epsilon^2) / 2
  /// ```
  ///
  /// Also called owen_huber, huber_regressor.
  ///
  /// Source: Owen 2007, A robust hybrid of lasso and ridge regression.
  ///
  /// @param epsilon in `(1, inf)`; 1.35 unless given
  public static Loss concomitantHuber(double epsilon) {
    return of("concomitant_huber", "epsilon", epsilon);
  }

  /// [#concomitantHuber(double)] with epsilon = 1.35.
  public static Loss concomitantHuber() {
    return of("concomitant_huber");
  }

  /// The Kullback-Leibler divergence from a normal distribution to the standard normal: the penalty
  /// of a variational autoencoder.
  ///
  /// ```
  /// gaussian_kl(mean, log_variance)
  ///   = (mean^2 + exp(log_variance) - log_variance - 1) / 2
  /// ```
  ///
  /// Also called vae_kl, kl_to_standard_normal.
  ///
  /// Source: Kingma, Welling 2014, arXiv:1312.6114.
  public static Loss gaussianKl() {
    return of("gaussian_kl");
  }

  /// The tilted evidence of a Dirichlet: expected squared error of a class row drawn from it.
  ///
  /// ```
  /// evidential(alpha[] in (0, inf) | y[] in simplex)
  ///   = sum((y - m)^2 + m * (1 - m) / (sum(alpha) + 1))
  ///   where m = alpha / sum(alpha)
  /// ```
  ///
  /// Also called evidential_mse.
  ///
  /// Source: Sensoy, Kaplan, Kandemir 2018, arXiv:1806.01768.
  public static Loss evidential() {
    return of("evidential");
  }

  /// No loss beyond the margin, a straight line before it: the support vector machine.
  ///
  /// ```
  /// hinge(s | y in {-1, 1})
  ///   = max(0, 1 - y * s)
  /// ```
  ///
  /// Also called hinge_loss, svm, support vector machine.
  ///
  /// Source: Cortes, Vapnik 1995, doi:10.1007/BF00994018.
  public static Loss hinge() {
    return of("hinge");
  }

  /// The hinge squared: smooth at the margin, harder on mistakes.
  ///
  /// ```
  /// squared_hinge(s | y in {-1, 1})
  ///   = max(0, 1 - y * s)^2
  /// ```
  ///
  /// Also called squared_hinge_loss, l2_svm.
  ///
  /// Source: Rosasco et al. 2004, doi:10.1162/089976604773135104.
  public static Loss squaredHinge() {
    return of("squared_hinge");
  }

  /// The negative log-likelihood of a coin with targets -1 and 1.
  ///
  /// ```
  /// logistic(s | y in {-1, 1})
  ///   = log(1 + exp(-y * s))
  ///   response sigmoid(s)
  /// ```
  ///
  /// Also called soft_margin, logistic_loss, logistic loss, deviance.
  ///
  /// Source: Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x.
  public static Loss logistic() {
    return of("logistic");
  }

  /// The exponential of the margin: AdaBoost's loss, hard on mistakes.
  ///
  /// ```
  /// exponential(s | y in {-1, 1})
  ///   = exp(-y * s)
  ///   response sigmoid(2 * s)
  /// ```
  ///
  /// Also called exponential_loss, adaboost.
  ///
  /// Source: Freund, Schapire 1997, doi:10.1006/jcss.1997.1504.
  public static Loss exponential() {
    return of("exponential");
  }

  /// The negative log-likelihood of a coin whose probability is predicted itself.
  ///
  /// ```
  /// binary_cross_entropy(p in [0, 1] | y in [0, 1])
  ///   = -(y * log(p) + (1 - y) * log(1 - p))
  /// ```
  ///
  /// Also called bce, binary_crossentropy, log_loss, Bernoulli deviance.
  ///
  /// Source: Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x.
  public static Loss binaryCrossEntropy() {
    return of("binary_cross_entropy");
  }

  /// Binary cross-entropy on a raw score: the negative log-likelihood of a coin.
  ///
  /// ```
  /// sigmoid_cross_entropy(z | y in [0, 1])
  ///   = -(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called bce_with_logits, sigmoid_binary_cross_entropy, binary_cross_entropy_with_logits.
  ///
  /// Source: Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x.
  public static Loss sigmoidCrossEntropy() {
    return of("sigmoid_cross_entropy");
  }

  /// Nothing when the side is right, a straight line when it is wrong: Rosenblatt's perceptron.
  ///
  /// ```
  /// perceptron(s | y in {-1, 1})
  ///   = max(0, -y * s)
  /// ```
  ///
  /// Also called perceptron_loss.
  ///
  /// Source: Rosenblatt 1958, doi:10.1037/h0042519.
  public static Loss perceptron() {
    return of("perceptron");
  }

  /// The squared hinge that turns into a straight line beyond margin -1: robust against gross
  /// mistakes.
  ///
  /// ```
  /// modified_huber(s | y in {-1, 1})
  ///   = if y * s >= -1 then max(0, 1 - y * s)^2 else -4 * y * s
  /// ```
  ///
  /// Also called modified_huber_loss.
  ///
  /// Source: Zhang 2004, doi:10.1145/1015330.1015332.
  public static Loss modifiedHuber() {
    return of("modified_huber");
  }

  /// The hinge with its corner rounded by a parabola between margins 0 and 1 (Rennie).
  ///
  /// ```
  /// smooth_hinge(s | y in {-1, 1})
  ///   = if m <= 0 then 0.5 - m else if m < 1 then (1 - m)^2 / 2 else 0
  ///   where m = y * s
  /// ```
  ///
  /// Also called rennie_hinge.
  ///
  /// Source: Rennie 2005, Smooth Hinge Classification.
  public static Loss smoothHinge() {
    return of("smooth_hinge");
  }

  /// The hinge with its corner rounded over a width of gamma (Shalev-Shwartz and Zhang).
  ///
  /// ```
  /// quadratically_smoothed_hinge(s | y in {-1, 1}; gamma = 1 in (0, inf))
  ///   = if m >= 1 then 0 else if m <= 1 - gamma then 1 - m - gamma / 2 else (1 - m)^2 / (2 *
  ///   gamma)
  ///   where m = y * s
  /// ```
  ///
  /// Also called smoothed_hinge.
  ///
  /// Source: Shalev-Shwartz, Zhang 2013, JMLR 14:567.
  ///
  /// @param gamma in `(0, inf)`; 1 unless given
  public static Loss quadraticallySmoothedHinge(double gamma) {
    return of("quadratically_smoothed_hinge", "gamma", gamma);
  }

  /// [#quadraticallySmoothedHinge(double)] with gamma = 1.
  public static Loss quadraticallySmoothedHinge() {
    return of("quadratically_smoothed_hinge");
  }

  /// The hinge cut off at margin cut: no mistake counts more than 1 - cut, so wrong labels cannot
  /// pull without limit.
  ///
  /// ```
  /// ramp(s | y in {-1, 1}; cut = -1 in (-inf, 1))
  ///   = min(1 - cut, max(0, 1 - y * s))
  /// ```
  ///
  /// Also called truncated_hinge, ramp_loss.
  ///
  /// Source: Collobert et al. 2006, doi:10.1145/1143844.1143870.
  ///
  /// @param cut in `(-inf, 1)`; -1 unless given
  public static Loss ramp(double cut) {
    return of("ramp", "cut", cut);
  }

  /// [#ramp(double)] with cut = -1.
  public static Loss ramp() {
    return of("ramp");
  }

  /// A bounded margin loss that falls off on both sides: robust boosting (SavageBoost).
  ///
  /// ```
  /// savage(s | y in {-1, 1})
  ///   = sigmoid(-y * s)^2
  ///   response sigmoid(s)
  /// ```
  ///
  /// Also called savage_loss.
  ///
  /// Source: Masnadi-Shirazi, Vasconcelos 2009, NIPS 21.
  public static Loss savage() {
    return of("savage");
  }

  /// A bounded margin loss that also punishes margins that are too large (TangentBoost).
  ///
  /// ```
  /// tangent(s | y in {-1, 1})
  ///   = (2 * atan(y * s) - 1)^2
  /// ```
  ///
  /// Also called tangent_loss.
  ///
  /// Source: Masnadi-Shirazi, Mahadevan, Vasconcelos 2010, doi:10.1109/CVPR.2010.5540136.
  public static Loss tangent() {
    return of("tangent");
  }

  /// A smooth count of mistakes: the probability that a logistic noise turns the side.
  ///
  /// ```
  /// sigmoid_loss(s | y in {-1, 1})
  ///   = sigmoid(-y * s)
  /// ```
  ///
  /// Also called soft_zero_one.
  ///
  /// Source: Mason et al. 2000, NIPS 12.
  public static Loss sigmoidLoss() {
    return of("sigmoid_loss");
  }

  /// The square of what the margin lacks to 1, or has beyond it: least squares for classes.
  ///
  /// ```
  /// squared_margin(s | y in {-1, 1})
  ///   = (1 - y * s)^2
  /// ```
  ///
  /// Also called least_squares_classification.
  ///
  /// Source: Rifkin 2002, Everything Old Is New Again.
  public static Loss squaredMargin() {
    return of("squared_margin");
  }

  /// The cubic of what the margin lacks to 1.
  ///
  /// ```
  /// cubed_hinge(s | y in {-1, 1})
  ///   = max(0, 1 - y * s)^3
  /// ```
  ///
  /// Also called cubic_hinge.
  ///
  /// Source: Janocha, Czarnecki 2017, arXiv:1702.05659.
  public static Loss cubedHinge() {
    return of("cubed_hinge");
  }

  /// The binary form of the sparsemax loss: 0 beyond margin 1, a parabola within, a straight line
  /// before -1.
  ///
  /// ```
  /// binary_sparsemax(s | y in {-1, 1})
  ///   = if m >= 1 then 0 else if m <= -1 then -m else (1 - m)^2 / 4
  ///   where m = y * s
  /// ```
  ///
  /// Also called huberised_hinge, sparsemax_binary.
  ///
  /// Source: Martins, Astudillo 2016, arXiv:1602.02068.
  public static Loss binarySparsemax() {
    return of("binary_sparsemax");
  }

  /// The hinge whose slope changes at margin 0: distance-weighted discrimination.
  ///
  /// ```
  /// distance_weighted_discrimination(s | y in {-1, 1})
  ///   = if m <= 0.5 then 1 - m else 1 / (4 * m)
  ///   where m = y * s
  /// ```
  ///
  /// Also called dwd.
  ///
  /// Source: Marron, Todd, Ahn 2007, doi:10.1198/016214507000001120.
  public static Loss distanceWeightedDiscrimination() {
    return of("distance_weighted_discrimination");
  }

  /// The score with the sign of the target turned: what a Wasserstein critic minimises.
  ///
  /// ```
  /// wasserstein(s | y in {-1, 1})
  ///   = -y * s
  /// ```
  ///
  /// Also called critic, wasserstein_critic, unhinged.
  ///
  /// Source: Arjovsky, Chintala, Bottou 2017, arXiv:1701.07875.
  public static Loss wasserstein() {
    return of("wasserstein");
  }

  /// Cross-entropy on a raw score in which the positive class counts pos_weight times.
  ///
  /// ```
  /// weighted_sigmoid_cross_entropy(z | y in [0, 1]; pos_weight = 1 in (0, inf))
  ///   = -(pos_weight * y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called weighted_bce, weighted_cross_entropy_with_logits.
  ///
  /// Source: King, Zeng 2001, doi:10.1093/oxfordjournals.pan.a004868.
  ///
  /// @param posWeight in `(0, inf)`; 1 unless given
  public static Loss weightedSigmoidCrossEntropy(double posWeight) {
    return of("weighted_sigmoid_cross_entropy", "pos_weight", posWeight);
  }

  /// [#weightedSigmoidCrossEntropy(double)] with pos_weight = 1.
  public static Loss weightedSigmoidCrossEntropy() {
    return of("weighted_sigmoid_cross_entropy");
  }

  /// Cross-entropy in which samples that are known well count little: each is multiplied by (1 -
  /// probability of its class)^gamma, and by alpha or 1 - alpha.
  ///
  /// ```
  /// focal(z | y in [0, 1]; alpha = 0.25 in (0, 1), gamma = 2 in [0, inf))
  ///   = (alpha * y + (1 - alpha) * (1 - y)) * (y * softplus(-z) + (1 - y) * softplus(z)) *
  ///   exp(-gamma * -log(y * sigmoid(-z) + (1 - y) * sigmoid(z)))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called sigmoid_focal, binary_focal_crossentropy, focal_loss.
  ///
  /// Source: Lin et al. 2017, arXiv:1708.02002.
  ///
  /// @param alpha in `(0, 1)`; 0.25 unless given
  /// @param gamma in `[0, inf)`; 2 unless given
  public static Loss focal(double alpha, double gamma) {
    return of("focal", "alpha", alpha, "gamma", gamma);
  }

  /// [#focal(double, double)] with alpha = 0.25, gamma = 2.
  public static Loss focal() {
    return of("focal");
  }

  /// A focal loss with one exponent for each class and a probability below which negatives cost
  /// nothing.
  ///
  /// ```
  /// asymmetric(z | y in {0, 1}; gamma_positive = 1 in [0, inf), gamma_negative = 4 in [0, inf),
  /// clip = 0.05 in [0, 1))
  ///   = if y == 1 then sigmoid(-z)^gamma_positive * softplus(-z) else -max(sigmoid(z) - clip,
  ///   0)^gamma_negative * log(1 - max(sigmoid(z) - clip, 0))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called asl, asymmetric_loss.
  ///
  /// Source: Ridnik et al. 2021, arXiv:2009.14119.
  ///
  /// @param gammaPositive in `[0, inf)`; 1 unless given
  /// @param gammaNegative in `[0, inf)`; 4 unless given
  /// @param clip in `[0, 1)`; 0.05 unless given
  public static Loss asymmetric(double gammaPositive, double gammaNegative, double clip) {
    return of("asymmetric", "gamma_positive", gammaPositive, "gamma_negative", gammaNegative, "clip", clip);
  }

  /// [#asymmetric(double, double, double)] with gamma_positive = 1, gamma_negative = 4, clip =
  /// 0.05.
  public static Loss asymmetric() {
    return of("asymmetric");
  }

  /// Cross-entropy whose target is softened by its own prediction: robust against wrong labels.
  ///
  /// ```
  /// bootstrapped_cross_entropy(z | y in [0, 1]; trust = 0.8 in [0, 1])
  ///   = t * softplus(-z) + (1 - t) * softplus(z)
  ///   where t = trust * y + (1 - trust) * sigmoid(z)
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called soft_bootstrapping.
  ///
  /// Source: Reed et al. 2015, arXiv:1412.6596.
  ///
  /// @param trust in `[0, 1]`; 0.8 unless given
  public static Loss bootstrappedCrossEntropy(double trust) {
    return of("bootstrapped_cross_entropy", "trust", trust);
  }

  /// [#bootstrappedCrossEntropy(double)] with trust = 0.8.
  public static Loss bootstrappedCrossEntropy() {
    return of("bootstrapped_cross_entropy");
  }

  /// Squared error of a predicted probability.
  ///
  /// ```
  /// binary_brier(p in [0, 1] | y in [0, 1])
  ///   = (p - y)^2
  /// ```
  ///
  /// Also called brier_probability.
  ///
  /// Source: Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
  public static Loss binaryBrier() {
    return of("binary_brier");
  }

  /// Squared error of the probability sigmoid(z).
  ///
  /// ```
  /// sigmoid_brier(z | y in [0, 1])
  ///   = (sigmoid(z) - y)^2
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called sigmoid_squared_error.
  ///
  /// Source: Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
  public static Loss sigmoidBrier() {
    return of("sigmoid_brier");
  }

  /// From cross-entropy (q to 0) to the absolute error of the probability (q = 1), for two classes.
  ///
  /// ```
  /// binary_generalised_cross_entropy(s | y in {-1, 1}; q = 0.7 in (0, 1])
  ///   = (1 - exp(-q * softplus(-y * s))) / q
  ///   response sigmoid(s)
  /// ```
  ///
  /// Also called binary_gce.
  ///
  /// Source: Zhang, Sabuncu 2018, arXiv:1805.07836.
  ///
  /// @param q in `(0, 1]`; 0.7 unless given
  public static Loss binaryGeneralisedCrossEntropy(double q) {
    return of("binary_generalised_cross_entropy", "q", q);
  }

  /// [#binaryGeneralisedCrossEntropy(double)] with q = 0.7.
  public static Loss binaryGeneralisedCrossEntropy() {
    return of("binary_generalised_cross_entropy");
  }

  /// Cross-entropy on the complementary log-log scale: the target is that at least one event of
  /// rate exp(z) happened.
  ///
  /// ```
  /// complementary_log_log(z | y in [0, 1])
  ///   = -(y * log(1 - exp(-exp(z))) - (1 - y) * exp(z))
  ///   response 1 - exp(-exp(z))
  /// ```
  ///
  /// Also called cloglog.
  ///
  /// Source: McCullagh, Nelder 1989, Generalized Linear Models, chapter 4.
  public static Loss complementaryLogLog() {
    return of("complementary_log_log");
  }

  /// Cross-entropy with a normal instead of a logistic noise.
  ///
  /// ```
  /// probit(s | y in {-1, 1})
  ///   = -log(erfc(-y * s / sqrt(2)) / 2)
  ///   response erfc(-s / sqrt(2)) / 2
  /// ```
  ///
  /// Also called probit_loss.
  ///
  /// Source: Bliss 1934, doi:10.1126/science.79.2037.38.
  public static Loss probit() {
    return of("probit");
  }

  /// A proper loss on the odds that weighs both kinds of mistake alike at every cost: Buja's
  /// boosting loss on probabilities.
  ///
  /// ```
  /// boosting_probability(p in [0, 1] | y in [0, 1])
  ///   = y * sqrt(1 - p) / sqrt(p) + (1 - y) * sqrt(p) / sqrt(1 - p)
  /// ```
  ///
  /// Also called buja_boosting.
  ///
  /// Source: Buja, Stuetzle, Shen 2005, Loss Functions for Binary Class Probability Estimation.
  public static Loss boostingProbability() {
    return of("boosting_probability");
  }

  /// The negative log-likelihood of the class, from a row of predicted probabilities and a row of
  /// target probabilities.
  ///
  /// ```
  /// cross_entropy(q[] in simplex | y[] in simplex)
  ///   = -sum(y * log(q))
  /// ```
  ///
  /// Also called categorical_crossentropy, cce.
  ///
  /// Source: Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x.
  public static Loss crossEntropy() {
    return of("cross_entropy");
  }

  /// The negative log-likelihood of the class, from a row of predicted probabilities and the number
  /// of the class.
  ///
  /// ```
  /// sparse_cross_entropy(q[] in simplex | y in class)
  ///   = -log(q[y])
  /// ```
  ///
  /// Also called sparse_categorical_crossentropy, nll.
  ///
  /// Source: Good 1952, doi:10.1111/j.2517-6161.1952.tb00104.x.
  public static Loss sparseCrossEntropy() {
    return of("sparse_cross_entropy");
  }

  /// Cross-entropy on a row of raw scores against a row of target probabilities.
  ///
  /// ```
  /// softmax_cross_entropy(z[] | y[] in simplex)
  ///   = -sum(y * log(softmax(z)))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called categorical_crossentropy_with_logits.
  ///
  /// Source: Bridle 1990, doi:10.1007/978-3-642-76153-9_28.
  public static Loss softmaxCrossEntropy() {
    return of("softmax_cross_entropy");
  }

  /// Cross-entropy on a row of raw scores and the number of the class. With label smoothing, that
  /// share of the target is spread evenly over all classes.
  ///
  /// ```
  /// sparse_softmax_cross_entropy(z[] | y in class; label_smoothing = 0 in [0, 1])
  ///   = -sum(t * log(softmax(z)))
  ///   where t = (1 - label_smoothing) * onehot(y) + label_smoothing / length(z)
  ///   response softmax(z)
  /// ```
  ///
  /// Also called multinomial, multinomial_deviance, softmax_loss, multinomial log loss.
  ///
  /// Source: Bridle 1990, doi:10.1007/978-3-642-76153-9_28.
  ///
  /// @param labelSmoothing in `[0, 1]`; 0 unless given
  public static Loss sparseSoftmaxCrossEntropy(double labelSmoothing) {
    return of("sparse_softmax_cross_entropy", "label_smoothing", labelSmoothing);
  }

  /// [#sparseSoftmaxCrossEntropy(double)] with label_smoothing = 0.
  public static Loss sparseSoftmaxCrossEntropy() {
    return of("sparse_softmax_cross_entropy");
  }

  /// The Kullback-Leibler divergence from the target row to the predicted row: cross-entropy less
  /// the entropy of the target.
  ///
  /// ```
  /// kl_divergence(q[] in simplex | y[] in simplex)
  ///   = sum(y * log(y / q))
  /// ```
  ///
  /// Also called kld, kl, kullback_leibler, relative_entropy.
  ///
  /// Source: Kullback, Leibler 1951, doi:10.1214/aoms/1177729694.
  public static Loss klDivergence() {
    return of("kl_divergence");
  }

  /// The Kullback-Leibler divergence from the target row to the softmax of a row of raw scores.
  ///
  /// ```
  /// kl_divergence_with_logits(z[] | y[] in simplex)
  ///   = sum(y * (log(y) - log(softmax(z))))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called kl_div, kld_with_logits.
  ///
  /// Source: Kullback, Leibler 1951, doi:10.1214/aoms/1177729694.
  public static Loss klDivergenceWithLogits() {
    return of("kl_divergence_with_logits");
  }

  /// The mean over the other classes of how far each comes within the margin of the target class
  /// (Weston and Watkins).
  ///
  /// ```
  /// multi_margin(z[] | y in class; margin = 1 in (0, inf))
  ///   = (sum(max(0, margin - z[y] + z)) - margin) / length(z)
  /// ```
  ///
  /// Also called weston_watkins, multi-class margin loss.
  ///
  /// Source: Weston, Watkins 1999, ESANN.
  ///
  /// @param margin in `(0, inf)`; 1 unless given
  public static Loss multiMargin(double margin) {
    return of("multi_margin", "margin", margin);
  }

  /// [#multiMargin(double)] with margin = 1.
  public static Loss multiMargin() {
    return of("multi_margin");
  }

  /// The multi-class margin loss with squared violations.
  ///
  /// ```
  /// squared_multi_margin(z[] | y in class; margin = 1 in (0, inf))
  ///   = sum(if index(z) == y then 0 else max(0, margin - z[y] + z)^2) / length(z)
  /// ```
  ///
  /// Also called squared_weston_watkins.
  ///
  /// Source: Weston, Watkins 1999, ESANN.
  ///
  /// @param margin in `(0, inf)`; 1 unless given
  public static Loss squaredMultiMargin(double margin) {
    return of("squared_multi_margin", "margin", margin);
  }

  /// [#squaredMultiMargin(double)] with margin = 1.
  public static Loss squaredMultiMargin() {
    return of("squared_multi_margin");
  }

  /// How far the best other class comes within the margin 1 of the target class (Crammer and
  /// Singer).
  ///
  /// ```
  /// crammer_singer(z[] | y in class)
  ///   = max(u) - u[y]
  ///   where u = z + 1 - onehot(y)
  /// ```
  ///
  /// Also called multiclass_hinge, categorical_hinge, Crammer-Singer hinge.
  ///
  /// Source: Crammer, Singer 2001, JMLR 2:265.
  public static Loss crammerSinger() {
    return of("crammer_singer");
  }

  /// How far the best class lies above the target class: 0 when the target class wins.
  ///
  /// ```
  /// multiclass_perceptron(z[] | y in class)
  ///   = max(z) - z[y]
  /// ```
  ///
  /// Also called multi-class perceptron.
  ///
  /// Source: Rosenblatt 1958, doi:10.1037/h0042519.
  public static Loss multiclassPerceptron() {
    return of("multiclass_perceptron");
  }

  /// The hinge of each class apart: the target class wants a score above 1, every other one below
  /// -1.
  ///
  /// ```
  /// one_vs_all_hinge(z[] | y in class)
  ///   = sum(if onehot(y) then max(0, 1 - z) else max(0, 1 + z))
  /// ```
  ///
  /// Also called one_vs_rest_hinge.
  ///
  /// Source: Rifkin, Klautau 2004, JMLR 5:101.
  public static Loss oneVsAllHinge() {
    return of("one_vs_all_hinge");
  }

  /// Cross-entropy of each class apart, with targets from 0 to 1: several classes may hold at once.
  /// A mean over the classes.
  ///
  /// ```
  /// multilabel_soft_margin(z[] | y[] in [0, 1])
  ///   = -mean(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called multilabel_cross_entropy, one_vs_rest_cross_entropy.
  ///
  /// Source: Cox 1958, doi:10.1111/j.2517-6161.1958.tb00292.x.
  public static Loss multilabelSoftMargin() {
    return of("multilabel_soft_margin");
  }

  /// How far each class that does not hold comes within the margin 1 of each class that holds.
  ///
  /// ```
  /// multilabel_margin(z[] | y[] in {0, 1})
  ///   = sum(across(if y > other(y) then max(0, 1 - z + other(z)) else 0)) / length(z)
  /// ```
  ///
  /// Also called multilabel_margin_loss.
  ///
  /// Source: Elisseeff, Weston 2001, NIPS 14.
  public static Loss multilabelMargin() {
    return of("multilabel_margin");
  }

  /// BP-MLL: the exponential of every pair of a class that holds and one that does not, averaged
  /// over those pairs.
  ///
  /// ```
  /// bp_mll(z[] | y[] in {0, 1})
  ///   = if max(y) == min(y) then 0 else sum(across(if y > other(y) then exp(other(z) - z) else 0))
  ///   / (sum(y) * sum(1 - y))
  /// ```
  ///
  /// Also called multi-label pairwise exponential.
  ///
  /// Source: Zhang, Zhou 2006, doi:10.1109/TKDE.2006.162.
  public static Loss bpMll() {
    return of("bp_mll");
  }

  /// Cross-entropy in which classes that are known well count little: each term is multiplied by (1
  /// - q)^gamma.
  ///
  /// ```
  /// categorical_focal(z[] | y[] in simplex; gamma = 2 in [0, inf))
  ///   = -sum(y * (1 - softmax(z))^gamma * log(softmax(z)))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called categorical_focal_crossentropy, multiclass_focal.
  ///
  /// Source: Lin et al. 2017, arXiv:1708.02002.
  ///
  /// @param gamma in `[0, inf)`; 2 unless given
  public static Loss categoricalFocal(double gamma) {
    return of("categorical_focal", "gamma", gamma);
  }

  /// [#categoricalFocal(double)] with gamma = 2.
  public static Loss categoricalFocal() {
    return of("categorical_focal");
  }

  /// Cross-entropy plus epsilon times the probability that the target class is missed.
  ///
  /// ```
  /// poly1_cross_entropy(z[] | y[] in simplex; epsilon = 1)
  ///   = sum(y * (-log(softmax(z)) + epsilon * (1 - softmax(z))))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called poly_loss, poly1.
  ///
  /// Source: Leng et al. 2022, arXiv:2204.12511.
  ///
  /// @param epsilon in `(-inf, inf)`; 1 unless given
  public static Loss poly1CrossEntropy(double epsilon) {
    return of("poly1_cross_entropy", "epsilon", epsilon);
  }

  /// [#poly1CrossEntropy(double)] with epsilon = 1.
  public static Loss poly1CrossEntropy() {
    return of("poly1_cross_entropy");
  }

  /// From cross-entropy (q to 0) to the absolute error of the probability (q = 1): robust against
  /// wrong labels.
  ///
  /// ```
  /// generalised_cross_entropy(z[] | y in class; q = 0.7 in (0, 1])
  ///   = (1 - exp(q * log(softmax(z))[y])) / q
  ///   response softmax(z)
  /// ```
  ///
  /// Also called gce, generalized_cross_entropy, categorical_generalized_cross_entropy.
  ///
  /// Source: Zhang, Sabuncu 2018, arXiv:1805.07836.
  ///
  /// @param q in `(0, 1]`; 0.7 unless given
  public static Loss generalisedCrossEntropy(double q) {
    return of("generalised_cross_entropy", "q", q);
  }

  /// [#generalisedCrossEntropy(double)] with q = 0.7.
  public static Loss generalisedCrossEntropy() {
    return of("generalised_cross_entropy");
  }

  /// Cross-entropy and, weighted by beta, its reverse, in which log 0 counts as floor: robust
  /// against wrong labels.
  ///
  /// ```
  /// symmetric_cross_entropy(z[] | y in class; alpha = 1 in [0, inf), beta = 1 in [0, inf), floor =
  /// -4 in (-inf, 0))
  ///   = -alpha * log(softmax(z))[y] - beta * floor * (1 - softmax(z))[y]
  ///   response softmax(z)
  /// ```
  ///
  /// Also called sce.
  ///
  /// Source: Wang et al. 2019, arXiv:1908.06112.
  ///
  /// @param alpha in `[0, inf)`; 1 unless given
  /// @param beta in `[0, inf)`; 1 unless given
  /// @param floor in `(-inf, 0)`; -4 unless given
  public static Loss symmetricCrossEntropy(double alpha, double beta, double floor) {
    return of("symmetric_cross_entropy", "alpha", alpha, "beta", beta, "floor", floor);
  }

  /// [#symmetricCrossEntropy(double, double, double)] with alpha = 1, beta = 1, floor = -4.
  public static Loss symmetricCrossEntropy() {
    return of("symmetric_cross_entropy");
  }

  /// The absolute error of the predicted probabilities: bounded, hard to train, robust against
  /// wrong labels.
  ///
  /// ```
  /// softmax_absolute_error(z[] | y in class)
  ///   = 2 * (1 - softmax(z))[y]
  ///   response softmax(z)
  /// ```
  ///
  /// Also called unhinged_softmax.
  ///
  /// Source: Ghosh, Kumar, Sastry 2017, arXiv:1712.09482.
  public static Loss softmaxAbsoluteError() {
    return of("softmax_absolute_error");
  }

  /// Cross-entropy plus a penalty on the logarithm of the normaliser, which keeps logits from
  /// drifting.
  ///
  /// ```
  /// z_loss_cross_entropy(z[] | y in class; weight = 1e-4 in [0, inf))
  ///   = logsumexp(z) - z[y] + weight * logsumexp(z)^2
  ///   response softmax(z)
  /// ```
  ///
  /// Also called ce_z_loss.
  ///
  /// Source: Chowdhery et al. 2022, arXiv:2204.02311.
  ///
  /// @param weight in `[0, inf)`; 1e-4 unless given
  public static Loss zLossCrossEntropy(double weight) {
    return of("z_loss_cross_entropy", "weight", weight);
  }

  /// [#zLossCrossEntropy(double)] with weight = 1e-4.
  public static Loss zLossCrossEntropy() {
    return of("z_loss_cross_entropy");
  }

  /// Cross-entropy in which each logit is first raised by the logarithm of its class's share: for
  /// classes of unequal size.
  ///
  /// ```
  /// balanced_softmax(z[], prior[] in (0, inf) | y in class)
  ///   = logsumexp(z + log(prior)) - (z + log(prior))[y]
  ///   response softmax(z)
  /// ```
  ///
  /// Also called logit_adjustment.
  ///
  /// Source: Menon et al. 2021, arXiv:2007.07314.
  public static Loss balancedSoftmax() {
    return of("balanced_softmax");
  }

  /// Squared distance between the predicted probabilities and the target row.
  ///
  /// ```
  /// brier(q[] in simplex | y[] in simplex)
  ///   = sum((q - y)^2)
  /// ```
  ///
  /// Also called brier_score, quadratic_score.
  ///
  /// Source: Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
  public static Loss brier() {
    return of("brier");
  }

  /// The Brier score on a row of raw scores.
  ///
  /// ```
  /// softmax_brier(z[] | y[] in simplex)
  ///   = sum((softmax(z) - y)^2)
  ///   response softmax(z)
  /// ```
  ///
  /// Also called softmax_squared_error.
  ///
  /// Source: Brier 1950, doi:10.1175/1520-0493(1950)078<0001:VOFEIT>2.0.CO;2.
  public static Loss softmaxBrier() {
    return of("softmax_brier");
  }

  /// The spherical score turned into a loss: one less the probability of the class over the length
  /// of the row.
  ///
  /// ```
  /// spherical(q[] in simplex | y in class)
  ///   = 1 - q[y] / sqrt(sum(q^2))
  /// ```
  ///
  /// Also called spherical_score.
  ///
  /// Source: Good 1971; Gneiting, Raftery 2007, doi:10.1198/016214506000001437.
  public static Loss spherical() {
    return of("spherical");
  }

  /// Sparsemax: like softmax cross-entropy, but exactly 0 once the target class leads by 1, and
  /// with exact zeros among the probabilities.
  ///
  /// ```
  /// sparsemax(z[] | y in class)
  ///   = simplex_max(z) - z[y]
  ///   response onto_simplex(z)
  /// ```
  ///
  /// Also called sparsemax_loss.
  ///
  /// Source: Martins, Astudillo 2016, arXiv:1602.02068.
  public static Loss sparsemax() {
    return of("sparsemax");
  }

  /// Ordered classes: cross-entropy of each question "is the class above k?", one score for each k.
  ///
  /// ```
  /// ordinal_cross_entropy(z[] | y in [0, inf))
  ///   = sum(if index(z) < y then softplus(-z) else softplus(z))
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called ordinal, cumulative_cross_entropy, coral.
  ///
  /// Source: Frank, Hall 2001, doi:10.1007/3-540-44795-4_13.
  public static Loss ordinalCrossEntropy() {
    return of("ordinal_cross_entropy");
  }

  /// Ordered classes: the hinge of each question "is the class above k?".
  ///
  /// ```
  /// ordinal_hinge(z[] | y in [0, inf))
  ///   = sum(if index(z) < y then max(0, 1 - z) else max(0, 1 + z))
  /// ```
  ///
  /// Also called all_threshold_hinge.
  ///
  /// Source: Rennie, Srebro 2005, IJCAI workshop.
  public static Loss ordinalHinge() {
    return of("ordinal_hinge");
  }

  /// Ordered classes: squared distance between the cumulative sums of predicted and target
  /// probabilities.
  ///
  /// ```
  /// ranked_probability_score(q[] in simplex | y[] in simplex)
  ///   = sum(across(if index(q) >= other(index(q)) then other(q) - other(y) else 0)^2)
  /// ```
  ///
  /// Also called rps, squared_earth_mover_distance.
  ///
  /// Source: Epstein 1969, doi:10.1175/1520-0450(1969)008<0985:ASSFPF>2.0.CO;2.
  public static Loss rankedProbabilityScore() {
    return of("ranked_probability_score");
  }

  /// The Kullback-Leibler divergence from the predicted row to the target row: it seeks one mode.
  ///
  /// ```
  /// reverse_kl(q[] in simplex | y[] in simplex)
  ///   = -sum(q * log(y / q))
  /// ```
  ///
  /// Also called reverse_kullback_leibler, exclusive_kl.
  ///
  /// Source: Kullback, Leibler 1951, doi:10.1214/aoms/1177729694.
  public static Loss reverseKl() {
    return of("reverse_kl");
  }

  /// The sum of the Kullback-Leibler divergences both ways.
  ///
  /// ```
  /// jeffreys(q[] in simplex | y[] in simplex)
  ///   = sum(y * log(y / q) - q * log(y / q))
  /// ```
  ///
  /// Also called symmetric_kl.
  ///
  /// Source: Jeffreys 1946, doi:10.1098/rspa.1946.0056.
  public static Loss jeffreys() {
    return of("jeffreys");
  }

  /// The mean divergence of both rows from their mixture: symmetric, bounded by log 2.
  ///
  /// ```
  /// jensen_shannon(q[] in simplex | y[] in simplex)
  ///   = sum(y * (log_share(y, q) + log(2)) + q * (log_share(q, y) + log(2))) / 2
  /// ```
  ///
  /// Also called js, jsd, jensen_shannon_divergence.
  ///
  /// Source: Lin 1991, doi:10.1109/18.61115.
  public static Loss jensenShannon() {
    return of("jensen_shannon");
  }

  /// A mixture of both directions of divergence against a mixture with share beta of the target:
  /// distillation.
  ///
  /// ```
  /// generalised_jensen_shannon(q[] in simplex | y[] in simplex; beta = 0.5 in (0, 1))
  ///   = sum(a * (log_share(a, b) - log(beta)) + b * (log_share(b, a) - log(1 - beta)))
  ///   where a = beta * y, b = (1 - beta) * q
  /// ```
  ///
  /// Also called gjs, generalized_jensen_shannon.
  ///
  /// Source: Agarwal et al. 2024, arXiv:2306.13649.
  ///
  /// @param beta in `(0, 1)`; 0.5 unless given
  public static Loss generalisedJensenShannon(double beta) {
    return of("generalised_jensen_shannon", "beta", beta);
  }

  /// [#generalisedJensenShannon(double)] with beta = 0.5.
  public static Loss generalisedJensenShannon() {
    return of("generalised_jensen_shannon");
  }

  /// The generalised divergence of rows that need not sum to 1.
  ///
  /// ```
  /// generalised_kl(q[] in (0, inf) | y[] in [0, inf))
  ///   = sum(y * log(y / q) + q - y)
  /// ```
  ///
  /// Also called i_divergence, generalized_kl.
  ///
  /// Source: Csiszar 1975, doi:10.1214/aop/1176996454.
  public static Loss generalisedKl() {
    return of("generalised_kl");
  }

  /// Half the sum of the absolute differences: the largest difference of the probability of any
  /// event.
  ///
  /// ```
  /// total_variation(q[] in simplex | y[] in simplex)
  ///   = sum(abs(q - y)) / 2
  /// ```
  ///
  /// Also called tvd, variational_distance.
  ///
  /// Source: Levin, Peres 2017, Markov Chains and Mixing Times.
  public static Loss totalVariation() {
    return of("total_variation");
  }

  /// Half the squared distance of the square roots.
  ///
  /// ```
  /// hellinger(q[] in simplex | y[] in simplex)
  ///   = sum(q + y - 2 * sqrt(q) * sqrt(y)) / 2
  /// ```
  ///
  /// Also called squared_hellinger.
  ///
  /// Source: Hellinger 1909.
  public static Loss hellinger() {
    return of("hellinger");
  }

  /// The negative logarithm of the overlap of the square roots.
  ///
  /// ```
  /// bhattacharyya(q[] in simplex | y[] in simplex)
  ///   = -log(sum(sqrt(q * y)))
  /// ```
  ///
  /// Also called bhattacharyya_distance.
  ///
  /// Source: Bhattacharyya 1943.
  public static Loss bhattacharyya() {
    return of("bhattacharyya");
  }

  /// Pearson's divergence: squared differences in units of the prediction.
  ///
  /// ```
  /// chi_squared(q[] in simplex | y[] in simplex)
  ///   = sum(y^2 / q + q - 2 * y)
  /// ```
  ///
  /// Also called pearson_chi_squared.
  ///
  /// Source: Pearson 1900, doi:10.1080/14786440009463897.
  public static Loss chiSquared() {
    return of("chi_squared");
  }

  /// The Renyi divergence of an order: 1 is the limit of Kullback and Leibler and has its own loss.
  ///
  /// ```
  /// renyi(q[] in simplex | y[] in simplex; order = 0.5 in (0, 1))
  ///   = -log(sum(y^order * q^(1 - order))) / (1 - order)
  /// ```
  ///
  /// Also called renyi_divergence.
  ///
  /// Source: Renyi 1961.
  ///
  /// @param order in `(0, 1)`; 0.5 unless given
  public static Loss renyi(double order) {
    return of("renyi", "order", order);
  }

  /// [#renyi(double)] with order = 0.5.
  public static Loss renyi() {
    return of("renyi");
  }

  /// The alpha divergence (Amari): between both directions of Kullback and Leibler.
  ///
  /// ```
  /// alpha_divergence(q[] in simplex | y[] in simplex; alpha = 0.5 in (0, 1))
  ///   = (1 - sum(y^alpha * q^(1 - alpha))) / (alpha * (1 - alpha))
  /// ```
  ///
  /// Also called amari_alpha.
  ///
  /// Source: Amari 1985, Differential-Geometrical Methods in Statistics.
  ///
  /// @param alpha in `(0, 1)`; 0.5 unless given
  public static Loss alphaDivergence(double alpha) {
    return of("alpha_divergence", "alpha", alpha);
  }

  /// [#alphaDivergence(double)] with alpha = 0.5.
  public static Loss alphaDivergence() {
    return of("alpha_divergence");
  }

  /// The Tsallis divergence: a deformation of Kullback and Leibler.
  ///
  /// ```
  /// tsallis(q[] in simplex | y[] in simplex; order = 0.5 in (0, 1))
  ///   = (1 - sum(y^order * q^(1 - order))) / (1 - order)
  /// ```
  ///
  /// Also called tsallis_divergence.
  ///
  /// Source: Tsallis 1988, doi:10.1007/BF01016429.
  ///
  /// @param order in `(0, 1)`; 0.5 unless given
  public static Loss tsallis(double order) {
    return of("tsallis", "order", order);
  }

  /// [#tsallis(double)] with order = 0.5.
  public static Loss tsallis() {
    return of("tsallis");
  }

  /// Itakura and Saito: squared ratios of spectra, blind to a common factor's sign of scale.
  ///
  /// ```
  /// itakura_saito(q[] in (0, inf) | y[] in (0, inf))
  ///   = sum(y / q - log(y / q) - 1)
  /// ```
  ///
  /// Also called is_divergence.
  ///
  /// Source: Itakura, Saito 1968.
  public static Loss itakuraSaito() {
    return of("itakura_saito");
  }

  /// One less the cosine of the angle between two vectors; a vector of zeros has no direction and
  /// cosine 0.
  ///
  /// ```
  /// cosine_distance(a[] | b[])
  ///   = if norm(a) == 0 or norm(b) == 0 then 1 else 1 - sum(a * b) / (norm(a) * norm(b))
  /// ```
  ///
  /// Also called cosine_loss, cosine_similarity.
  ///
  /// Source: Singhal 2001, Modern Information Retrieval.
  public static Loss cosineDistance() {
    return of("cosine_distance");
  }

  /// Pairs that belong together are to have cosine 1, others at most the margin; a vector of zeros
  /// has cosine 0.
  ///
  /// ```
  /// cosine_embedding(a[], b[] | y in {-1, 1}; margin = 0 in [-1, 1])
  ///   = if y > 0 then 1 - c else max(0, c - margin)
  ///   where c = if norm(a) == 0 or norm(b) == 0 then 0 else sum(a * b) / (norm(a) * norm(b))
  /// ```
  ///
  /// Also called cosine_embedding_loss.
  ///
  /// Source: Chopra, Hadsell, LeCun 2005, doi:10.1109/CVPR.2005.202.
  ///
  /// @param margin in `[-1, 1]`; 0 unless given
  public static Loss cosineEmbedding(double margin) {
    return of("cosine_embedding", "margin", margin);
  }

  /// [#cosineEmbedding(double)] with margin = 0.
  public static Loss cosineEmbedding() {
    return of("cosine_embedding");
  }

  /// A distance is to be small for pairs that belong together and beyond the margin for others.
  ///
  /// ```
  /// hinge_embedding(d | y in {-1, 1}; margin = 1 in (0, inf))
  ///   = if y > 0 then d else max(0, margin - d)
  /// ```
  ///
  /// Also called hinge_embedding_loss.
  ///
  /// Source: Chopra, Hadsell, LeCun 2005, doi:10.1109/CVPR.2005.202.
  ///
  /// @param margin in `(0, inf)`; 1 unless given
  public static Loss hingeEmbedding(double margin) {
    return of("hinge_embedding", "margin", margin);
  }

  /// [#hingeEmbedding(double)] with margin = 1.
  public static Loss hingeEmbedding() {
    return of("hinge_embedding");
  }

  /// The same with squares.
  ///
  /// ```
  /// contrastive(d in [0, inf) | y in {0, 1}; margin = 1 in (0, inf))
  ///   = y * d^2 + (1 - y) * max(0, margin - d)^2
  /// ```
  ///
  /// Also called contrastive_loss, hadsell.
  ///
  /// Source: Hadsell, Chopra, LeCun 2006, doi:10.1109/CVPR.2006.100.
  ///
  /// @param margin in `(0, inf)`; 1 unless given
  public static Loss contrastive(double margin) {
    return of("contrastive", "margin", margin);
  }

  /// [#contrastive(double)] with margin = 1.
  public static Loss contrastive() {
    return of("contrastive");
  }

  /// An anchor is to be nearer to a positive than to a negative vector, by the margin.
  ///
  /// ```
  /// triplet_margin(anchor[], positive[], negative[]; margin = 1 in [0, inf))
  ///   = max(0, norm(anchor - positive) - norm(anchor - negative) + margin)
  /// ```
  ///
  /// Also called triplet, triplet_loss.
  ///
  /// Source: Schroff, Kalenichenko, Philbin 2015, arXiv:1503.03832.
  ///
  /// @param margin in `[0, inf)`; 1 unless given
  public static Loss tripletMargin(double margin) {
    return of("triplet_margin", "margin", margin);
  }

  /// [#tripletMargin(double)] with margin = 1.
  public static Loss tripletMargin() {
    return of("triplet_margin");
  }

  /// The triplet margin loss made smooth.
  ///
  /// ```
  /// soft_triplet(anchor[], positive[], negative[]; margin = 0 in [0, inf))
  ///   = softplus(norm(anchor - positive) - norm(anchor - negative) + margin)
  /// ```
  ///
  /// Also called soft_margin_triplet.
  ///
  /// Source: Hermans, Beyer, Leibe 2017, arXiv:1703.07737.
  ///
  /// @param margin in `[0, inf)`; 0 unless given
  public static Loss softTriplet(double margin) {
    return of("soft_triplet", "margin", margin);
  }

  /// [#softTriplet(double)] with margin = 0.
  public static Loss softTriplet() {
    return of("soft_triplet");
  }

  /// The triplet loss of squared distances.
  ///
  /// ```
  /// squared_triplet(anchor[], positive[], negative[]; margin = 1 in [0, inf))
  ///   = max(0, sum((anchor - positive)^2) - sum((anchor - negative)^2) + margin)
  /// ```
  ///
  /// Also called facenet_triplet.
  ///
  /// Source: Schroff, Kalenichenko, Philbin 2015, arXiv:1503.03832.
  ///
  /// @param margin in `[0, inf)`; 1 unless given
  public static Loss squaredTriplet(double margin) {
    return of("squared_triplet", "margin", margin);
  }

  /// [#squaredTriplet(double)] with margin = 1.
  public static Loss squaredTriplet() {
    return of("squared_triplet");
  }

  /// A row of similarities to candidates, of which one is the right one: cross-entropy over the
  /// similarities divided by a temperature.
  ///
  /// ```
  /// nt_xent(s[] | y in class; temperature = 0.07 in (0, inf))
  ///   = logsumexp(u) - u[y]
  ///   where u = s / temperature
  /// ```
  ///
  /// Also called info_nce, ntxent, npair_softmax.
  ///
  /// Source: Chen et al. 2020, arXiv:2002.05709.
  ///
  /// @param temperature in `(0, inf)`; 0.07 unless given
  public static Loss ntXent(double temperature) {
    return of("nt_xent", "temperature", temperature);
  }

  /// [#ntXent(double)] with temperature = 0.07.
  public static Loss ntXent() {
    return of("nt_xent");
  }

  /// A row of similarities in which several candidates are right: the mean over them (supervised
  /// contrastive).
  ///
  /// ```
  /// supervised_contrastive(s[] | y[] in {0, 1}; temperature = 0.1 in (0, inf))
  ///   = if max(y) == 0 then logsumexp(s / temperature) else -sum(y * log(softmax(s /
  ///   temperature))) / sum(y)
  /// ```
  ///
  /// Also called supcon.
  ///
  /// Source: Khosla et al. 2020, arXiv:2004.11362.
  ///
  /// @param temperature in `(0, inf)`; 0.1 unless given
  public static Loss supervisedContrastive(double temperature) {
    return of("supervised_contrastive", "temperature", temperature);
  }

  /// [#supervisedContrastive(double)] with temperature = 0.1.
  public static Loss supervisedContrastive() {
    return of("supervised_contrastive");
  }

  /// The logarithm of one plus the sum of the exponentials by which the wrong candidates come near
  /// the right one.
  ///
  /// ```
  /// n_pair(s[] | y in class)
  ///   = log(sum(exp(s - s[y])))
  /// ```
  ///
  /// Also called npairs, n_pairs.
  ///
  /// Source: Sohn 2016, NIPS 29.
  public static Loss nPair() {
    return of("n_pair");
  }

  /// Every pair of a row of similarities apart: cross-entropy of a scaled and shifted similarity
  /// (SigLIP).
  ///
  /// ```
  /// pairwise_sigmoid(s[] | y[] in {0, 1}; scale = 10 in (0, inf), bias = -10)
  ///   = sum(y * softplus(-(scale * s + bias)) + (1 - y) * softplus(scale * s + bias))
  /// ```
  ///
  /// Also called siglip.
  ///
  /// Source: Zhai et al. 2023, arXiv:2303.15343.
  ///
  /// @param scale in `(0, inf)`; 10 unless given
  /// @param bias in `(-inf, inf)`; -10 unless given
  public static Loss pairwiseSigmoid(double scale, double bias) {
    return of("pairwise_sigmoid", "scale", scale, "bias", bias);
  }

  /// [#pairwiseSigmoid(double, double)] with scale = 10, bias = -10.
  public static Loss pairwiseSigmoid() {
    return of("pairwise_sigmoid");
  }

  /// Similarities of a row are pulled to their own optimum with weights of their own; the weights
  /// are differentiated too.
  ///
  /// ```
  /// circle(s[] | y[] in {0, 1}; gamma = 80 in (0, inf), margin = 0.4 in (0, 1))
  ///   = if max(y) == min(y) then 0 else softplus(logsumexp(if y == 1 then -inf else n) +
  ///   logsumexp(if y == 1 then p else -inf))
  ///   where n = if s + margin > 0 then gamma * (s + margin) * (s - margin) else 0, p = if 1 +
  ///   margin - s > 0 then gamma * (1 + margin - s) * (1 - margin - s) else 0
  /// ```
  ///
  /// Also called circle_loss.
  ///
  /// Source: Sun et al. 2020, arXiv:2002.10857.
  ///
  /// @param gamma in `(0, inf)`; 80 unless given
  /// @param margin in `(0, 1)`; 0.4 unless given
  public static Loss circle(double gamma, double margin) {
    return of("circle", "gamma", gamma, "margin", margin);
  }

  /// [#circle(double, double)] with gamma = 80, margin = 0.4.
  public static Loss circle() {
    return of("circle");
  }

  /// Similarities of a row: soft counts of positives below and negatives above a threshold.
  ///
  /// ```
  /// multi_similarity(s[] | y[] in {0, 1}; alpha = 2 in (0, inf), beta = 50 in (0, inf), threshold
  /// = 0.5)
  ///   = log(1 + sum(exp(if y == 1 then -alpha * (s - threshold) else -inf))) / alpha + log(1 +
  ///   sum(exp(if y == 1 then -inf else beta * (s - threshold)))) / beta
  /// ```
  ///
  /// Also called multi_similarity_loss.
  ///
  /// Source: Wang et al. 2019, arXiv:1904.06627.
  ///
  /// @param alpha in `(0, inf)`; 2 unless given
  /// @param beta in `(0, inf)`; 50 unless given
  /// @param threshold in `(-inf, inf)`; 0.5 unless given
  public static Loss multiSimilarity(double alpha, double beta, double threshold) {
    return of("multi_similarity", "alpha", alpha, "beta", beta, "threshold", threshold);
  }

  /// [#multiSimilarity(double, double, double)] with alpha = 2, beta = 50, threshold = 0.5.
  public static Loss multiSimilarity() {
    return of("multi_similarity");
  }

  /// The distance of a pair is to lie below b - margin if it belongs together and above b + margin
  /// if not.
  ///
  /// ```
  /// margin_distance(d in [0, inf) | y in {-1, 1}; margin = 0.2 in [0, inf), boundary = 1.2 in (0,
  /// inf))
  ///   = max(0, margin + y * (d - boundary))
  /// ```
  ///
  /// Also called wu_margin.
  ///
  /// Source: Wu et al. 2017, arXiv:1706.07567.
  ///
  /// @param margin in `[0, inf)`; 0.2 unless given
  /// @param boundary in `(0, inf)`; 1.2 unless given
  public static Loss marginDistance(double margin, double boundary) {
    return of("margin_distance", "margin", margin, "boundary", boundary);
  }

  /// [#marginDistance(double, double)] with margin = 0.2, boundary = 1.2.
  public static Loss marginDistance() {
    return of("margin_distance");
  }

  /// Cosines of a row with the margin taken off the right class before a scaled cross-entropy.
  ///
  /// ```
  /// additive_margin_softmax(c[] | y in class; margin = 0.35 in [0, inf), scale = 64 in (0, inf))
  ///   = logsumexp(u) - u[y]
  ///   where u = scale * (c - margin * onehot(y))
  /// ```
  ///
  /// Also called cosface, am_softmax.
  ///
  /// Source: Wang et al. 2018, arXiv:1801.09414.
  ///
  /// @param margin in `[0, inf)`; 0.35 unless given
  /// @param scale in `(0, inf)`; 64 unless given
  public static Loss additiveMarginSoftmax(double margin, double scale) {
    return of("additive_margin_softmax", "margin", margin, "scale", scale);
  }

  /// [#additiveMarginSoftmax(double, double)] with margin = 0.35, scale = 64.
  public static Loss additiveMarginSoftmax() {
    return of("additive_margin_softmax");
  }

  /// Cross-entropy of cosines divided by a temperature.
  ///
  /// ```
  /// normalised_softmax(c[] | y in class; temperature = 0.05 in (0, inf))
  ///   = logsumexp(u) - u[y]
  ///   where u = c / temperature
  /// ```
  ///
  /// Also called normalized_softmax, norm_softmax.
  ///
  /// Source: Zhai, Wu 2019, arXiv:1811.12649.
  ///
  /// @param temperature in `(0, inf)`; 0.05 unless given
  public static Loss normalisedSoftmax(double temperature) {
    return of("normalised_softmax", "temperature", temperature);
  }

  /// [#normalisedSoftmax(double)] with temperature = 0.05.
  public static Loss normalisedSoftmax() {
    return of("normalised_softmax");
  }

  /// The difference of two scores is to match the difference of a teacher's two scores.
  ///
  /// ```
  /// margin_mse(a, b | y)
  ///   = (a - b - y)^2
  /// ```
  ///
  /// Also called margin_squared_error.
  ///
  /// Source: Hofstaetter et al. 2020, arXiv:2010.02666.
  public static Loss marginMse() {
    return of("margin_mse");
  }

  /// Every two pairs whose labels are ordered are to have cosines in that order.
  ///
  /// ```
  /// cosent(s[] | y[]; scale = 20 in (0, inf))
  ///   = log(1 + sum(across(if y < other(y) then exp(scale * (s - other(s))) else 0)))
  /// ```
  ///
  /// Also called cosine_sentence.
  ///
  /// Source: Su 2022, CoSENT.
  ///
  /// @param scale in `(0, inf)`; 20 unless given
  public static Loss cosent(double scale) {
    return of("cosent", "scale", scale);
  }

  /// [#cosent(double)] with scale = 20.
  public static Loss cosent() {
    return of("cosent");
  }

  /// Half the squared distance of a vector to its class's centre.
  ///
  /// ```
  /// center(x[] | centre[])
  ///   = sum((x - centre)^2) / 2
  /// ```
  ///
  /// Also called center_loss.
  ///
  /// Source: Wen et al. 2016, doi:10.1007/978-3-319-46478-7_31.
  public static Loss center() {
    return of("center");
  }

  /// The Euclidean distance between two vectors.
  ///
  /// ```
  /// euclidean(p[] | y[])
  ///   = sqrt(sum((p - y)^2))
  /// ```
  ///
  /// Also called l2_norm, euclidean_distance.
  ///
  /// Source: Weber 1909, Ueber den Standort der Industrien.
  public static Loss euclidean() {
    return of("euclidean");
  }

  /// One less twice the overlap over the sum of both areas; smoothing is added above and below.
  ///
  /// ```
  /// dice(q[] in [0, 1] | y[] in [0, 1]; smoothing = 1 in (0, inf))
  ///   = share(sum(q * (1 - y) + (1 - q) * y), 2 * sum(q * y) + smoothing)
  /// ```
  ///
  /// Also called dice_loss, soft_dice, sorensen.
  ///
  /// Source: Milletari, Navab, Ahmadi 2016, arXiv:1606.04797.
  ///
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss dice(double smoothing) {
    return of("dice", "smoothing", smoothing);
  }

  /// [#dice(double)] with smoothing = 1.
  public static Loss dice() {
    return of("dice");
  }

  /// Dice with squares below: the gradient fades where the mask is right.
  ///
  /// ```
  /// squared_dice(q[] in [0, 1] | y[] in [0, 1]; smoothing = 1 in (0, inf))
  ///   = share(sum((q - y)^2), 2 * sum(q * y) + smoothing)
  /// ```
  ///
  /// Also called vnet_dice.
  ///
  /// Source: Milletari, Navab, Ahmadi 2016, arXiv:1606.04797.
  ///
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss squaredDice(double smoothing) {
    return of("squared_dice", "smoothing", smoothing);
  }

  /// [#squaredDice(double)] with smoothing = 1.
  public static Loss squaredDice() {
    return of("squared_dice");
  }

  /// The logarithm of the cosh of the Dice loss.
  ///
  /// ```
  /// log_cosh_dice(q[] in [0, 1] | y[] in [0, 1]; smoothing = 1 in (0, inf))
  ///   = log(cosh(share(sum(q * (1 - y) + (1 - q) * y), 2 * sum(q * y) + smoothing)))
  /// ```
  ///
  /// Also called logcosh_dice.
  ///
  /// Source: Jadon 2020, arXiv:2006.14822.
  ///
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss logCoshDice(double smoothing) {
    return of("log_cosh_dice", "smoothing", smoothing);
  }

  /// [#logCoshDice(double)] with smoothing = 1.
  public static Loss logCoshDice() {
    return of("log_cosh_dice");
  }

  /// One less the overlap over the union.
  ///
  /// ```
  /// jaccard(q[] in [0, 1] | y[] in [0, 1]; smoothing = 1 in (0, inf))
  ///   = share(sum(q * (1 - y) + (1 - q) * y), sum(q * y) + smoothing)
  /// ```
  ///
  /// Also called soft_iou, jaccard_loss.
  ///
  /// Source: Rahman, Wang 2016, doi:10.1007/978-3-319-50835-1_22.
  ///
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss jaccard(double smoothing) {
    return of("jaccard", "smoothing", smoothing);
  }

  /// [#jaccard(double)] with smoothing = 1.
  public static Loss jaccard() {
    return of("jaccard");
  }

  /// Dice with a price for each kind of mistake: alpha for false positives, beta for false
  /// negatives.
  ///
  /// ```
  /// tversky(q[] in [0, 1] | y[] in [0, 1]; alpha = 0.5 in [0, inf), beta = 0.5 in [0, inf),
  /// smoothing = 1 in (0, inf))
  ///   = share(alpha * sum(q * (1 - y)) + beta * sum((1 - q) * y), sum(q * y) + smoothing)
  /// ```
  ///
  /// Also called tversky_loss.
  ///
  /// Source: Salehi, Erdogmus, Gholipour 2017, arXiv:1706.05721.
  ///
  /// @param alpha in `[0, inf)`; 0.5 unless given
  /// @param beta in `[0, inf)`; 0.5 unless given
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss tversky(double alpha, double beta, double smoothing) {
    return of("tversky", "alpha", alpha, "beta", beta, "smoothing", smoothing);
  }

  /// [#tversky(double, double, double)] with alpha = 0.5, beta = 0.5, smoothing = 1.
  public static Loss tversky() {
    return of("tversky");
  }

  /// A power of the Tversky loss: below 1 it keeps pulling when the mask is nearly right.
  ///
  /// ```
  /// focal_tversky(q[] in [0, 1] | y[] in [0, 1]; alpha = 0.7 in [0, inf), beta = 0.3 in [0, inf),
  /// gamma = 0.75 in (0, inf), smoothing = 1 in (0, inf))
  ///   = if t == 0 then 0 else t^gamma
  ///   where t = share(alpha * sum(q * (1 - y)) + beta * sum((1 - q) * y), sum(q * y) + smoothing)
  /// ```
  ///
  /// Also called focal_tversky_loss.
  ///
  /// Source: Abraham, Khan 2019, arXiv:1810.07842.
  ///
  /// @param alpha in `[0, inf)`; 0.7 unless given
  /// @param beta in `[0, inf)`; 0.3 unless given
  /// @param gamma in `(0, inf)`; 0.75 unless given
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss focalTversky(double alpha, double beta, double gamma, double smoothing) {
    return of("focal_tversky", "alpha", alpha, "beta", beta, "gamma", gamma, "smoothing", smoothing);
  }

  /// [#focalTversky(double, double, double, double)] with alpha = 0.7, beta = 0.3, gamma = 0.75,
  /// smoothing = 1.
  public static Loss focalTversky() {
    return of("focal_tversky");
  }

  /// One less the F score of soft counts.
  ///
  /// ```
  /// soft_f_beta(q[] in [0, 1] | y[] in [0, 1]; beta = 1 in (0, inf), smoothing = 1 in (0, inf))
  ///   = (sum(q * (1 - y)) + beta^2 * sum((1 - q) * y)) / (beta^2 * sum(y) + sum(q) + smoothing)
  /// ```
  ///
  /// Also called f_beta, soft_f1, f_measure.
  ///
  /// Source: Pastor-Pellicer et al. 2013, doi:10.1007/978-3-642-38679-4_37.
  ///
  /// @param beta in `(0, inf)`; 1 unless given
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss softFBeta(double beta, double smoothing) {
    return of("soft_f_beta", "beta", beta, "smoothing", smoothing);
  }

  /// [#softFBeta(double, double)] with beta = 1, smoothing = 1.
  public static Loss softFBeta() {
    return of("soft_f_beta");
  }

  /// One less Matthews' correlation of soft counts.
  ///
  /// ```
  /// matthews(q[] in [0, 1] | y[] in [0, 1]; smoothing = 1 in (0, inf))
  ///   = 1 - (sum(1 - y) * sum(q * y) - sum(y) * sum(q * (1 - y))) / (sqrt(sum(q) * sum(1 - q)) *
  ///   sqrt(sum(y) * sum(1 - y)) + smoothing)
  /// ```
  ///
  /// Also called mcc, mcc_loss.
  ///
  /// Source: Abhishek, Hamarneh 2021, arXiv:2010.13454.
  ///
  /// @param smoothing in `(0, inf)`; 1 unless given
  public static Loss matthews(double smoothing) {
    return of("matthews", "smoothing", smoothing);
  }

  /// [#matthews(double)] with smoothing = 1.
  public static Loss matthews() {
    return of("matthews");
  }

  /// The Lovasz extension of the Jaccard loss on scores: errors are sorted, each weighs what it
  /// adds to the Jaccard loss.
  ///
  /// ```
  /// lovasz_hinge(z[] | y[] in {0, 1})
  ///   = sum(max(0, e) * (after - before))
  ///   where e = 1 - z * (2 * y - 1), hits = across(if other(e) > e or other(e) == e and
  ///   other(index(z)) <= index(z) then other(y) else 0), misses = across(if other(e) > e or
  ///   other(e) == e and other(index(z)) <= index(z) then 1 - other(y) else 0), after = 1 -
  ///   part(sum(y) - hits, sum(y) + misses), before = 1 - (if hits + misses == 1 then 1 else
  ///   part(sum(y) - hits + y, sum(y) + misses - 1 + y))
  /// ```
  ///
  /// Also called lovasz.
  ///
  /// Source: Berman, Triki, Blaschko 2018, arXiv:1705.08790.
  public static Loss lovaszHinge() {
    return of("lovasz_hinge");
  }

  /// One less the overlap of two boxes over their union.
  ///
  /// ```
  /// iou(px1, py1, px2, py2 | tx1, ty1, tx2, ty2)
  ///   = 1 - (if i > 0 then i / (p + t - i) else 0)
  ///   where w = max(0, min(px2, tx2) - max(px1, tx1)), h = max(0, min(py2, ty2) - max(py1, ty1)),
  ///   i = w * h, p = (px2 - px1) * (py2 - py1), t = (tx2 - tx1) * (ty2 - ty1)
  /// ```
  ///
  /// Also called box_iou, iou_loss.
  ///
  /// Source: Yu et al. 2016, arXiv:1608.01471.
  public static Loss iou() {
    return of("iou");
  }

  /// The box overlap loss plus the share of the enclosing box that neither covers: it also pulls
  /// boxes that do not meet.
  ///
  /// ```
  /// giou(px1, py1, px2, py2 | tx1, ty1, tx2, ty2)
  ///   = 1 - (if i > 0 then i / u else 0) + (if c == 0 then 0 else (c - u) / c)
  ///   where w = max(0, min(px2, tx2) - max(px1, tx1)), h = max(0, min(py2, ty2) - max(py1, ty1)),
  ///   i = w * h, u = (px2 - px1) * (py2 - py1) + (tx2 - tx1) * (ty2 - ty1) - i, c = (max(px2, tx2)
  ///   - min(px1, tx1)) * (max(py2, ty2) - min(py1, ty1))
  /// ```
  ///
  /// Also called generalised_iou, generalized_iou.
  ///
  /// Source: Rezatofighi et al. 2019, arXiv:1902.09630.
  public static Loss giou() {
    return of("giou");
  }

  /// The box overlap loss plus the squared distance of the centres over the squared diagonal of the
  /// enclosing box.
  ///
  /// ```
  /// diou(px1, py1, px2, py2 | tx1, ty1, tx2, ty2)
  ///   = 1 - (if i > 0 then i / u else 0) + (if d == 0 then 0 else ((px1 + px2 - tx1 - tx2)^2 +
  ///   (py1 + py2 - ty1 - ty2)^2) / (4 * d))
  ///   where w = max(0, min(px2, tx2) - max(px1, tx1)), h = max(0, min(py2, ty2) - max(py1, ty1)),
  ///   i = w * h, u = (px2 - px1) * (py2 - py1) + (tx2 - tx1) * (ty2 - ty1) - i, d = (max(px2, tx2)
  ///   - min(px1, tx1))^2 + (max(py2, ty2) - min(py1, ty1))^2
  /// ```
  ///
  /// Also called distance_iou.
  ///
  /// Source: Zheng et al. 2020, arXiv:1911.08287.
  public static Loss diou() {
    return of("diou");
  }

  /// The distance loss of boxes plus a term for their ratio of sides; the weight of that term is
  /// differentiated too. Epsilon is added to the union and the squared diagonal, as torchvision
  /// does; 0 leaves it out.
  ///
  /// ```
  /// ciou(px1, py1, px2, py2 | tx1, ty1, tx2, ty2; epsilon = 1e-7 in [0, inf))
  ///   = 1 - o + (if d == 0 then 0 else ((px1 + px2 - tx1 - tx2)^2 + (py1 + py2 - ty1 - ty2)^2) /
  ///   (4 * d)) + (if v == 0 then 0 else v * v / (1 - o + v))
  ///   where i = w * h, o = if i > 0 then i / ((px2 - px1) * (py2 - py1) + (tx2 - tx1) * (ty2 -
  ///   ty1) - i + epsilon) else 0, d = (max(px2, tx2) - min(px1, tx1))^2 + (max(py2, ty2) -
  ///   min(py1, ty1))^2 + epsilon, v = 4 / 3.141592653589793^2 * (angle(tx2 - tx1, ty2 - ty1) -
  ///   angle(px2 - px1, py2 - py1))^2
  /// ```
  ///
  /// Also called complete_iou.
  ///
  /// Source: Zheng et al. 2020, arXiv:1911.08287.
  ///
  /// @param epsilon in `[0, inf)`; 1e-7 unless given
  public static Loss ciou(double epsilon) {
    return of("ciou", "epsilon", epsilon);
  }

  /// [#ciou(double)] with epsilon = 1e-7.
  public static Loss ciou() {
    return of("ciou");
  }

  /// Of two scores the one that y names is to be higher, by the margin.
  ///
  /// ```
  /// margin_ranking(a, b | y in {-1, 1}; margin = 0 in [0, inf))
  ///   = max(0, -y * (a - b) + margin)
  /// ```
  ///
  /// Also called margin_ranking_loss.
  ///
  /// Source: Herbrich, Graepel, Obermayer 1999, doi:10.1049/cp:19991091.
  ///
  /// @param margin in `[0, inf)`; 0 unless given
  public static Loss marginRanking(double margin) {
    return of("margin_ranking", "margin", margin);
  }

  /// [#marginRanking(double)] with margin = 0.
  public static Loss marginRanking() {
    return of("margin_ranking");
  }

  /// Every pair of different relevance: the logistic loss of the difference of their scores
  /// (RankNet).
  ///
  /// ```
  /// ranknet(z[] | y[]; sigma = 1 in (0, inf))
  ///   = sum(across(if y > other(y) then softplus(-sigma * (z - other(z))) else 0))
  /// ```
  ///
  /// Also called pairwise_logistic, pair_logit, bpr.
  ///
  /// Source: Burges et al. 2005, doi:10.1145/1102351.1102363.
  ///
  /// @param sigma in `(0, inf)`; 1 unless given
  public static Loss ranknet(double sigma) {
    return of("ranknet", "sigma", sigma);
  }

  /// [#ranknet(double)] with sigma = 1.
  public static Loss ranknet() {
    return of("ranknet");
  }

  /// Every pair of different relevance: the hinge of the difference of their scores.
  ///
  /// ```
  /// pairwise_hinge(z[] | y[])
  ///   = sum(across(if y > other(y) then max(0, 1 - (z - other(z))) else 0))
  /// ```
  ///
  /// Also called ranking_svm.
  ///
  /// Source: Joachims 2002, doi:10.1145/775047.775067.
  public static Loss pairwiseHinge() {
    return of("pairwise_hinge");
  }

  /// Every pair of different relevance: the exponential of the difference of their scores
  /// (RankBoost).
  ///
  /// ```
  /// pairwise_exponential(z[] | y[])
  ///   = sum(across(if y > other(y) then exp(other(z) - z) else 0))
  /// ```
  ///
  /// Also called rankboost.
  ///
  /// Source: Freund et al. 2003, JMLR 4:933.
  public static Loss pairwiseExponential() {
    return of("pairwise_exponential");
  }

  /// Every pair of different relevance: a smooth count of the wrong order.
  ///
  /// ```
  /// pairwise_soft_zero_one(z[] | y[])
  ///   = sum(across(if y > other(y) then sigmoid(other(z) - z) else 0))
  /// ```
  ///
  /// Also called soft_pairwise.
  ///
  /// Source: Bruch 2021, arXiv:1911.09798.
  public static Loss pairwiseSoftZeroOne() {
    return of("pairwise_soft_zero_one");
  }

  /// Every pair: the squared error of the difference of scores against the difference of
  /// relevances.
  ///
  /// ```
  /// pairwise_square(z[] | y[])
  ///   = sum(across(if y > other(y) then (z - other(z) - (y - other(y)))^2 else 0))
  /// ```
  ///
  /// Also called pairwise_mse.
  ///
  /// Source: Cossock, Zhang 2006, doi:10.1007/11776420_44.
  public static Loss pairwiseSquare() {
    return of("pairwise_square");
  }

  /// The cross-entropy of the softmax of the scores, weighted by the relevances as they are.
  ///
  /// ```
  /// ranking_softmax(z[] | y[] in [0, inf))
  ///   = -sum(y * log(softmax(z)))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called softmax_ranking, query_softmax.
  ///
  /// Source: Bruch et al. 2019, doi:10.1145/3341981.3344221.
  public static Loss rankingSoftmax() {
    return of("ranking_softmax");
  }

  /// The cross-entropy between the softmax of the relevances and the softmax of the scores
  /// (ListNet, top one).
  ///
  /// ```
  /// listnet(z[] | y[])
  ///   = -sum(softmax(y) * log(softmax(z)))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called list_net.
  ///
  /// Source: Cao et al. 2007, doi:10.1145/1273496.1273513.
  public static Loss listnet() {
    return of("listnet");
  }

  /// The negative log-likelihood that the items are drawn in the order of their relevance, ties in
  /// the order of the list (Plackett-Luce).
  ///
  /// ```
  /// listmle(z[] | y[])
  ///   = sum(log(across(if other(y) < y or other(y) == y and other(index(z)) >= index(z) then
  ///   exp(other(z)) else 0)) - z)
  /// ```
  ///
  /// Also called plackett_luce, list_mle.
  ///
  /// Source: Xia et al. 2008, doi:10.1145/1390156.1390306.
  public static Loss listmle() {
    return of("listmle");
  }

  /// Softmax over an item and the less relevant ones alone, weighted by 2^relevance - 1.
  ///
  /// ```
  /// unique_softmax(z[] | y[] in [0, 1000])
  ///   = sum((exp(log(2) * y) - 1) * (log(across(if other(y) < y or other(index(z)) == index(z)
  ///   then exp(other(z)) else 0)) - z))
  /// ```
  ///
  /// Also called unique_softmax_loss.
  ///
  /// Source: Zhu, Klabjan 2020, arXiv:2001.01828.
  public static Loss uniqueSoftmax() {
    return of("unique_softmax");
  }

  /// NDCG with smooth ranks, its sign turned: gains 2^relevance - 1 discounted by the logarithm of
  /// a soft rank.
  ///
  /// ```
  /// approx_ndcg(z[] | y[] in [0, inf); temperature = 0.1 in (0, inf))
  ///   = if max(y) == 0 then 0 else -sum(gain / log(1 + rank)) / sum(gain / log(1 + ideal))
  ///   where gain = (1 - exp(-log(2) * y)) * exp(log(2) * (y - max(y))), rank = 1 + across(if
  ///   other(index(z)) == index(z) then 0 else sigmoid((other(z) - z) / temperature)), ideal =
  ///   across(if other(y) > y or other(y) == y and other(index(y)) <= index(y) then 1 else 0)
  /// ```
  ///
  /// Also called approxndcg.
  ///
  /// Source: Qin, Liu, Li 2010, doi:10.1007/s10791-009-9124-x.
  ///
  /// @param temperature in `(0, inf)`; 0.1 unless given
  public static Loss approxNdcg(double temperature) {
    return of("approx_ndcg", "temperature", temperature);
  }

  /// [#approxNdcg(double)] with temperature = 0.1.
  public static Loss approxNdcg() {
    return of("approx_ndcg");
  }

  /// The mean reciprocal rank with smooth ranks, its sign turned.
  ///
  /// ```
  /// approx_mrr(z[] | y[] in [0, inf); temperature = 0.1 in (0, inf))
  ///   = if max(y) == 0 then 0 else -sum(y / rank) / sum(y)
  ///   where rank = 1 + across(if other(index(z)) == index(z) then 0 else sigmoid((other(z) - z) /
  ///   temperature))
  /// ```
  ///
  /// Also called approxmrr.
  ///
  /// Source: Qin, Liu, Li 2010, doi:10.1007/s10791-009-9124-x.
  ///
  /// @param temperature in `(0, inf)`; 0.1 unless given
  public static Loss approxMrr(double temperature) {
    return of("approx_mrr", "temperature", temperature);
  }

  /// [#approxMrr(double)] with temperature = 0.1.
  public static Loss approxMrr() {
    return of("approx_mrr");
  }

  /// Every pair of different relevance: the logistic loss weighted by what swapping the two would
  /// change in the DCG of the given order of relevances.
  ///
  /// ```
  /// lambda_gain(z[] | y[] in [0, 1000])
  ///   = sum(across(if y > other(y) then (exp(log(2) * y) - exp(log(2) * other(y))) *
  ///   softplus(other(z) - z) else 0))
  /// ```
  ///
  /// Also called gain_weighted_ranknet.
  ///
  /// Source: Burges 2010, From RankNet to LambdaRank to LambdaMART.
  public static Loss lambdaGain() {
    return of("lambda_gain");
  }

  /// The squared residual of a list after its mean is taken off: a common offset of a query costs
  /// nothing.
  ///
  /// ```
  /// query_rmse(z[] | y[])
  ///   = sum((r - mean(r))^2)
  ///   where r = z - y
  /// ```
  ///
  /// Also called query_squared_error.
  ///
  /// Source: Dorogush, Ershov, Gulin 2018, arXiv:1810.11363.
  public static Loss queryRmse() {
    return of("query_rmse");
  }

  /// Time to an event with a constant rate exp(z), times may be cut off.
  ///
  /// ```
  /// exponential_survival(z | y in [0, inf), event in {0, 1})
  ///   = exp(z) * y - event * z
  /// ```
  ///
  /// Also called constant_hazard.
  ///
  /// Source: Cox, Oakes 1984, Analysis of Survival Data.
  public static Loss exponentialSurvival() {
    return of("exponential_survival");
  }

  /// Accelerated failure time with a Weibull distribution, times may be cut off; z is the logarithm
  /// of the typical time.
  ///
  /// ```
  /// weibull_aft(z | y in (0, inf), event in {0, 1}; scale = 1 in (0, inf))
  ///   = exp(u) - event * u + event * log(scale)
  ///   where u = (log(y) - z) / scale
  /// ```
  ///
  /// Also called aft_weibull, aft_extreme.
  ///
  /// Source: Wei 1992, doi:10.1002/sim.4780111409.
  ///
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss weibullAft(double scale) {
    return of("weibull_aft", "scale", scale);
  }

  /// [#weibullAft(double)] with scale = 1.
  public static Loss weibullAft() {
    return of("weibull_aft");
  }

  /// Accelerated failure time with a log-logistic distribution, times may be cut off.
  ///
  /// ```
  /// log_logistic_aft(z | y in (0, inf), event in {0, 1}; scale = 1 in (0, inf))
  ///   = softplus(u) + event * (softplus(u) - u + log(scale))
  ///   where u = (log(y) - z) / scale
  /// ```
  ///
  /// Also called aft_logistic.
  ///
  /// Source: Wei 1992, doi:10.1002/sim.4780111409.
  ///
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss logLogisticAft(double scale) {
    return of("log_logistic_aft", "scale", scale);
  }

  /// [#logLogisticAft(double)] with scale = 1.
  public static Loss logLogisticAft() {
    return of("log_logistic_aft");
  }

  /// Accelerated failure time with a log-normal distribution, times may be cut off.
  ///
  /// ```
  /// log_normal_aft(z | y in (0, inf), event in {0, 1}; scale = 1 in (0, inf))
  ///   = if event == 1 then u^2 / 2 + log(scale) + log(2 * 3.141592653589793) / 2 else -log(erfc(u
  ///   / sqrt(2)) / 2)
  ///   where u = (log(y) - z) / scale
  /// ```
  ///
  /// Also called aft_normal.
  ///
  /// Source: Wei 1992, doi:10.1002/sim.4780111409.
  ///
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss logNormalAft(double scale) {
    return of("log_normal_aft", "scale", scale);
  }

  /// [#logNormalAft(double)] with scale = 1.
  public static Loss logNormalAft() {
    return of("log_normal_aft");
  }

  /// A target cut off below at limit: the normal log-likelihood where it is seen, the probability
  /// of the tail where it is not (Tobit).
  ///
  /// ```
  /// tobit(p | y; limit = 0, scale = 1 in (0, inf))
  ///   = if y > limit then ((y - p) / scale)^2 / 2 + log(scale) + log(2 * 3.141592653589793) / 2
  ///   else -log(erfc((p - limit) / (scale * sqrt(2))) / 2)
  /// ```
  ///
  /// Also called censored_regression.
  ///
  /// Source: Tobin 1958, doi:10.2307/1907382.
  ///
  /// @param limit in `(-inf, inf)`; 0 unless given
  /// @param scale in `(0, inf)`; 1 unless given
  public static Loss tobit(double limit, double scale) {
    return of("tobit", "limit", limit, "scale", scale);
  }

  /// [#tobit(double, double)] with limit = 0, scale = 1.
  public static Loss tobit() {
    return of("tobit");
  }

  /// Time in bins: cross-entropy of "does the event fall into this bin?" over the bins up to the
  /// last one seen.
  ///
  /// ```
  /// logistic_hazard(z[] | y in class, event in {0, 1})
  ///   = sum(if index(z) < y then softplus(z) else if index(z) == y then event * softplus(-z) + (1
  ///   - event) * softplus(z) else 0)
  ///   response sigmoid(z)
  /// ```
  ///
  /// Also called nnet_survival, discrete_hazard.
  ///
  /// Source: Gensheimer, Narasimhan 2019, arXiv:1805.00917.
  public static Loss logisticHazard() {
    return of("logistic_hazard");
  }

  /// Time in bins: the probability of the bin where the event was seen, or of all later bins where
  /// it was cut off.
  ///
  /// ```
  /// pmf_survival(z[] | y in class, event in {0, 1})
  ///   = if event == 1 then -log(softmax(z)[y]) else -log(sum(if index(z) > y then softmax(z) else
  ///   0))
  ///   response softmax(z)
  /// ```
  ///
  /// Also called deephit_likelihood.
  ///
  /// Source: Lee et al. 2018, DeepHit, AAAI-18.
  public static Loss pmfSurvival() {
    return of("pmf_survival");
  }

  /// Time in bins with a constant hazard softplus(z) in each.
  ///
  /// ```
  /// piecewise_constant_hazard(z[] | y in class, event in {0, 1}, share in [0, 1])
  ///   = sum(if index(z) < y then softplus(z) else if index(z) == y then share * softplus(z) -
  ///   event * log(softplus(z)) else 0)
  /// ```
  ///
  /// Also called pc_hazard.
  ///
  /// Source: Kvamme, Borgan 2021, arXiv:1910.06724.
  public static Loss piecewiseConstantHazard() {
    return of("piecewise_constant_hazard");
  }

  /// A case against a row of sampled controls: the partial likelihood of Cox in a nested
  /// case-control study.
  ///
  /// ```
  /// cox_case_control(z, controls[])
  ///   = log(1 + sum(exp(controls - z)))
  /// ```
  ///
  /// Also called cox_cc.
  ///
  /// Source: Kvamme, Borgan, Scheel 2019, arXiv:1907.00825.
  public static Loss coxCaseControl() {
    return of("cox_case_control");
  }

  /// The partial likelihood of Cox over a row of scores with their times and events, ties after
  /// Breslow.
  ///
  /// ```
  /// cox(z[] | y[] in [0, inf), event[] in {0, 1})
  ///   = sum(event * (log(across(if other(y) >= y then exp(other(z)) else 0)) - z))
  /// ```
  ///
  /// Also called cox_ph, cox_partial_likelihood.
  ///
  /// Source: Cox 1972, doi:10.1111/j.2517-6161.1972.tb00899.x.
  public static Loss cox() {
    return of("cox");
  }

  /// The logistic loss of how much more the model prefers the chosen answer than the reference does
  /// (DPO).
  ///
  /// ```
  /// dpo(chosen, rejected | reference_chosen, reference_rejected; beta = 0.1 in (0, inf))
  ///   = softplus(-beta * (chosen - reference_chosen - (rejected - reference_rejected)))
  /// ```
  ///
  /// Also called direct_preference_optimisation, direct_preference_optimization.
  ///
  /// Source: Rafailov et al. 2023, arXiv:2305.18290.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  public static Loss dpo(double beta) {
    return of("dpo", "beta", beta);
  }

  /// [#dpo(double)] with beta = 0.1.
  public static Loss dpo() {
    return of("dpo");
  }

  /// DPO with a share of wrong preferences: conservative DPO.
  ///
  /// ```
  /// cdpo(chosen, rejected | reference_chosen, reference_rejected; beta = 0.1 in (0, inf), wrong =
  /// 0.1 in [0, 0.5))
  ///   = (1 - wrong) * softplus(-m) + wrong * softplus(m)
  ///   where m = beta * (chosen - reference_chosen - (rejected - reference_rejected))
  /// ```
  ///
  /// Also called conservative_dpo.
  ///
  /// Source: Mitchell 2023, A note on DPO with noisy preferences.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  /// @param wrong in `[0, 0.5)`; 0.1 unless given
  public static Loss cdpo(double beta, double wrong) {
    return of("cdpo", "beta", beta, "wrong", wrong);
  }

  /// [#cdpo(double, double)] with beta = 0.1, wrong = 0.1.
  public static Loss cdpo() {
    return of("cdpo");
  }

  /// The squared distance of the preference margin from 1 / (2 beta): it does not run off to
  /// infinity (IPO).
  ///
  /// ```
  /// ipo(chosen, rejected | reference_chosen, reference_rejected; beta = 0.1 in (0, inf))
  ///   = (chosen - reference_chosen - (rejected - reference_rejected) - 1 / (2 * beta))^2
  /// ```
  ///
  /// Also called identity_preference_optimisation.
  ///
  /// Source: Azar et al. 2023, arXiv:2310.12036.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  public static Loss ipo(double beta) {
    return of("ipo", "beta", beta);
  }

  /// [#ipo(double)] with beta = 0.1.
  public static Loss ipo() {
    return of("ipo");
  }

  /// The hinge of the preference margin (SLiC).
  ///
  /// ```
  /// slic(chosen, rejected | reference_chosen, reference_rejected; beta = 0.1 in (0, inf))
  ///   = max(0, 1 - beta * (chosen - reference_chosen - (rejected - reference_rejected)))
  /// ```
  ///
  /// Also called hinge_dpo.
  ///
  /// Source: Zhao et al. 2023, arXiv:2305.10425.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  public static Loss slic(double beta) {
    return of("slic", "beta", beta);
  }

  /// [#slic(double)] with beta = 0.1.
  public static Loss slic() {
    return of("slic");
  }

  /// DPO without a reference, plus the negative log-likelihood of the chosen answer (CPO).
  ///
  /// ```
  /// cpo(chosen, rejected; beta = 0.1 in (0, inf), weight = 1 in [0, inf))
  ///   = softplus(-beta * (chosen - rejected)) - weight * chosen
  /// ```
  ///
  /// Also called contrastive_preference_optimisation.
  ///
  /// Source: Xu et al. 2024, arXiv:2401.08417.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  /// @param weight in `[0, inf)`; 1 unless given
  public static Loss cpo(double beta, double weight) {
    return of("cpo", "beta", beta, "weight", weight);
  }

  /// [#cpo(double, double)] with beta = 0.1, weight = 1.
  public static Loss cpo() {
    return of("cpo");
  }

  /// DPO without a reference on log-probabilities per word, with a target margin (SimPO).
  ///
  /// ```
  /// simpo(chosen, rejected; beta = 2 in (0, inf), gamma = 1 in [0, inf))
  ///   = softplus(-(beta * (chosen - rejected) - gamma))
  /// ```
  ///
  /// Also called simple_preference_optimisation.
  ///
  /// Source: Meng, Xia, Chen 2024, arXiv:2405.14734.
  ///
  /// @param beta in `(0, inf)`; 2 unless given
  /// @param gamma in `[0, inf)`; 1 unless given
  public static Loss simpo(double beta, double gamma) {
    return of("simpo", "beta", beta, "gamma", gamma);
  }

  /// [#simpo(double, double)] with beta = 2, gamma = 1.
  public static Loss simpo() {
    return of("simpo");
  }

  /// The negative log-likelihood of the chosen answer plus the logistic loss of the log odds ratio
  /// (ORPO); inputs are log-probabilities per word.
  ///
  /// ```
  /// orpo(chosen in (-inf, 0), rejected in (-inf, 0); beta = 0.1 in (0, inf))
  ///   = -chosen + beta * softplus(-(chosen - log(1 - exp(chosen)) - (rejected - log(1 -
  ///   exp(rejected)))))
  /// ```
  ///
  /// Also called odds_ratio_preference_optimisation.
  ///
  /// Source: Hong, Lee, Thorne 2024, arXiv:2403.07691.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  public static Loss orpo(double beta) {
    return of("orpo", "beta", beta);
  }

  /// [#orpo(double)] with beta = 0.1.
  public static Loss orpo() {
    return of("orpo");
  }

  /// One answer that is wanted or not, against a reference point (KTO).
  ///
  /// ```
  /// kto(p | reference, y in {-1, 1}; beta = 0.1 in (0, inf), point = 0)
  ///   = sigmoid(-y * (beta * (p - reference) - point))
  /// ```
  ///
  /// Also called kahneman_tversky_optimisation.
  ///
  /// Source: Ethayarajh et al. 2024, arXiv:2402.01306.
  ///
  /// @param beta in `(0, inf)`; 0.1 unless given
  /// @param point in `(-inf, inf)`; 0 unless given
  public static Loss kto(double beta, double point) {
    return of("kto", "beta", beta, "point", point);
  }

  /// [#kto(double, double)] with beta = 0.1, point = 0.
  public static Loss kto() {
    return of("kto");
  }

  /// The negative log-likelihood that the chosen reward beats the rejected one (Bradley and Terry).
  ///
  /// ```
  /// bradley_terry(chosen, rejected)
  ///   = softplus(-(chosen - rejected))
  /// ```
  ///
  /// Also called reward_model.
  ///
  /// Source: Bradley, Terry 1952, doi:10.2307/2334029.
  public static Loss bradleyTerry() {
    return of("bradley_terry");
  }

  /// The clipped surrogate of proximal policy optimisation, its sign turned: the ratio of
  /// probabilities times the advantage, with no gain outside 1 +- clip.
  ///
  /// ```
  /// ppo_clip(p | reference, advantage; clip = 0.2 in (0, 1))
  ///   = -min(ratio * advantage, min(max(ratio, 1 - clip), 1 + clip) * advantage)
  ///   where ratio = exp(p - reference)
  /// ```
  ///
  /// Also called grpo, ppo.
  ///
  /// Source: Schulman et al. 2017, arXiv:1707.06347.
  ///
  /// @param clip in `(0, 1)`; 0.2 unless given
  public static Loss ppoClip(double clip) {
    return of("ppo_clip", "clip", clip);
  }

  /// [#ppoClip(double)] with clip = 0.2.
  public static Loss ppoClip() {
    return of("ppo_clip");
  }

  /// The estimate of the Kullback-Leibler divergence that is never negative and unbiased: ratio - 1
  /// - log ratio.
  ///
  /// ```
  /// kl_penalty(p | reference)
  ///   = exp(reference - p) - (reference - p) - 1
  /// ```
  ///
  /// Also called k3_estimator.
  ///
  /// Source: Schulman 2020, Approximating KL divergence.
  public static Loss klPenalty() {
    return of("kl_penalty");
  }
}
