/// Text ⇄ formula: the language of losses, its table of operations, and domains.
package dev.plumb.formula;
