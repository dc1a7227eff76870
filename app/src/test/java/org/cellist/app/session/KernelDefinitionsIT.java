package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.cellist.app.variables.DefinedCode;
import org.cellist.app.variables.PythonDefinitions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a real kernel says that things are defined.
class KernelDefinitionsIT {

    @TempDir private Path folder;

    @Test
    void functionsClassesAndModulesAreKnownAndNothingIsRun() throws Exception {
        var code =
                """
                import functools, json
                @functools.lru_cache
                def area(width):
                    return width
                class Room:
                    def size(self):
                        return 1
                    @property
                    def door(self):
                        raise SystemExit
                room = Room()
                x = 1
                """;
        try (var page = TestKernels.DEBIAN.session(folder, code.replace("\n", "\\n"))) {
            page.runToTheEnd(0);

            assertEquals(new DefinedCode("", 3, 4, "def area(width):"), ask(page, "area").get());
            assertEquals(new DefinedCode("", 5, 6, "class Room:"), ask(page, "Room").get());
            var size = new DefinedCode("", 6, 8, "    def size(self):");
            assertEquals(size, ask(page, "room.size").get());
            assertEquals("    def door(self):", ask(page, "room.door").get().text());
            var loads = ask(page, "json.loads").get();
            assertTrue(loads.file().endsWith("json/__init__.py"), loads::file);
            assertTrue(loads.text().startsWith("def loads("), loads::text);
            assertEquals(1, ask(page, "json").get().line());
            assertEquals(Optional.empty(), ask(page, "x"));
            assertEquals(Optional.empty(), ask(page, "nothing"));
            assertEquals(Optional.empty(), ask(page, "len"));
        }
    }

    private static Optional<DefinedCode> ask(RunSession page, String name)
            throws InterruptedException {
        var answer = new AtomicReference<KernelAnswer<Evaluation>>();
        var question = PythonDefinitions.question(name);
        page.session.kernel().assist().evaluate("test", question, answer::set);
        page.until(() -> answer.get() != null);
        var given = assertInstanceOf(KernelAnswer.Given.class, answer.get());
        var value = assertInstanceOf(Evaluation.Value.class, given.value());
        return PythonDefinitions.read(value.json());
    }
}
