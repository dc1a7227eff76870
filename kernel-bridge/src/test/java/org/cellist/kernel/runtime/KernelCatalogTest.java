package org.cellist.kernel.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.runtime.KernelMatch.Closeness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KernelCatalogTest {

    private static final Interpreter PROGRAM = new Interpreter(Path.of("/p"), null);

    @Test
    void theNameWinsOverTheLanguage() {
        var catalog = catalog(spec("julia-1.9", "julia"), spec("ir", "R"), spec("java", "java"));

        var matches = catalog.closest("ir", "julia");

        assertEquals(
                List.of("ir SAME_NAME", "julia-1.9 SAME_LANGUAGE", "java OTHER"), words(matches));
    }

    @Test
    void theNearestVersionOfALanguageComesFirst() {
        var catalog = catalog(spec("julia-1.6", "julia"), spec("julia-1.10", "julia"));

        assertEquals(
                List.of("julia-1.10 SAME_LANGUAGE", "julia-1.6 SAME_LANGUAGE"),
                words(catalog.closest("julia-1.11", null)));
    }

    @Test
    void whatRunsAtOnceComesBeforeWhatNeedsConsentAndWhatIsBroken() {
        var broken = spec("python3", null, null);
        var asking = spec("python3", PROGRAM, Path.of("/downloads/.venv/bin/python3"));
        var running = spec("python3", PROGRAM, null);

        var matches = catalog(broken, asking, running).closest("python3", "python");

        assertEquals(
                List.of(running, asking, broken),
                matches.stream().map(KernelMatch::kernelspec).toList());
    }

    @Test
    void namesAreComparedWithoutCase() {
        assertEquals(Optional.of("ir"), catalog(spec("ir", "R")).named("IR").map(Kernelspec::name));
    }

    @Test
    void aNotebookWithoutWordsMatchesNothing() {
        assertEquals(
                List.of(Closeness.OTHER),
                catalog(spec("ir", "R")).closest(null, null).stream()
                        .map(KernelMatch::closeness)
                        .toList());
    }

    @Test
    void aKeyFindsItsKernelspecAgain() {
        var spec = spec("python3", PROGRAM, null);

        assertEquals(Optional.of(spec), catalog(spec).withKey("python3@/p"));
    }

    @ParameterizedTest
    @CsvSource({
        "Python 3,python",
        "ipython,python",
        "C++17,c++",
        "R,r",
        "julia-1.10,julia",
        "TypeScript,typescript",
        "sh,bash"
    })
    void aLanguageHasOneSpelling(String written, String normal) {
        assertEquals(normal, LanguageNames.normal(written));
    }

    @ParameterizedTest
    @CsvSource({
        "python3,python",
        "ir,r",
        "iruby,ruby",
        "xcpp17,c++",
        "javascript,javascript",
        "java,java",
        "conda-env-ml-py,python",
        "unheard-of,''"
    })
    void aKernelspecsNameTellsItsLanguage(String name, String language) {
        assertEquals(language, LanguageNames.of(name, null));
    }

    private static List<String> words(List<KernelMatch> matches) {
        return matches.stream().map(it -> it.kernelspec().name() + " " + it.closeness()).toList();
    }

    private static KernelCatalog catalog(Kernelspec... kernelspecs) {
        return new KernelCatalog(List.of(kernelspecs), List.of(), List.of());
    }

    private static Kernelspec spec(String name, String language) {
        return spec(name, language, PROGRAM, null);
    }

    private static Kernelspec spec(
            String name, @Nullable Interpreter interpreter, @Nullable Path consentPath) {
        return spec(name, "python", interpreter, consentPath);
    }

    private static Kernelspec spec(
            String name,
            String language,
            @Nullable Interpreter interpreter,
            @Nullable Path consentPath) {
        var file =
                new KernelspecFile(
                        List.of("p"),
                        name,
                        language,
                        InterruptMode.SIGNAL,
                        Map.of(),
                        JsonObject.EMPTY);
        return new Kernelspec(
                name, file, KernelspecSource.USER, null, interpreter, null, consentPath);
    }
}
