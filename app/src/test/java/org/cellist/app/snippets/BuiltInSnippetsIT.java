package org.cellist.app.snippets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The program's own snippets, read by the real Python.
class BuiltInSnippetsIT {

    private static final String PARSE = "import ast, sys; ast.parse(sys.stdin.buffer.read())";

    @TempDir static Path empty;

    static Stream<Snippet> snippets() {
        var shelf = new SnippetShelf(empty);
        return Stream.of(Locale.ENGLISH, Locale.KOREAN)
                .flatMap(locale -> shelf.read(locale).snippets().stream());
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void everyOneIsPython(Snippet snippet) throws Exception {
        var python =
                new ProcessBuilder("/usr/bin/python3", "-c", PARSE)
                        .redirectErrorStream(true)
                        .start();
        try (var input = python.getOutputStream()) {
            input.write(snippet.code().getBytes(UTF_8));
        }

        var said = new String(python.getInputStream().readAllBytes(), UTF_8);

        assertEquals("", said, snippet.title());
        assertEquals(0, python.waitFor());
    }
}
