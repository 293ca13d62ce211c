/// Loss functions for the JVM: a loss is one formula, and everything else is derived from it.
///
/// The words of this library, each with one meaning: a *loss* is of one sample; a *cost* is a loss
/// reduced over data by a named [dev.plumb.Reduction]. A *prediction* `p` is on the target's scale,
/// a *score* `z` is before the *response* (the inverse link) is applied. The *gradient* and the
/// *hessian* (the diagonal of the exact second derivative) are with respect to the predictions.
package dev.plumb;
