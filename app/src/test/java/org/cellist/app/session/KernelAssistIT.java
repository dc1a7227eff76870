package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.cellist.app.session.CodeCompletions.Item;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Questions about code, asked of real kernels.
class KernelAssistIT {

    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void namesComeWithKindAndSignature(TestKernels which) throws Exception {
        try (var page = which.session(folder, "value = 1")) {
            page.runToTheEnd(0);

            var answer = complete(page, "def add(a, b=2): pass\nad");

            assertEquals(22, answer.start());
            assertEquals(24, answer.end());
            assertTrue(
                    answer.items().contains(new Item("add", "function", "(a, b=2)")),
                    answer::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void membersOfWhatWasRunAreFoundAfterAnEmoji(TestKernels which) throws Exception {
        try (var page = which.session(folder, "words = 'x'.split()")) {
            page.runToTheEnd(0);

            var answer = complete(page, "s = '😀 한글'; words.app");

            assertEquals(19, answer.start());
            assertEquals(22, answer.end());
            assertEquals("append", answer.items().getFirst().text());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void magicsAreReplacedFromTheirSign(TestKernels which) throws Exception {
        try (var page = which.session(folder, "1")) {
            page.runToTheEnd(0);

            var answer = complete(page, "%matpl");

            var texts = answer.items().stream().map(Item::text).toList();
            assertEquals("%matplotlib", texts.getFirst().replaceFirst("^(?!%)", "%"));
            int start = texts.getFirst().startsWith("%") ? 0 : 1;
            assertEquals(start, answer.start());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DEBIAN", "NEWEST"})
    void inspectionTellsSignatureAndAtLevelOneTheSource(TestKernels which) throws Exception {
        try (var page =
                which.session(folder, "def add(a, b=2):\\n    'Adds.'\\n    return a + b")) {
            page.runToTheEnd(0);

            var brief = inspect(page, "'😀'; add(", 10, 0);
            var whole = inspect(page, "add", 3, 1);
            var nothing = inspect(page, "nowhere", 7, 0);

            assertTrue(plain(brief).contains("add(a, b=2)"), brief);
            assertTrue(plain(brief).contains("Adds."), brief);
            assertTrue(plain(whole).contains("return a + b"), whole);
            assertEquals("", nothing);
        }
    }

    @Test
    void theJavaKernelCountsUnitsAndIsUnderstood() throws Exception {
        try (var page = TestKernels.JAVA.session(folder, "int counter = 1;")) {
            page.runToTheEnd(0);

            var answer = complete(page, "\"😀\".length(); coun");

            assertEquals("counter", answer.items().getFirst().text());
            assertEquals("\"😀\".length(); ".length(), answer.start());
            inspect(page, "counter", 3, 0);
        }
    }

    @Test
    void aQuestionNeverShowsAsWorkAndARunningCellIsBusy() throws Exception {
        try (var page = TestKernels.DEBIAN.session(folder, "import time; time.sleep(600)")) {
            page.session.kernel().ensureRunning();
            page.until(() -> page.kernelState() instanceof KernelState.Idle);

            var told = new ArrayList<KernelState>();
            page.session.addListener(new States(told));

            complete(page, "pri");
            complete(page, "prin");
            assertEquals(List.of(), told);
            page.run(0);
            page.until(() -> page.kernelState() instanceof KernelState.Busy);
            var answer = ask(page, then -> assist(page).complete("pri", 3, then::accept));

            assertInstanceOf(KernelAnswer.Busy.class, answer);
        }
    }

    private static KernelAssist assist(RunSession page) {
        return page.session.kernel().assist();
    }

    private static CodeCompletions complete(RunSession page, String code)
            throws InterruptedException {
        var answer = ask(page, then -> assist(page).complete(code, code.length(), then::accept));
        return (CodeCompletions)
                assertInstanceOf(KernelAnswer.Given.class, answer, answer::toString).value();
    }

    private static String inspect(RunSession page, String code, int caret, int detail)
            throws InterruptedException {
        var answer = ask(page, then -> assist(page).inspect(code, caret, detail, then::accept));
        return (String)
                assertInstanceOf(KernelAnswer.Given.class, answer, answer::toString).value();
    }

    /// Jedi's first answer may take longer than a person waits: then it is asked again.
    private static Object ask(RunSession page, Consumer<Consumer<Object>> question)
            throws InterruptedException {
        Object given;
        do {
            var answer = new AtomicReference<Object>();
            question.accept(answer::set);
            page.until(() -> answer.get() != null);
            given = answer.get();
        } while (given instanceof KernelAnswer.Late<?>);
        return given;
    }

    private static String plain(String words) {
        return words.replaceAll("\u001b\\[[0-9;]*m", "");
    }

    private record States(List<KernelState> told) implements SessionListener {

        @Override
        public void saveStateChanged(SaveState state) {
            // Not looked at.
        }

        @Override
        public void kernelStateChanged(KernelState state) {
            told.add(state);
        }
    }
}
