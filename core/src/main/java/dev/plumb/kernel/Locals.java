package dev.plumb.kernel;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;

/// The local variables of a kernel. Those of a scope are used again after it: code that names
/// locals below 256 is half as long, and long methods are never compiled.
///
/// Numbers and masks on lanes are both references, and are kept apart: a local has one type for
/// ever.
final class Locals {
  private final CodeBuilder code;
  private final Map<TypeKind, Deque<Integer>> numbers = new EnumMap<>(TypeKind.class);
  private final Map<TypeKind, Deque<Integer>> masks = new EnumMap<>(TypeKind.class);

  /// The locals of the scope at hand, and how each goes back.
  private Map<Integer, Runnable> returns = new LinkedHashMap<>();

  Locals(CodeBuilder code) {
    this.code = code;
  }

  /// A local for a number, a whole number or an array.
  int number(TypeKind kind) {
    return taken(kind, numbers);
  }

  /// A local for a mask.
  int mask(TypeKind kind) {
    return taken(kind, masks);
  }

  private int taken(TypeKind kind, Map<TypeKind, Deque<Integer>> pool) {
    Deque<Integer> free = pool.computeIfAbsent(kind, _ -> new ArrayDeque<>());
    int slot = free.isEmpty() ? code.allocateLocal(kind) : free.pop();
    returns.put(slot, () -> free.push(slot));
    return slot;
  }

  /// Writes code whose locals are used again after it.
  void scope(Runnable body) {
    Map<Integer, Runnable> outer = returns;
    returns = new LinkedHashMap<>();
    body.run();
    returns.values().forEach(Runnable::run);
    returns = outer;
  }

  /// Ends the use of a local before its scope ends.
  void release(int slot) {
    Runnable back = returns.remove(slot);
    if (back != null) {
      back.run();
    }
  }
}
