package dev.plumb.proof;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/// An arrow between rooms only points up the list in the root pom.
@AnalyzeClasses(packages = "dev.plumb", importOptions = DoNotIncludeTests.class)
class RoomsTest {

  @ArchTest
  static final ArchRule core_knows_no_other_room =
      noClasses()
          .that(
              resideInAnyPackage(
                  "dev.plumb",
                  "dev.plumb.formula..",
                  "dev.plumb.catalogue..",
                  "dev.plumb.calculus..",
                  "dev.plumb.kernel.."))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "dev.plumb.training..", "dev.plumb.tables..", "dev.plumb.report..", "dev.plumb.cli..")
          .allowEmptyShould(true);
}
