package org.wanglou.ops.structure;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the design page and the style page say about arrows and names, held by the build. */
class StructureTest {
  private static JavaClasses classes;

  @BeforeAll
  static void read() {
    classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            // test-jars of other modules
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.wanglou");
  }

  @Test
  void every_module_is_looked_at() {
    assertThat(classes)
        .extracting(it -> it.getPackageName().split("\\.", -1)[2])
        .contains("gis", "drills", "command", "ops");
  }

  @Test
  void modules_use_only_those_below_them() {
    layeredArchitecture()
        .consideringOnlyDependenciesInAnyPackage("org.wanglou..")
        .layer("ops")
        .definedBy("org.wanglou.ops..")
        .layer("command")
        .definedBy("org.wanglou.command..")
        .layer("drills")
        .definedBy("org.wanglou.drills..")
        .layer("gis")
        .definedBy("org.wanglou.gis..")
        .whereLayer("ops")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("command")
        .mayOnlyBeAccessedByLayers("ops")
        .whereLayer("drills")
        .mayOnlyBeAccessedByLayers("ops", "command")
        .ensureAllClassesAreContainedInArchitecture()
        .check(classes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gis", "drills", "command", "ops"})
  void domains_of_a_module_have_no_circle(String module) {
    slices().matching("org.wanglou." + module + ".(*)..").should().beFreeOfCycles().check(classes);
  }

  @Test
  void the_road_engine_knows_nothing_but_the_records_of_a_network() {
    noClasses()
        .that()
        .resideInAPackage("org.wanglou.gis.road..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("org.wanglou..")
                .and(not(resideInAPackage("org.wanglou.gis.road..")))
                .and(not(resideInAPackage("org.wanglou.gis.fault..")))
                .and(not(nameMatching("org\\.wanglou\\.gis\\.dataset\\.Dataset(\\$.*)?"))))
        .check(classes);
  }

  /** Where the road engine touches what is not itself: the tables, the records, the errors. */
  @Test
  void the_search_core_knows_neither_tables_nor_records_nor_errors() {
    roads(not(namedIn("RoadTables", "RoadGraph")), sql());
    roads(
        not(namedIn("RoadTables", "RoadGraph", "EdgeTable", "ProfileGraph", "ForbiddenTurns")),
        resideInAPackage("org.wanglou.gis.dataset.."));
    roads(not(namedIn("Router")), resideInAPackage("org.wanglou.gis.fault.."));
  }

  private static DescribedPredicate<JavaClass> namedIn(String... names) {
    return nameMatching("org\\.wanglou\\.gis\\.road\\.(" + String.join("|", names) + ")(\\$.*)?")
        .forSubtype();
  }

  private static DescribedPredicate<JavaClass> sql() {
    return resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..", "org.postgresql..");
  }

  private static void roads(
      DescribedPredicate<JavaClass> those, DescribedPredicate<JavaClass> stranger) {
    noClasses()
        .that(resideInAPackage("org.wanglou.gis.road..").and(those))
        .should()
        .dependOnClassesThat(stranger)
        .check(classes);
  }

  @Test
  void drills_do_no_input_or_output() {
    noClasses()
        .that()
        .resideInAPackage("org.wanglou.drills..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.io..", "java.nio.file..", "java.net..", "java.sql..", "io.vertx..", "org.jdbi..")
        .check(classes);
  }

  @Test
  void a_name_says_what_the_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Common|Impl|Misc)")
        .check(classes);
  }

  @Test
  void only_programs_of_operations_end_the_process() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.wanglou.ops..")
        .should()
        .callMethod(System.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "exit", int.class)
        .orShould()
        .callMethod(Runtime.class, "halt", int.class)
        .check(classes);
  }

  @Test
  void one_logging_library_is_found_and_it_is_version_2() {
    assertThat(org.slf4j.LoggerFactory.class.getProtectionDomain().getCodeSource().getLocation())
        .asString()
        .contains("slf4j-api-2");
  }
}
