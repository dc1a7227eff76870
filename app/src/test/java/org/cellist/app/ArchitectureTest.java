package org.cellist.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.application.Platform;
import org.cellist.app.notebook.format.Corpus;
import org.cellist.kernel.runtime.PipeRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of `docs/architecture.md` that bytecode can show.
///
/// Plain test methods on purpose: an `@ArchTest` field can be skipped silently.
class ArchitectureTest {

    private static final JavaClasses CLASSES =
            new ClassFileImporter()
                    .withImportOption(new DoNotIncludeTests())
                    .importPackages("org.cellist.app");

    private static final int MOST_FILES_IN_A_PACKAGE = 30;

    /// Names of classes that make connections.
    private static final String CONNECTING =
            String.join(
                    "|",
                    "java\\.net\\.(.*Socket|.*URLConnection)",
                    "java\\.nio\\.channels\\.(.*Socket|Datagram)Channel",
                    "javax\\.net\\..*",
                    "org\\.jsoup\\.(Connection.*|helper\\.HttpConnection.*)");

    /// A foreign library and the only packages that may use it.
    private static final Map<String, List<String>> HOMES =
            Map.ofEntries(
                    Map.entry("javafx..", List.of("org.cellist.app", "..app.ui..")),
                    Map.entry("javafx.scene.web..", List.of("..app.ui.output.html..")),
                    Map.entry("org.fxmisc..", List.of("..app.ui.editor..")),
                    Map.entry("org.treesitter..", List.of("..app.ui.editor..")),
                    Map.entry("com.github.weisj..", List.of("..app.ui.output..")),
                    Map.entry("org.jsoup..", List.of("..app.ui.output..", "..app.export..")),
                    Map.entry(
                            "org.commonmark..",
                            List.of(
                                    "..app.ui.output..",
                                    "..app.ui.editor.highlight..",
                                    "..app.export..")),
                    Map.entry("org.scilab..", List.of("..app.ui.output..")),
                    Map.entry("com.github.javakeyring..", List.of("..app.server..")),
                    Map.entry("picocli..", List.of("org.cellist.app", "..app.cli..")),
                    Map.entry("com.github.difflib..", List.of("..app.notebook.diff..")),
                    Map.entry(
                            "org.snakeyaml..",
                            List.of("..app.cli.parameters..", "..app.environment.packages..")),
                    Map.entry("org.tomlj..", List.of("..app.environment.packages..")),
                    Map.entry("com.techsenger..", List.of("..app.ui.terminal..")),
                    Map.entry("org.eclipse.lsp4j..", List.of("..app.language..")),
                    Map.entry("java.net.http..", List.of("..app.network..")),
                    Map.entry("java.util.logging..", List.of("org.cellist.app", "..app.cli..")),
                    Map.entry("org.zeromq..", List.of()),
                    Map.entry("org.cellist.kernel.channel..", List.of("..app.session..")),
                    Map.entry("org.cellist.kernel.runtime.local..", List.of()));

    @Test
    void theClassesAreExamined() {
        assertTrue(CLASSES.size() > 100, () -> "only " + CLASSES.size() + " were imported");
    }

    @Test
    void pipesAreReadOnThreadsOfTheirOwn() {
        assertEquals(List.of(), PipeRule.careless(CLASSES));
    }

    @Test
    void packagesImportOnlyWhatTheTableLists() {
        classes().should(keepToTheTable()).check(CLASSES);
    }

