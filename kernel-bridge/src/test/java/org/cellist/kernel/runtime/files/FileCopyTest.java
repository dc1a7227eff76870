package org.cellist.kernel.runtime.files;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FileCopyTest {

    /// Several pieces, and a bit.
    private static final int SIZE = 1_000_003;

    private static final FilesProblem LOST = new FilesProblem.Failed("", "lost");

    /// What stands at the target is never a part, whenever something fails or changes, and how
    /// often; and when nothing fails any more it is the file.
    @Property(tries = 500)
    void theTargetIsWholeOrAsItWas(
            @ForAll long seed,
            @ForAll @IntRange(min = 0, max = SIZE) int size,
            @ForAll @IntRange(min = 1, max = 30) int seldom,
            @ForAll boolean hasOld)
            throws Exception {
        var random = new Random(seed);
        var versions = new ArrayList<byte @Nullable []>();
        var old = hasOld ? bytes(random, 77) : null;
        versions.add(old);
        var from = new MemoryFiles[1];
        var isTrouble = new boolean[] {true};
        from[0] = new MemoryFiles(_ -> happen(random, seldom, isTrouble[0]));
        var to =
                new MemoryFiles(
                        _ -> {
                            happen(random, seldom, isTrouble[0]);
                            if (isTrouble[0] && random.nextInt(10 * seldom) == 0) {
                                versions.add(bytes(random, size));
                                from[0].put("source", versions.getLast());
                            }
                        });
        versions.add(bytes(random, size));
        from[0].put("source", versions.getLast());
        if (old != null) {
            to.put("target", old);
        }
        var copy = new FileCopy(from[0], to);

        for (int i = 0; i < 5; i++) {
            tryOnce(copy, hasOld);
            var there = to.get("target");
            assertTrue(versions.stream().anyMatch(it -> Arrays.equals(it, there)));
        }
        isTrouble[0] = false;
        copy.copy("source", "target", true, (_, _) -> {});

        assertArrayEquals(versions.getLast(), to.get("target"));
    }

    private static void happen(Random random, int seldom, boolean isTrouble) throws FilesException {
        if (isTrouble && random.nextInt(seldom) == 0) {
            throw new FilesException(LOST);
        }
    }

    private static void tryOnce(FileCopy copy, boolean replaces) throws InterruptedException {
        try {
            copy.copy("source", "target", replaces, (_, _) -> {});
        } catch (FilesException e) {
            assertTrue(
                    e.problem().equals(LOST)
                            || e.problem() instanceof FilesProblem.Changed
                            || e.problem() instanceof FilesProblem.Exists);
        }
    }

    private static byte[] bytes(Random random, int size) {
        var bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    @Test
    void aSourceThatChangesMeanwhileIsNoCopy() throws Exception {
        var from = new MemoryFiles();
        var to = new MemoryFiles();
        from.put("source", bytes(new Random(1), SIZE));

        var thrown =
                assertThrows(
                        FilesException.class,
                        () ->
                                new FileCopy(from, to)
                                        .copy(
                                                "source",
                                                "target",
                                                false,
                                                (done, _) -> changeAt(from, done)));

        assertEquals(new FilesProblem.Changed("source"), thrown.problem());
        assertEquals(List.of(), to.list(""));
    }

    private static void changeAt(MemoryFiles from, long done) {
        if (done == SIZE) {
            from.put("source", bytes(new Random(2), SIZE));
        }
    }

    @Test
    void nobodyWaitsForWhatIsLeftOfACopy() throws Exception {
        var from = new MemoryFiles();
        var to = new MemoryFiles();
        from.put("source", bytes(new Random(1), SIZE));
        var copy = new FileCopy(from, to);
        assertThrows(
                InterruptedException.class,
                () ->
                        copy.copy(
                                "source",
                                "target",
                                false,
                                (_, _) -> Thread.currentThread().interrupt()));
        assertEquals(1, to.list("").size());

        copy.discard("source", "target");
        copy.discard("source", "target");

        assertEquals(List.of(), to.list(""));
    }
}
