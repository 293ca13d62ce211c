/// Losses as formulas: the language, its calculus, its kernels and the public API.
module dev.plumb {}
