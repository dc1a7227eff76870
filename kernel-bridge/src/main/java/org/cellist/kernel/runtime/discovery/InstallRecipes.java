package org.cellist.kernel.runtime.discovery;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.runtime.InstallRecipe;
import org.cellist.kernel.runtime.InstallRecipe.Method;
import org.cellist.kernel.runtime.KernelCatalog;
import org.cellist.kernel.runtime.LanguageNames;
import org.cellist.kernel.runtime.PythonEnvironment;
import org.cellist.kernel.runtime.PythonEnvironment.Kind;
import org.cellist.kernel.runtime.discovery.Host.Os;
import org.jspecify.annotations.Nullable;

/// Knows how the kernels of common languages are installed on this machine.
///
/// Immutable.
public final class InstallRecipes {

    private static final URI IPYKERNEL =
            URI.create("https://ipython.readthedocs.io/en/stable/install/kernel_install.html");
    private static final URI ALL_KERNELS =
            URI.create("https://github.com/jupyter/jupyter/wiki/Jupyter-kernels");

    /// By the program that it takes, in the order to offer them. The administrator's come first:
    /// such a Python gets its security updates with the system's.
    private static final Map<String, String> PYTHON_INSTALLERS = pythonInstallers();

    private final Host host;

    public InstallRecipes(Host host) {
        this.host = host;
    }

    private static Map<String, String> pythonInstallers() {
        var installers = new LinkedHashMap<String, String>();
        installers.put("apt-get", "sudo apt-get install python3 python3-venv");
        installers.put("dnf", "sudo dnf install python3");
        installers.put("zypper", "sudo zypper install python3");
        installers.put("pacman", "sudo pacman -S python");
        installers.put("brew", "brew install python");
        installers.put("winget", "winget install Python.Python.3.13");
        return installers;
    }

    /// Returns how an environment gets ipykernel.
    ///
    /// @param consentPath what must be agreed to before its Python runs
    InstallRecipe ipykernel(PythonEnvironment environment, @Nullable Path consentPath) {
        var conda = conda(environment);
        if (conda.isPresent()) {
            var command =
                    List.of(
                            conda.get().toString(),
                            "install",
                            "--yes",
                            "--prefix",
                            environment.prefix().toString(),
                            "ipykernel");
            return ipykernel(Method.CONDA, List.of(command), environment, consentPath);
        }
        boolean isDebians = apt().isPresent() && environment.prefix().equals(host.system("usr"));
        if (!isDebians) {
            return ipykernel(Method.PIP, pip(environment), environment, consentPath);
        }
        return host.isAdministrator() || !makesVenvs(environment)
                ? ipykernel(Method.APT, List.of(aptInstall("python3-ipykernel")), environment, null)
                : ipykernel(Method.PIP, venvBeside(environment), environment, consentPath);
    }

    /// Debian keeps what `python -m venv` needs in a package of its own.
    private boolean makesVenvs(PythonEnvironment environment) {
        return new PythonSites(host)
                .own(environment.prefix()).stream()
                        .anyMatch(it -> Files.isDirectory(it.resolveSibling("ensurepip")));
    }

    /// Returns the Debian package that lets a Python make venvs; empty where it can, or where
    /// something else than Debian keeps it.
    public Optional<String> venvPackage(PythonEnvironment environment) {
        boolean isDebians = apt().isPresent() && environment.prefix().equals(host.system("usr"));
        if (!isDebians || makesVenvs(environment)) {
            return Optional.empty();
        }
        var version = environment.interpreter().version();
        var parts = version == null ? new String[0] : version.split("\\.", 3);
        return Optional.of(parts.length < 2 ? "python3-venv" : "python3." + parts[1] + "-venv");
    }

    /// Returns how a Python gets onto this machine: commands for a shell, and last the address of
    /// a page.
    public List<String> waysToPython() {
        var ways = new ArrayList<String>();
        PYTHON_INSTALLERS.forEach(
                (program, command) ->
                        host.program(program, List.of()).ifPresent(_ -> ways.add(command)));
        ways.add("https://www.python.org/downloads/");
        return ways;
    }

