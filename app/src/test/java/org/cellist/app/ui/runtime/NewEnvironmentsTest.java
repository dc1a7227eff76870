package org.cellist.app.ui.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.cellist.app.environment.EnvironmentOrder;
import org.cellist.app.environment.EnvironmentOrder.Maker;
import org.cellist.app.environment.StandIn;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Base;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Means;
import org.cellist.app.ui.runtime.environment.EnvironmentChoices.Progress;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.EnvironmentTools;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.Interpreter;
import org.cellist.kernel.runtime.InterruptMode;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.KernelRuntime;
import org.cellist.kernel.runtime.Kernelspec;
import org.cellist.kernel.runtime.KernelspecFile;
import org.cellist.kernel.runtime.KernelspecSource;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Environments that a stand-in for uv makes, as the notebook gets them.
class NewEnvironmentsTest {

    @TempDir private Path root;

    private final List<Path> granted = new ArrayList<>();
    private final List<KernelRuntime> attached = new ArrayList<>();

    @Test
    void whatIsThereIsNotProposedAgain() throws Exception {
        Files.createDirectories(root.resolve("project/.venv"));
        Files.createDirectories(root.resolve("own/notebooks"));
        Files.writeString(root.resolve("project/requirements.txt"), "numpy");
        var found = new ArrayList<Means>();

        choices().look(found::add);

        var means = found.getFirst();
        assertEquals(root.resolve("project/.venv-2"), means.beside());
        assertEquals(root.resolve("own/notebooks-2"), means.own());
        assertEquals(List.of(root.resolve("project/requirements.txt")), means.files());
        assertEquals("python3.11-venv", ((Base.Here) means.pythons().getFirst()).missingPackage());
    }

    @Test
    void theNotebookRunsOnWhatWasMadeWithoutAnotherQuestion() throws Exception {
        var uv = StandIn.write(root.resolve("bin"), "uv", StandIn.UV);
        Files.createDirectories(root.resolve("project"));
        var end = new CompletableFuture<Progress>();
        var order =
                new EnvironmentOrder(
                        root.resolve("project/.venv"),
                        new Maker.Uv(uv, "/usr/bin/python3", List.of("numpy")));
        var lines = new StringBuilder();

        choices()
                .make(
                        order,
                        progress -> {
                            switch (progress) {
                                case Progress.Lines(var text) -> lines.append(text);
                                case Progress.Step _ -> {}
                                default -> end.complete(progress);
                            }
                        });

        assertEquals(new Progress.Made(true), end.get(60, TimeUnit.SECONDS));
        assertEquals(
                "Creating " + order.folder() + "\nInstalled ipykernel numpy\n", lines.toString());
        assertEquals(List.of(order.python()), granted);
        var local = assertInstanceOf(KernelRuntime.Local.class, attached.getFirst());
        assertEquals(
                order.python(), Objects.requireNonNull(local.kernelspec().interpreter()).path());
    }

    private NewEnvironments choices() {
        return new NewEnvironments(new Machine(), attached::add, Runnable::run, Runnable::run);
    }

    private final class Machine implements KernelSource, EnvironmentTools {

        @Override
        public KernelCatalog catalog() {
            var folder = root.resolve("project/.venv");
            return new KernelCatalog(
                    Files.exists(folder) ? List.of(spec(folder)) : List.of(), List.of(), List.of());
        }

        private Kernelspec spec(Path prefix) {
            var python = prefix.resolve("bin/python");
            return new Kernelspec(
                    "python3",
                    new KernelspecFile(
                            List.of(python.toString()),
                            "Python 3",
                            "python",
                            InterruptMode.SIGNAL,
                            Map.of(),
                            JsonObject.EMPTY),
                    KernelspecSource.ENVIRONMENT,
                    null,
                    new Interpreter(python, "3.11"),
                    environment(Kind.VENV, prefix, python),
                    granted.contains(python) ? null : python);
        }

        private PythonEnvironment environment(Kind kind, Path prefix, Path python) {
            return new PythonEnvironment(
                    kind, "x", prefix, new Interpreter(python, "3.11"), List.of(), "7.0");
        }

        @Override
        public List<InstallRecipe> installs(Wish wish, KernelCatalog catalog) {
            return List.of();
        }

        @Override
        public EnvironmentTools environments() {
            return this;
        }

        @Override
        public @Nullable Path folder() {
            return root.resolve("project");
        }

        @Override
        public void grant(Path path) {
            granted.add(path);
        }

        @Override
        public List<PythonEnvironment> pythons() {
            return List.of(environment(Kind.SYSTEM, Path.of("/usr"), Path.of("/usr/bin/python3")));
        }

        @Override
        public Optional<Path> program(String name, @Nullable Path notebookFolder) {
            return Optional.empty();
        }

        @Override
        public Optional<String> missingPackage(PythonEnvironment python) {
            return Optional.of("python3.11-venv");
        }

        @Override
        public List<String> waysToPython() {
            return List.of("https://www.python.org/downloads/");
        }

        @Override
        public Path ownFolder() {
            return root.resolve("own");
        }
    }
}