    @Test
    void everyPackageHasARowInTheTable() {
        var unknown =
                CLASSES.stream()
                        .map(JavaClass::getPackageName)
                        .filter(name -> !name.equals("org.cellist.app"))
                        .filter(name -> PackageTable.row(name).isEmpty())
                        .distinct()
                        .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching("org.cellist.app.(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void librariesStayInTheirHomes() {
        HOMES.forEach(
                (library, homes) ->
                        noClasses()
                                .that(not(resideInAnyOf(homes)))
                                .should(dependOnClassesThat(resideInAPackage(library)))
                                .because(library + " is used in " + homes + " alone")
                                .check(CLASSES));
    }

    /// Whoever connects by himself goes past the person's proxy, authorities and time limits.
    @Test
    void onlyTheNetworkPackageConnects() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..app.network..")
                .should(dependOnClassesThat(nameMatching(CONNECTING)))
                .orShould()
                .callMethodWhere(
                        target(nameMatching("open(Stream|Connection)|getContent"))
                                .and(target(owner(name("java.net.URL")))))
                .check(CLASSES);
    }

    @Test
    void theDocumentKnowsNoFilesAndNoThreads() {
        noClasses()
                .that()
                .resideInAPackage("..app.notebook..")
                .should(
                        dependOnClassesThat(
                                resideInAPackage("java.nio.file..")
                                        .or(nameStartingWith("java.io.File"))
                                        .or(name("java.lang.Thread"))))
                .check(CLASSES);
    }

    @Test
    void viewModelsKnowNoNodes() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should(dependOnClassesThat(resideInAPackage("javafx.scene..")))
                .because("a view model is tested without a window")
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void viewsReachTheDocumentThroughTheirViewModels() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("View")
                .should(dependOnClassesThat(resideInAPackage("..app.notebook.store..")))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void everyViewModelHasATest() {
        var tests = Corpus.repository().resolve("app/src/test/java");
        var untested =
                CLASSES.stream()
                        .filter(type -> type.getSimpleName().endsWith("ViewModel"))
                        .map(type -> type.getName().replace('.', '/') + "Test.java")
                        .filter(file -> !Files.exists(tests.resolve(file)))
                        .toList();

        assertEquals(List.of(), untested);
    }

    @Test
    void thereIsOneDoorToTheFxThread() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..app.ui.fx..")
                .should()
                .callMethod(Platform.class, "runLater", Runnable.class)
                .because("batching and ordering of UI updates are decided in one place")
                .check(CLASSES);
    }

    @Test
    void nothingSleeps() {
        noClasses()
                .should()
                .callMethodWhere(target(name("sleep")).and(target(owner(name("java.lang.Thread")))))
                .orShould()
                .callMethodWhere(
                        target(name("sleep"))
                                .and(target(owner(name("java.util.concurrent.TimeUnit")))))
                .because("waiting is done for an event, or by a scheduler")
                .check(CLASSES);
    }

    @Test
    void threadsComeFromNamedBuilders() {
        noClasses()
                .should()
                .callConstructorWhere(target(owner(name("java.lang.Thread"))))
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLinePrints() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..app.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .because("logs go through SLF4J")
                .check(CLASSES);
    }

    @Test
    void everyPackageIsNullMarked() {
        var unmarked =
                CLASSES.stream()
                        .map(JavaClass::getPackage)
                        .distinct()
                        .filter(part -> !part.isAnnotatedWith(NullMarked.class))
                        .map(part -> part.getName())
                        .toList();

        assertEquals(List.of(), unmarked);
    }

    @Test
    void noPackageIsTooLarge() throws IOException {
        var sources = Corpus.repository().resolve("app/src/main/java");
        try (var files = Files.walk(sources)) {
            var tooLarge =
                    files
                            .filter(Files::isDirectory)
                            .collect(Collectors.toMap(sources::relativize, this::javaFilesIn))
                            .entrySet()
                            .stream()
                            .filter(entry -> entry.getValue() > MOST_FILES_IN_A_PACKAGE)
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

            assertEquals(Map.of(), new TreeMap<>(tooLarge));
        }
    }

    private long javaFilesIn(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<JavaClass> resideInAnyOf(List<String> packages) {
        return JavaClass.Predicates.resideInAnyPackage(packages.toArray(String[]::new));
    }

    private static ArchCondition<JavaClass> keepToTheTable() {
        return new ArchCondition<>("import only what the table lists") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var from = type.getPackageName();
                    var to = dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (!PackageTable.allows(from, to)) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