    /// Returns what would install the kernel that a notebook misses, best first; never empty, but
    /// for Java, whose kernel is built in.
    ///
    /// @param name the notebook's `kernelspec.name`; null if it names none
    /// @param language the notebook's language as it spells it; null if it names none
    public List<InstallRecipe> forMissing(
            @Nullable String name, @Nullable String language, KernelCatalog catalog) {
        return switch (LanguageNames.of(name, language)) {
            case "java" -> List.of();
            case "python" -> python(catalog);
            case "r" -> r();
            case "julia" ->
                    List.of(
                            language(
                                    "IJulia",
                                    "julia",
                                    "https://julialang.github.io/IJulia.jl/stable/",
                                    List.of("-e", "import Pkg; Pkg.add(\"IJulia\")")));
            case "octave" ->
                    List.of(
                            apt(
                                    "octave_kernel",
                                    "python3-octave-kernel",
                                    "https://github.com/Calysto/octave_kernel"));
            case "bash" -> List.of(bash(catalog));
            case "javascript", "typescript" ->
                    List.of(
                            language(
                                    "Deno",
                                    "deno",
                                    "https://docs.deno.com/runtime/reference/cli/jupyter/",
                                    List.of("jupyter", "--install")));
            case "kotlin" ->
                    List.of(byHand("Kotlin kernel", "https://github.com/Kotlin/kotlin-jupyter"));
            case "c++" -> List.of(byHand("xeus-cling", "https://xeus-cling.readthedocs.io"));
            case "go" -> List.of(byHand("GoNB", "https://github.com/janpfeifer/gonb"));
            case "rust" -> List.of(byHand("Evcxr", "https://github.com/evcxr/evcxr"));
            case "ruby" -> List.of(byHand("IRuby", "https://github.com/SciRuby/iruby"));
            case "scala" -> List.of(byHand("Almond", "https://almond.sh"));
            default -> List.of(byHand("Jupyter", ALL_KERNELS.toString()));
        };
    }

    private List<InstallRecipe> python(KernelCatalog catalog) {
        var recipes = new ArrayList<>(catalog.installable());
        if (recipes.stream().noneMatch(it -> it.method() == Method.APT) && apt().isPresent()) {
            recipes.add(
                    ipykernel(Method.APT, List.of(aptInstall("python3-ipykernel")), null, null));
        }
        if (recipes.isEmpty()) {
            recipes.add(byHand("ipykernel", IPYKERNEL.toString()));
        }
        return recipes;
    }

    private List<InstallRecipe> r() {
        var homepage = "https://irkernel.github.io/installation/";
        var recipes = new ArrayList<InstallRecipe>();
        if (apt().isPresent()) {
            recipes.add(apt("IRkernel", "r-cran-irkernel", homepage));
        }
        var code =
                "install.packages('IRkernel', repos = 'https://cloud.r-project.org');"
                        + " IRkernel::installspec()";
        recipes.add(language("IRkernel", "Rscript", homepage, List.of("-e", code)));
        return recipes;
    }

    /// Goes into an environment that has ipykernel already, through its pip, and writes its own
    /// kernel.json.
    private static InstallRecipe bash(KernelCatalog catalog) {
        var homepage = "https://github.com/takluyver/bash_kernel";
        return catalog.kernelspecs().stream()
                .filter(it -> !it.needsConsent())
                .flatMap(it -> Optional.ofNullable(it.environment()).stream())
                .filter(it -> it.kind() != Kind.SYSTEM)
                .findFirst()
                .map(
                        it -> {
                            var python = it.interpreter().path().toString();
                            var commands =
                                    List.of(
                                            List.of(python, "-m", "pip", "install", "bash_kernel"),
                                            List.of(python, "-m", "bash_kernel.install"));
                            return new InstallRecipe(
                                    "bash_kernel",
                                    Method.PIP,
                                    commands,
                                    false,
                                    it,
                                    null,
                                    URI.create(homepage));
                        })
                .orElseGet(() -> byHand("bash_kernel", homepage));
    }

