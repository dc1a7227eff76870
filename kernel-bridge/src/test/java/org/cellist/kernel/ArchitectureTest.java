package org.cellist.kernel;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameStartingWith;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.PipeRule;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// The rules of `docs/architecture.md` that bytecode can show, for the kernel bridge.
///
/// Plain test methods on purpose: an `@ArchTest` field can be skipped silently.
class ArchitectureTest {

    private static final String ROOT = "org.cellist.kernel";

    private static final JavaClasses CLASSES =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages(ROOT);

    private static final int MOST_TYPES_IN_A_PACKAGE = 30;

    /// Which packages below the root a package may use, itself aside. Anything not listed is
    /// forbidden; the root, where all is wired, may use everything and is used by nobody.
    private static final Map<String, List<String>> TABLE =
            Map.ofEntries(
                    Map.entry("protocol", List.of("protocol.json")),
                    Map.entry("protocol.json", List.of()),
                    Map.entry("protocol.wire", List.of("protocol", "protocol.json")),
                    Map.entry("channel", List.of("protocol", "protocol.json", "protocol.wire")),
                    Map.entry(
                            "channel.zmq",
                            List.of("channel", "protocol", "protocol.json", "protocol.wire")),
                    Map.entry(
                            "client",
                            List.of("channel", "protocol", "protocol.json", "protocol.wire")),
                    Map.entry(
                            "recording",
                            List.of("channel", "protocol", "protocol.json", "protocol.wire")),
                    Map.entry(
                            "keeper",
                            List.of(
                                    "recording",
                                    "runtime",
                                    "runtime.discovery",
                                    "runtime.local",
                                    "channel",
                                    "channel.zmq",
                                    "protocol",
                                    "protocol.json",
                                    "protocol.wire")),
                    Map.entry(
                            "channel.websocket",
                            List.of("channel", "protocol", "protocol.json", "protocol.wire")),
                    Map.entry(
                            "runtime",
                            List.of(
                                    "channel",
                                    "protocol",
                                    "protocol.json",
                                    "runtime.accelerator",
                                    "runtime.host",
                                    "runtime.jupyter")),
                    Map.entry("runtime.jupyter", List.of()),
                    Map.entry("runtime.terminal", List.of()),
                    Map.entry("runtime.files", List.of("runtime.host", "runtime.jupyter")),
                    Map.entry("runtime.host", List.of("runtime.accelerator")),
                    Map.entry(
                            "runtime.hosted",
                            List.of(
                                    "runtime",
                                    "recording",
                                    "runtime.accelerator",
                                    "runtime.host",
                                    "runtime.terminal",
                                    "channel",
                                    "channel.zmq",
                                    "protocol",
                                    "protocol.json",
                                    "protocol.wire")),
                    Map.entry(
                            "runtime.ssh",
                            List.of(
                                    "runtime.files",
                                    "runtime.host",
                                    "runtime.hosted",
                                    "runtime.ssh.openssh",
                                    "runtime.terminal")),
                    Map.entry(
                            "runtime.container",
                            List.of(
                                    "runtime",
                                    "runtime.discovery",
                                    "runtime.host",
                                    "runtime.hosted",
                                    "runtime.local",
                                    "runtime.terminal",
                                    "protocol.json")),
                    Map.entry("runtime.ssh.openssh", List.of("runtime.host")),
                    Map.entry("runtime.accelerator", List.of("protocol.json")),
                    Map.entry(
                            "runtime.local.gpu",
                            List.of("runtime", "runtime.accelerator", "runtime.discovery")),
                    Map.entry(
                            "runtime.server",
                            List.of(
                                    "runtime",
                                    "runtime.files",
                                    "runtime.jupyter",
                                    "runtime.terminal",
                                    "channel",
                                    "channel.websocket",
                                    "protocol.json",
                                    "protocol.wire")),
                    Map.entry("runtime.discovery", List.of("runtime", "protocol.json")),
                    Map.entry(
                            "runtime.local",
                            List.of(
                                    "runtime",
                                    "runtime.discovery",
                                    "runtime.files",
                                    "runtime.terminal",
                                    "channel",
                                    "channel.zmq",
                                    "protocol",
                                    "protocol.json")));

