package org.cellist.app.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class RecipeRunTest {

    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private final Noted noted = new Noted();

    @Test
    void commandsRunOneAfterTheOther() throws Exception {
        RecipeRun.start(List.of(List.of(JAVA, "--version"), List.of(JAVA, "--version")), noted);

        assertEquals("succeeded", noted.end.get(20, TimeUnit.SECONDS));
        assertTrue(noted.lines.size() >= 4, noted.lines::toString);
    }

    @Test
    void aFailedCommandEndsTheRunWithItsLastWords() throws Exception {
        RecipeRun.start(List.of(List.of(JAVA, "--nonsense"), List.of(JAVA, "--version")), noted);

        var end = noted.end.get(20, TimeUnit.SECONDS);
        assertTrue(end.startsWith("failed: ") && end.contains("--nonsense"), end);
    }

    @Test
    void aMissingProgramIsAFailureInTheSystemsWords() throws Exception {
        RecipeRun.start(List.of(List.of("/nowhere/pip", "install")), noted);

        assertTrue(noted.end.get(20, TimeUnit.SECONDS).contains("/nowhere/pip"));
    }

    @Test
    void aCancelledRunEndsItsProgram() throws Exception {
        var program =
                List.of(JAVA, "-cp", System.getProperty("java.class.path"), Waits.class.getName());
        var run = RecipeRun.start(List.of(program), noted);
        assertTrue(noted.first.await(20, TimeUnit.SECONDS));

        run.cancel();

        assertTrue(noted.end.get(20, TimeUnit.SECONDS).startsWith("failed: "));
    }

    @Test
    void whatLiesInCellistsFolderIsNotLoaded() throws Exception {
        var program =
                List.of(JAVA, "-cp", System.getProperty("java.class.path"), Tells.class.getName());

        RecipeRun.start(List.of(program), noted);

        assertEquals("succeeded", noted.end.get(20, TimeUnit.SECONDS));
        assertEquals(List.of(System.getProperty("user.home") + " 1"), noted.lines);
    }

    /// A program that says where it runs.
    static final class Tells {

        private Tells() {}

        public static void main(String[] arguments) {
            System.out.println(
                    System.getProperty("user.dir") + " " + System.getenv("PYTHONSAFEPATH"));
        }
    }

    /// A program that says a word and then runs until it is ended.
    static final class Waits {

        private Waits() {}

        public static void main(String[] arguments) throws InterruptedException {
            System.out.println("waiting");
            new CountDownLatch(1).await();
        }
    }

    /// Notes what a run reports.
    private static final class Noted implements RecipeRun.Listener {

        final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        final CountDownLatch first = new CountDownLatch(1);
        final CompletableFuture<String> end = new CompletableFuture<>();

        @Override
        public void line(String text) {
            lines.add(text);
            first.countDown();
        }

        @Override
        public void succeeded() {
            end.complete("succeeded");
        }

        @Override
        public void failed(String lastWords) {
            end.complete("failed: " + lastWords);
        }
    }
}