    /// A venv made without pip gets it first; a Python that its system manages stays as it is,
    /// and a venv beside it is made.
    private List<List<String>> pip(PythonEnvironment environment) {
        var python = environment.interpreter().path().toString();
        var sites = new PythonSites(host).own(environment.prefix());
        if (environment.kind() == Kind.VENV) {
            var install = List.of(python, "-m", "pip", "install", "ipykernel");
            boolean hasPip = sites.stream().anyMatch(it -> Files.isDirectory(it.resolve("pip")));
            return hasPip ? List.of(install) : List.of(List.of(python, "-m", "ensurepip"), install);
        }
        boolean isManaged =
                sites.stream()
                        .anyMatch(it -> Files.exists(it.resolveSibling("EXTERNALLY-MANAGED")));
        return isManaged
                ? venvBeside(environment)
                : List.of(List.of(python, "-m", "pip", "install", "ipykernel"));
    }

    private List<List<String>> venvBeside(PythonEnvironment environment) {
        var python = environment.interpreter().path().toString();
        var venv = host.home().resolve(".virtualenvs").resolve("cellist");
        var own = venv.resolve(host.os() == Os.WINDOWS ? "Scripts/python.exe" : "bin/python");
        return List.of(
                List.of(python, "-m", "venv", venv.toString()),
                List.of(own.toString(), "-m", "pip", "install", "ipykernel"));
    }

    private Optional<Path> conda(PythonEnvironment environment) {
        if (environment.kind() != Kind.CONDA) {
            return Optional.empty();
        }
        return host.folder("CONDA_EXE")
                .filter(Files::isExecutable)
                .or(
                        () ->
                                host.program(
                                        "conda",
                                        List.of(
                                                environment.prefix().resolve("bin"),
                                                environment
                                                        .prefix()
                                                        .resolve("../../bin")
                                                        .normalize())));
    }

    private Optional<Path> apt() {
        return host.os() == Os.LINUX ? host.program("apt-get", List.of()) : Optional.empty();
    }

    private static List<String> aptInstall(String debianPackage) {
        return List.of("apt-get", "install", "--yes", debianPackage);
    }

    private InstallRecipe ipykernel(
            Method method,
            List<List<String>> commands,
            @Nullable PythonEnvironment environment,
            @Nullable Path consentPath) {
        return new InstallRecipe(
                "ipykernel",
                method,
                commands,
                method == Method.APT && !host.isAdministrator(),
                environment,
                consentPath,
                IPYKERNEL);
    }

    private InstallRecipe apt(String kernel, String debianPackage, String homepage) {
        return apt().isEmpty()
                ? byHand(kernel, homepage)
                : new InstallRecipe(
                        kernel,
                        Method.APT,
                        List.of(aptInstall(debianPackage)),
                        !host.isAdministrator(),
                        null,
                        null,
                        URI.create(homepage));
    }

    /// The language's own program installs it, if the language is here.
    private InstallRecipe language(
            String kernel, String program, String homepage, List<String> arguments) {
        return host.program(program, List.of())
                .map(
                        it -> {
                            var command = new ArrayList<>(List.of(it.toString()));
                            command.addAll(arguments);
                            return new InstallRecipe(
                                    kernel,
                                    Method.LANGUAGE,
                                    List.of(command),
                                    false,
                                    null,
                                    null,
                                    URI.create(homepage));
                        })
                .orElseGet(() -> byHand(kernel, homepage));
    }

    private static InstallRecipe byHand(String kernel, String homepage) {
        return new InstallRecipe(
                kernel, Method.BY_HAND, List.of(), false, null, null, URI.create(homepage));
    }
}
