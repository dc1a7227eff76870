package org.cellist.kernel.runtime.discovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.ConsentStore;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.InstallRecipe.Method;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InstallRecipesTest {

    @TempDir private Path root;

    private MadeUpHost machine;

    @BeforeEach
    void makeMachine() {
        machine = new MadeUpHost(Os.LINUX, root).set("PATH", root.resolve("usr/bin"));
    }

    @Test
    void debiansPythonGetsDebiansPackage() throws Exception {
        machine.program(root.resolve("usr/bin/python3"));
        machine.program(root.resolve("usr/bin/apt-get"));

        var recipe = list().installable().getFirst();

        assertEquals(
                List.of(List.of("apt-get", "install", "--yes", "python3-ipykernel")),
                recipe.commands());
        assertTrue(recipe.needsRoot());
    }

    @Test
    void anAdministratorInstallsDebiansPackageAtOnce() throws Exception {
        machine.asAdministrator().program(root.resolve("usr/bin/python3"));
        machine.program(root.resolve("usr/bin/apt-get"));

        var recipe = list().installable().getFirst();

        assertEquals(Method.APT, recipe.method());
        assertFalse(recipe.needsRoot());
    }

    @Test
    void whoIsNoAdministratorGetsAVenvBesideDebiansPython() throws Exception {
        var python = machine.program(root.resolve("usr/bin/python3.11")).toString();
        machine.program(root.resolve("usr/bin/apt-get"));
        Files.createDirectories(root.resolve("usr/lib/python3.11/ensurepip"));
        var venv = machine.home().resolve(".virtualenvs/cellist");

        var recipe = list().installable().getFirst();

        assertFalse(recipe.needsRoot());
        assertEquals(
                List.of(
                        List.of(python, "-m", "venv", venv.toString()),
                        List.of(venv + "/bin/python", "-m", "pip", "install", "ipykernel")),
                recipe.commands());
    }

    @Test
    void aVenvWithoutPipGetsPipFirst() throws Exception {
        var prefix = machine.venv(machine.home().resolve(".virtualenvs/x"), "3.12.4");
        var python = prefix.resolve("bin/python3").toString();

        assertEquals(
                List.of(
                        List.of(python, "-m", "ensurepip"),
                        List.of(python, "-m", "pip", "install", "ipykernel")),
                list().installable().getFirst().commands());
    }

    @Test
    void aVenvWithPipUsesIt() throws Exception {
        var prefix = machine.venv(machine.home().resolve(".virtualenvs/x"), "3.12.4");
        Files.createDirectories(machine.site(prefix, "3.12.4").resolve("pip"));
        var python = prefix.resolve("bin/python3").toString();

        assertEquals(
                List.of(List.of(python, "-m", "pip", "install", "ipykernel")),
                list().installable().getFirst().commands());
    }

    @Test
    void condaInstallsIntoItsEnvironment() throws Exception {
        var base = machine.conda(machine.home().resolve("miniconda3"), "3.11.7");
        machine.ipykernel(machine.site(base, "3.11.7"));
        var conda = machine.program(base.resolve("bin/conda"));
        var prefix = machine.conda(base.resolve("envs/stats"), "3.10.13");

        assertEquals(
                List.of(
                        List.of(
                                conda.toString(),
                                "install",
                                "--yes",
                                "--prefix",
                                prefix.toString(),
                                "ipykernel")),
                list().installable().getFirst().commands());
    }

    @Test
    void aPythonThatItsSystemManagesStaysAsItIs() throws Exception {
        var python = machine.program(root.resolve("opt/homebrew/bin/python3.12"));
        machine.file(root.resolve("opt/homebrew/lib/python3.12/EXTERNALLY-MANAGED"), "");
        var venv = machine.home().resolve(".virtualenvs/cellist");

        assertEquals(
                List.of(
                        List.of(python.toString(), "-m", "venv", venv.toString()),
                        List.of(venv + "/bin/python", "-m", "pip", "install", "ipykernel")),
                list().installable().getFirst().commands());
    }

    @ParameterizedTest
    @CsvSource({"ir,R,r-cran-irkernel", "ir,,r-cran-irkernel", ",octave,python3-octave-kernel"})
    void debianHasMoreKernels(@Nullable String name, String language, String debianPackage)
            throws Exception {
        machine.program(root.resolve("usr/bin/apt-get"));

        var best = missing(name, language).getFirst();

        assertEquals(
                List.of(List.of("apt-get", "install", "--yes", debianPackage)), best.commands());
    }

    @Test
    void aLanguageThatIsHereInstallsItsKernelItself() throws Exception {
        var julia = machine.program(root.resolve("usr/bin/julia"));

        var best = missing("julia-1.10", null).getFirst();

        assertEquals(Method.LANGUAGE, best.method());
        assertEquals(julia.toString(), best.commands().getFirst().getFirst());
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "julia", "octave", "python", "bash", "c++", "brainfuck", "go"})
    void thereIsNeverADeadEnd(String language) throws Exception {
        var recipes = missing(null, language);

        assertFalse(recipes.isEmpty());
        assertEquals("https", recipes.getFirst().homepage().getScheme());
    }

    @Test
    void javaNeedsNothing() throws Exception {
        assertEquals(List.of(), missing("ijava", null));
    }

    private List<InstallRecipe> missing(@Nullable String name, @Nullable String language)
            throws Exception {
        return new InstallRecipes(machine.host()).forMissing(name, language, list());
    }

    private KernelCatalog list() throws Exception {
        return new CatalogReader(machine.host(), ConsentStore.NOTHING, List.of()).list(null);
    }
}
