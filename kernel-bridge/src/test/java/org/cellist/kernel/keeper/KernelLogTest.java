package org.cellist.kernel.keeper;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.cellist.kernel.recording.RecordKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Logs that are cut, damaged, settled and written anew.
class KernelLogTest {

    private static final int MEGABYTE = 1 << 20;

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("log");
    }

    @Test
    void whatWasAppendedIsReadInOrderAndAfterAnotherStart() throws Exception {
        try (var log = KernelLog.open(file)) {
            log.append(said("run", "one"));
            log.append(said("", "status"));
            log.append(said("run", "two"));
        }

        try (var log = KernelLog.open(file)) {
            assertEquals(List.of("one", "status", "two"), read(log));
            assertTrue(log.isWanted());
        }
    }

    @Test
    void aReaderSeesWhatIsAppendedLater() throws Exception {
        try (var log = KernelLog.open(file);
                var reader = log.reader()) {
            assertNull(reader.next());

            log.append(said("run", "one"));

            var record = Objects.requireNonNull(reader.next());
            assertArrayEquals(bytes("one"), record.frames().getFirst());
            assertEquals("run", record.run());
        }
    }

    @Test
    void aLogCutAnywhereKeepsEveryWholeRecordAndTakesMore() throws Exception {
        try (var log = KernelLog.open(file)) {
            log.append(said("run", "one"));
            log.append(said("run", "two"));
        }
        var whole = Files.readAllBytes(file);
        int first = (whole.length + "cellist log 1\n".length()) / 2; // both are as long
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));

            try (var log = KernelLog.open(file)) {
                log.append(said("run", "three"));
                var expected = new ArrayList<String>();
                if (length >= first) {
                    expected.add("one");
                }
                boolean isAtEnd = length == first || length == "cellist log 1\n".length();
                if (!isAtEnd && length > 0) {
                    expected.add("GAP");
                }
                expected.add("three");
                assertEquals(expected, read(log), "cut at " + length);
            }
        }
    }

    @Test
    void aDamagedRecordIsAGapAndThoseAfterItAreRead() throws Exception {
        long middle;
        try (var log = KernelLog.open(file)) {
            log.append(said("run", "one"));
            middle = Files.size(file);
            log.append(said("run", "two"));
            log.append(said("run", "three"));
        }
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes("!")), middle + 20);
        }

        try (var log = KernelLog.open(file)) {
            assertEquals(List.of("one", "GAP", "three"), read(log));
        }
    }

    @Test
    void bytesOfAnythingAreNoLogAndHarmNothing() throws Exception {
        var random = new Random(3);
        for (int i = 0; i < 200; i++) {
            var junk = new byte[random.nextInt(200)];
            random.nextBytes(junk);
            Files.write(file, junk);

            try (var log = KernelLog.open(file)) {
                log.append(said("run", "one"));
                assertEquals("one", read(log).getLast());
            }
        }
    }

    @Test
    void aSettledRunIsNotReadAndALogWithNothingElseIsEmptied() throws Exception {
        try (var log = KernelLog.open(file)) {
            log.append(said("one", "1"));
            log.append(said("two", "2"));

            log.settle(Set.of("one"));
            assertEquals(List.of("2"), read(log));
            assertTrue(log.isWanted());
            log.settle(Set.of("two", "unknown"));

            assertEquals(List.of(), read(log));
            assertFalse(log.isWanted());
            assertEquals("cellist log 1\n".length(), Files.size(file));
        }
    }

    @Test
    void whatWasSettledStaysSoAfterAnotherStart() throws Exception {
        try (var log = KernelLog.open(file)) {
            log.append(said("one", "1"));
            log.append(said("two", "2"));
            log.settle(Set.of("one"));
        }

        try (var log = KernelLog.open(file)) {
            assertEquals(List.of("2"), read(log));
        }
    }

    @Test
    void aLargeLogIsWrittenAnewWithoutWhatIsSettled() throws Exception {
        try (var log = KernelLog.open(file)) {
            for (int i = 0; i < 20; i++) {
                log.append(new LogRecord(RecordKind.IOPUB, "large", List.of(new byte[MEGABYTE])));
                log.append(said("small", Integer.toString(i)));
            }

            log.settle(Set.of("large"));

            assertTrue(Files.size(file) < MEGABYTE, Files.size(file) + " bytes");
            assertEquals(20, read(log).size());
            log.append(said("small", "20"));
            assertEquals("20", read(log).getLast());
        }
    }

    @Test
    void anEndlessRunKeepsItsBeginningAndItsNewestWordsAndAGapBetween() throws Exception {
        int most = 4000;
        try (var log = KernelLog.open(file, most)) {
            log.append(said("short", "before"));
            for (int i = 0; i < 1000; i++) {
                log.append(said("endless", "word " + i));
                assertTrue(Files.size(file) < most + 500, Files.size(file) + " bytes");
            }

            var words = read(log);
            assertEquals(List.of("before", "word 0"), words.subList(0, 2));
            assertEquals(1, words.stream().filter("GAP"::equals).count(), words::toString);
            var newest = words.subList(words.indexOf("GAP") + 1, words.size());
            var expected =
                    IntStream.range(1000 - newest.size(), 1000).mapToObj(i -> "word " + i).toList();
            assertEquals(expected, newest);
            log.settle(Set.of("endless"));
            assertEquals(List.of("before"), read(log));
        }
    }

    private static LogRecord said(String run, String words) {
        return new LogRecord(RecordKind.IOPUB, run, List.of(bytes(words)));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static List<String> read(KernelLog log) throws IOException {
        var words = new ArrayList<String>();
        try (var reader = log.reader()) {
            for (var next = reader.next(); next != null; next = reader.next()) {
                words.add(
                        next.isMessage()
                                ? new String(next.frames().getFirst(), StandardCharsets.UTF_8)
                                : next.kind().name());
            }
        }
        return words;
    }
}
