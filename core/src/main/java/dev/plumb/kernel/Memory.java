package dev.plumb.kernel;

import dev.plumb.kernel.Workspace.Region;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What the methods of a kernel of rows leave for each other in the workspace.
final class Memory {
  private final Workspace workspace;
  private final Program program;

  /// The number of machine lanes that samples lie on, or 1.
  private final int width;

  /// What is the same for all samples, by step.
  final Region constants;

  /// The numbers of the sample at hand, or of lanes of samples, by step.
  private final Map<Integer, Region> numbers = new HashMap<>();

  /// Elements that a loop keeps for later ones, by step.
  final Map<Integer, Region> kept = new HashMap<>();

  /// The steps whose elements are kept already.
  final Set<Integer> filled = new HashSet<>();

  /// The turned rows of inputs, by their numbers, and of outputs, by their arrays.
  final Map<Integer, Region> tiles = new LinkedHashMap<>();

  final Map<Integer, Region> outputTiles = new LinkedHashMap<>();

  /// What samples on lanes pick by: their indices, and the elements found.
  final Region indices;

  final Region picked;

  /// @param constants where what is the same for all samples lies
  Memory(Program program, Workspace workspace, int width, Region constants) {
    this.program = program;
    this.workspace = workspace;
    this.width = width;
    this.constants = constants;
    this.indices = workspace.region(0, width);
    this.picked = workspace.region(0, width);
  }

  /// Where a number of the sample lies.
  Region number(int step) {
    Region region = numbers.get(step);
    if (region == null) {
      throw new IllegalStateException(
          "step %d, %s, was not written before it is read"
              .formatted(step, program.steps().get(step).operation()));
    }
    return region;
  }

  /// Where a number of the sample is to be written.
  Region newNumber(int step) {
    return numbers.computeIfAbsent(step, _ -> workspace.region(0, width));
  }

  /// Says where a number of the sample lies.
  void number(int step, Region region) {
    numbers.put(step, region);
  }

  Region tile(int input) {
    return tiles.computeIfAbsent(input, _ -> newTile());
  }

  Region outputTile(int array) {
    return outputTiles.computeIfAbsent(array, _ -> newTile());
  }

  /// A tile, with room for the square in which short rows are turned.
  private Region newTile() {
    return workspace.region(width, width * width);
  }
}
