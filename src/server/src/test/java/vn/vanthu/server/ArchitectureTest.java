package vn.vanthu.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Which part may know which: core, register, mailets, server, in this order, and nothing upwards. */
class ArchitectureTest {

    private static final String[] MAILETS = {"vn.vanthu.james..", "vn.vanthu.mailets..", "vn.vanthu.matchers.."};
    private static final String[] REGISTER = {"vn.vanthu.register.store..", "vn.vanthu.register.audit.."};
    private static final String SERVER = "vn.vanthu.server..";
    private static final String COMMANDS = "vn.vanthu.server.command..";

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(ArchitectureTest::isNoTestJar)
            .importPackages("vn.vanthu");

    private static boolean isNoTestJar(Location location) {
        return !location.contains("-tests.jar");
    }

    private static final DescribedPredicate<JavaClass> CORE = JavaClass.Predicates.resideInAPackage("vn.vanthu..")
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(MAILETS)))
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(REGISTER)))
            .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(SERVER)))
            .as("the core");

    @Test
    void theCoreKnowsNoFramework() {
        check(noClasses()
                .that(CORE)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "javax.mail..",
                        "org.apache.mailet..",
                        "org.apache.james.core..",
                        "org.apache.james.server..",
                        "org.hibernate..",
                        "jakarta.persistence..",
                        "com.google.inject.."));
    }

    @Test
    void nobodyKnowsWhatStandsAbove() {
        check(noClasses().that(CORE).should().dependOnClassesThat().resideInAnyPackage(REGISTER));
        check(noClasses().that(CORE).should().dependOnClassesThat().resideInAnyPackage(MAILETS));
        check(noClasses()
                .that()
                .resideInAnyPackage(REGISTER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAILETS));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(SERVER)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(SERVER));
    }

    /** They see the register as the core's interface only. */
    @Test
    void theMailetsKnowNoDatabase() {
        check(noClasses()
                .that()
                .resideInAnyPackage(MAILETS)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(REGISTER));
    }

    @Test
    void onlyTheRegisterKnowsHibernate() {
        check(noClasses()
                .that()
                .resideOutsideOfPackages(REGISTER)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "jakarta.persistence..", "org.flywaydb.."));
    }

    @Test
    void entitiesAreSeenInTheirPackageOnly() {
        check(classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .or()
                .areAnnotatedWith("jakarta.persistence.MappedSuperclass")
                .should()
                .bePackagePrivate());
    }

    @Test
    void onlyTheCommandsKnowTheCommandLine() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage(COMMANDS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli.."));
        check(noClasses()
                .that()
                .resideOutsideOfPackage(COMMANDS)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(COMMANDS));
    }

    @Test
    void packagesDoNotGoRoundInCircles() {
        check(slices().matching("vn.vanthu.(**)").should().beFreeOfCycles());
    }

    @Test
    void everyPackageSaysWhatMayBeNull() {
        assertThat(OURS.getPackage("vn.vanthu").getSubpackagesInTree())
                .filteredOn(each -> !each.getClasses().isEmpty())
                .allSatisfy(ArchitectureTest::assertNullMarked);
    }

    private static void assertNullMarked(JavaPackage each) {
        assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue();
    }

    private static void check(ArchRule rule) {
        rule.check(OURS);
    }
}
