package dev.plumb.proof;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/// The walls between rooms: an arrow only points up the list in the root pom, inside core it points
/// towards the formula, and each dangerous or heavy thing has one door.
@AnalyzeClasses(packages = "dev.plumb", importOptions = DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule rooms_know_only_the_rooms_above_them =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("core")
          .definedBy(
              "dev.plumb",
              "dev.plumb.formula..",
              "dev.plumb.exact..",
              "dev.plumb.catalogue..",
              "dev.plumb.calculus..",
              "dev.plumb.kernel..",
              "dev.plumb.matrix..",
              "dev.plumb.sequence..",
              "dev.plumb.vocabulary..",
              "dev.plumb.facts..")
          .layer("training")
          .definedBy("dev.plumb.training..")
          .layer("tables")
          .definedBy("dev.plumb.tables..")
          .layer("models")
          .definedBy("dev.plumb.models..")
          .layer("report")
          .definedBy("dev.plumb.report..")
          .layer("cli")
          .definedBy("dev.plumb.cli..")
          .whereLayer("core")
          .mayNotAccessAnyLayer()
          .whereLayer("training")
          .mayOnlyAccessLayers("core")
          .whereLayer("tables")
          .mayOnlyAccessLayers("core", "training")
          .whereLayer("models")
          .mayOnlyAccessLayers("core", "training")
          .whereLayer("report")
          .mayOnlyAccessLayers("core", "training")
          .whereLayer("cli")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule core_points_towards_the_formula =
      layeredArchitecture()
          .consideringOnlyDependenciesInLayers()
          .withOptionalLayers(true)
          .layer("formula")
          .definedBy("dev.plumb.formula..")
          .layer("exact")
          .definedBy("dev.plumb.exact..")
          .layer("catalogue")
          .definedBy("dev.plumb.catalogue..")
          .layer("calculus")
          .definedBy("dev.plumb.calculus..")
          .layer("kernel")
          .definedBy("dev.plumb.kernel..")
          .layer("matrix")
          .definedBy("dev.plumb.matrix..")
          .layer("api")
          .definedBy("dev.plumb")
          .layer("sequence")
          .definedBy("dev.plumb.sequence..")
          .layer("vocabulary")
          .definedBy("dev.plumb.vocabulary..")
          .layer("facts")
          .definedBy("dev.plumb.facts")
          .whereLayer("formula")
          .mayNotAccessAnyLayer()
          .whereLayer("matrix")
          .mayNotAccessAnyLayer()
          .whereLayer("exact")
          .mayOnlyAccessLayers("formula")
          .whereLayer("sequence")
          .mayOnlyAccessLayers("api", "kernel")
          .whereLayer("vocabulary")
          .mayOnlyAccessLayers("api", "kernel", "matrix")
          .whereLayer("catalogue")
          .mayOnlyAccessLayers("formula")
          .whereLayer("calculus")
          .mayOnlyAccessLayers("exact", "formula")
          .whereLayer("kernel")
          .mayOnlyAccessLayers("calculus", "exact", "formula")
          .whereLayer("facts")
          .mayNotBeAccessedByAnyLayer();

  @ArchTest
  static final ArchRule only_the_kernel_writes_classes =
      onlyIn(List.of("dev.plumb.kernel.."), "java.lang.classfile..");

  @ArchTest
  static final ArchRule only_kernels_and_matrices_name_lanes =
      onlyIn(
          List.of("dev.plumb.kernel..", "dev.plumb.matrix..", "dev.plumb.training.lanes.."),
          "jdk.incubator.vector..");

  @ArchTest
  static final ArchRule only_tables_names_the_database =
      onlyIn(List.of("dev.plumb.tables.."), "org.duckdb..", "java.sql..");

  @ArchTest
  static final ArchRule only_models_name_their_file_format =
      onlyIn(List.of("dev.plumb.models.."), "ai.onnx..", "com.google.protobuf..");

  @ArchTest
  static final ArchRule only_the_command_line_names_its_parser =
      onlyIn(List.of("dev.plumb.cli.."), "picocli..");

  private static ArchRule onlyIn(List<String> rooms, String... things) {
    return noClasses()
        .that()
        .resideInAPackage("dev.plumb..")
        .and()
        .resideOutsideOfPackages(rooms.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(things)
        .allowEmptyShould(true);
  }
}
