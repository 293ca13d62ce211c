/// Making a function of several variables small, whatever the function is: quasi-Newton steps with
/// a line search that keeps its promise on functions with kinks.
package dev.plumb.training.optimise;
