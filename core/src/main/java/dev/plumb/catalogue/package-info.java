/// The losses of the field, as text: `*.loss` files, one a family, and their reader.
package dev.plumb.catalogue;
