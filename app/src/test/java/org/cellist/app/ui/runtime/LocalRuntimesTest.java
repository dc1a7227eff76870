package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.app.ui.runtime.RuntimeChoices.InstallStep;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.InstallRecipe.Method;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalRuntimesTest {

    private static final PythonEnvironment VENV = environment("forecast", "/w/forecast", "3.12.4");
    private static final PythonEnvironment PAPER = environment("venv", "/w/paper/venv", "3.13.1");
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Locale before = Locale.getDefault();
    private final Machine machine = new Machine();
    private final List<String> attached = new ArrayList<>();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    @Test
    void anEnvironmentIsNamedByItsVersionAndShownWithItsInterpreter() {
        machine.kernelspecs.add(python(VENV, null));

        assertEquals(
                new RuntimeRow(
                        "python3@/w/forecast/bin/python",
                        "Python 3.12",
                        new Origin.Venv("forecast"),
                        "3.12.4 \u00b7 /w/forecast/bin/python",
                        new State.Ready()),
                find("python3").getFirst());
    }

    @Test
    void whatTheNotebookRunsOnIsAttached() {
        var spec = python(VENV, null);
        machine.kernelspecs.add(spec);

        var rows = find(new Wish("python3", "python", spec.key()));

        assertEquals(new State.Attached(), rows.getFirst().state());
    }

    @Test
    void theChosenKernelspecIsAttached() {
        machine.kernelspecs.add(python(VENV, null));
        var runtimes = runtimes(new Wish("python3", null, null));
        var row = rows(runtimes).getFirst();

        runtimes.attach(row);

        assertEquals(List.of("python3@/w/forecast/bin/python"), attached);
    }

    @Test
    void aKernelspecWithoutItsProgramSaysSo() {
        machine.kernelspecs.add(spec("ir", "R", List.of("R", "--slave"), null, null, null));

        assertEquals(new State.Unusable("no program found for R"), find("ir").getFirst().state());
    }

    @Test
    void whatLiesInTheNotebooksFolderNeedsConsentOncePerPath() {
        machine.kernelspecs.add(python(PAPER, PAPER.prefix()));
        var runtimes = runtimes(new Wish("python3", null, null));
        var row = rows(runtimes).getFirst();
        assertEquals(
                new State.NeedsConsent("/w/paper/venv", "python -m ipykernel_launcher"),
                row.state());

        var allowed = new ArrayList<RuntimeRow>();
        runtimes.allow(row, allowed::add);

        assertEquals(List.of(Path.of("/w/paper/venv")), machine.granted);
        assertEquals(new State.Ready(), allowed.getFirst().state());
    }

    @Test
    void anEnvironmentWithoutAKernelShowsTheCommandThatInstallsIt() {
        machine.installable.add(
                recipe(
                        List.of(
                                List.of(
                                        "/w/forecast/bin/python",
                                        "-m",
                                        "pip",
                                        "install",
                                        "it's me"))));

        assertEquals(
                new State.NeedsKernel("/w/forecast/bin/python -m pip install 'it'\\''s me'", true),
                find("python3").getFirst().state());
    }

    @Test
    void aMissingKernelspecIsOfferedFirstWithWhatInstallsIt() {
        machine.kernelspecs.add(python(VENV, null));
        machine.installs.add(
                new InstallRecipe(
                        "IRkernel",
                        Method.APT,
                        List.of(List.of("apt-get", "install", "r-cran-irkernel")),
                        true,
                        null,
                        null,
                        URI.create("https://irkernel.github.io")));
        var runtimes = runtimes(new Wish("ir", "R", null));

        var rows = rows(runtimes);

        assertEquals(Optional.of("ir"), runtimes.missing());
        assertEquals("IRkernel", rows.getFirst().name());
        assertEquals(
                new State.NeedsKernel("sudo apt-get install r-cran-irkernel", false),
                rows.getFirst().state());
    }

    @Test
    void whatInstallsTheKernelOfAPythonNotebookStandsBeforeOtherLanguages() {
        machine.kernelspecs.add(spec("java", "java", List.of("java"), null, null, null));
        var recipe = recipe(List.of(List.of("pip", "install", "ipykernel")));
        machine.installable.add(recipe);
        machine.installs.add(recipe);

        var rows = find(new Wish("python3", "python", null));

        assertEquals(List.of("Python 3.12", "java"), rows.stream().map(RuntimeRow::name).toList());
    }

    @Test
    void aKernelOfTheLanguageStandsBeforeWhatInstallsTheOneThatIsMissing() {
        machine.kernelspecs.add(python(VENV, null));
        machine.installable.add(recipe(List.of(List.of("pip", "install", "ipykernel"))));

        var rows = find(new Wish("conda-env", "python", null));

        assertEquals(new State.Ready(), rows.getFirst().state());
    }

    @Test
    void aLanguageWithoutAKernelIsMissingLikeAKernelspec() {
        machine.kernelspecs.add(python(VENV, null));
        machine.installs.add(
                new InstallRecipe(
                        "IJulia",
                        Method.LANGUAGE,
                        List.of(List.of("julia", "-e", "1")),
                        false,
                        null,
                        null,
                        URI.create("https://julialang.github.io")));
        var runtimes = runtimes(new Wish(null, "julia", null));

        var rows = rows(runtimes);

        assertEquals(Optional.of("julia"), runtimes.missing());
        assertEquals("IJulia", rows.getFirst().name());
    }

    @Test
    void anInstallationThatMakesAnEnvironmentReportsThat() throws Exception {
        machine.installable.add(recipe(List.of(List.of(JAVA, "--version"))));
        var runtimes = runtimes(new Wish("python3", null, null));
        var row = rows(runtimes).getFirst();
        machine.kernelspecs.add(python(PAPER, null));
        var end = new CompletableFuture<InstallStep>();

        runtimes.install(
                row,
                step -> {
                    if (!(step instanceof InstallStep.Line)) {
                        end.complete(step);
                    }
                });

        var installed =
                assertInstanceOf(InstallStep.Installed.class, end.get(20, TimeUnit.SECONDS));
        assertEquals("python3@/w/paper/venv/bin/python", installed.row().key());
    }

    @Test
    void anInstallationRunsItsCommandsAndReportsTheRowAsItIsThen() throws Exception {
        machine.installable.add(recipe(List.of(List.of(JAVA, "--version"))));
        var runtimes = runtimes(new Wish("python3", null, null));
        var row = rows(runtimes).getFirst();
        machine.installable.clear();
        machine.kernelspecs.add(python(VENV, null));
        var end = new CompletableFuture<InstallStep>();

        runtimes.install(
                row,
                step -> {
                    if (!(step instanceof InstallStep.Line)) {
                        end.complete(step);
                    }
                });

        var installed =
                assertInstanceOf(InstallStep.Installed.class, end.get(20, TimeUnit.SECONDS));
        assertEquals(new State.Ready(), installed.row().state());
    }

    private List<RuntimeRow> find(String name) {
        return find(new Wish(name, null, null));
    }

    private List<RuntimeRow> find(Wish wish) {
        return rows(runtimes(wish));
    }

    private static List<RuntimeRow> rows(LocalRuntimes runtimes) {
        var found = new ArrayList<RuntimeRow>();
        runtimes.find(report -> found.addAll(report.rows()));
        return found;
    }

    private LocalRuntimes runtimes(Wish wish) {
        return new LocalRuntimes(
                machine,
                wish,
                false,
                spec -> attached.add(spec.key()),
                Runnable::run,
                Runnable::run);
    }

    private static PythonEnvironment environment(String name, String prefix, String version) {
        var interpreter = new Interpreter(Path.of(prefix, "bin", "python"), version);
        return new PythonEnvironment(
                PythonEnvironment.Kind.VENV,
                name,
                Path.of(prefix),
                interpreter,
                List.of(Path.of(prefix, "bin")),
                null);
    }

    private static Kernelspec python(PythonEnvironment environment, @Nullable Path consent) {
        return spec(
                "python3",
                "python",
                List.of("python", "-m", "ipykernel_launcher"),
                environment.interpreter(),
                environment,
                consent);
    }

    private static Kernelspec spec(
            String name,
            String language,
            List<String> argv,
            @Nullable Interpreter interpreter,
            @Nullable PythonEnvironment environment,
            @Nullable Path consent) {
        return new Kernelspec(
                name,
                new KernelspecFile(
                        argv, name, language, InterruptMode.SIGNAL, Map.of(), JsonObject.EMPTY),
                KernelspecSource.ENVIRONMENT,
                null,
                interpreter,
                environment,
                consent);
    }

    private static InstallRecipe recipe(List<List<String>> commands) {
        return new InstallRecipe(
                "ipykernel",
                Method.PIP,
                commands,
                false,
                VENV,
                null,
                URI.create("https://ipykernel.readthedocs.io"));
    }

    /// A machine with what a test installs on it.
    private static final class Machine implements KernelSource {

        final List<Kernelspec> kernelspecs = new ArrayList<>();
        final List<InstallRecipe> installable = new ArrayList<>();
        final List<InstallRecipe> installs = new ArrayList<>();
        final List<Path> granted = new ArrayList<>();

        @Override
        public KernelCatalog catalog() {
            return new KernelCatalog(
                    kernelspecs.stream().map(this::withConsent).toList(), installable, List.of());
        }

        private Kernelspec withConsent(Kernelspec spec) {
            boolean isGranted = granted.contains(spec.consentPath());
            return new Kernelspec(
                    spec.name(),
                    spec.file(),
                    spec.source(),
                    spec.folder(),
                    spec.interpreter(),
                    spec.environment(),
                    isGranted ? null : spec.consentPath());
        }

        @Override
        public List<InstallRecipe> installs(Wish wish, KernelCatalog catalog) {
            return installs;
        }

        @Override
        public EnvironmentTools environments() {
            throw new AssertionError("nobody makes an environment");
        }

        @Override
        public @Nullable Path folder() {
            return null;
        }

        @Override
        public void grant(Path path) {
            granted.add(path);
        }
    }
}