    /// A foreign library and the only packages that may use it.
    private static final Map<String, List<String>> HOMES =
            Map.ofEntries(
                    Map.entry("com.fasterxml..", List.of()),
                    Map.entry("org.zeromq..", List.of("..kernel.channel.zmq..")),
                    Map.entry("zmq..", List.of("..kernel.channel.zmq..")),
                    Map.entry(
                            "javax.crypto..",
                            List.of("..kernel.protocol.wire..", "..kernel.runtime.ssh..")),
                    Map.entry("org.apache.sshd..", List.of("..kernel.runtime.ssh..")),
                    Map.entry("com.pty4j..", List.of("..kernel.runtime.local..")),
                    Map.entry("com.sun.jna..", List.of("..kernel.runtime.local..")),
                    Map.entry("jcuda..", List.of("..kernel.runtime.local.gpu..")),
                    Map.entry(
                            "java.net.http..",
                            List.of("..kernel.channel.websocket..", "..kernel.runtime.server..")),
                    Map.entry("java.util.logging..", List.of()),
                    Map.entry("javafx..", List.of()),
                    Map.entry("java.awt..", List.of()),
                    Map.entry("javax.swing..", List.of()),
                    Map.entry("org.cellist.app..", List.of()));

    @Test
    void theClassesAreExamined() {
        var seen =
                CLASSES.stream()
                        .map(type -> below(type.getPackageName()))
                        .collect(Collectors.toCollection(TreeSet::new));

        assertTrue(CLASSES.size() > 100, () -> "only " + CLASSES.size() + " were imported");
        assertTrue(seen.containsAll(TABLE.keySet()), () -> "only " + seen + " were imported");
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
                        .map(type -> below(type.getPackageName()))
                        .filter(name -> !name.isEmpty() && !TABLE.containsKey(name))
                        .distinct()
                        .toList();

        assertEquals(List.of(), unknown);
    }

    @Test
    void packagesFormNoCycles() {
        slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void librariesStayInTheirHomes() {
        HOMES.forEach(
                (library, homes) ->
                        noClasses()
                                .that(not(resideInAnyPackage(homes.toArray(String[]::new))))
                                .should(dependOnClassesThat(resideInAPackage(library)))
                                .because(library + " is used in " + homes + " alone")
                                .check(CLASSES));
    }

    @Test
    void theProtocolKnowsNoSocketsNoFilesAndNoThreads() {
        noClasses()
                .that()
                .resideInAPackage("..kernel.protocol..")
                .should(
                        dependOnClassesThat(
                                resideInAnyPackage(
                                                "java.net..",
                                                "java.nio.file..",
                                                "java.nio.channels..",
                                                "java.util.concurrent")
                                        .or(nameStartingWith("java.io.File"))
                                        .or(name("java.lang.Thread"))))
                .check(CLASSES);
    }

    @Test
    void processesAreStartedByRuntimesAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..kernel.runtime..")
                .should(dependOnClassesThat(name("java.lang.ProcessBuilder")))
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
    void nothingPrints() {
        noClasses()
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
    void noPackageIsTooLarge() {
        var tooLarge =
                CLASSES.stream()
                        .filter(JavaClass::isTopLevelClass)
                        .collect(
                                Collectors.groupingBy(
                                        JavaClass::getPackageName, Collectors.counting()))
                        .entrySet()
                        .stream()
                        .filter(part -> part.getValue() > MOST_TYPES_IN_A_PACKAGE)
                        .toList();

        assertEquals(List.of(), tooLarge);
    }

    private static ArchCondition<JavaClass> keepToTheTable() {
        return new ArchCondition<>("import only what the table lists") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (var dependency : type.getDirectDependenciesFromSelf()) {
                    var used = dependency.getTargetClass().getBaseComponentType();
                    if (!isAllowed(type.getPackageName(), used.getPackageName())) {
                        events.add(
                                SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }

    private static boolean isAllowed(String from, String to) {
        boolean isForeign = !to.equals(ROOT) && !to.startsWith(ROOT + ".");
        if (isForeign || from.equals(to) || from.equals(ROOT)) {
            return true;
        }
        return TABLE.getOrDefault(below(from), List.of()).contains(below(to));
    }

    /// Returns the name of a package without the root's, empty for the root.
    private static String below(String name) {
        return name.equals(ROOT) ? "" : name.substring(ROOT.length() + 1);
    }
}
