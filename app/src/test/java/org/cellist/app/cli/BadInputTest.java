package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cellist.app.text.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Bad input from the file to the words that a person reads, in both languages. What a reader
/// makes of many more files is held by the tests of `notebook.format`.
class BadInputTest {

    private static final String NOTEBOOK =
            """
            {
             "cells": [{"cell_type": "raw", "metadata": {}, "source": "as it was"}],
             "metadata": {"x": 1},
             "nbformat": 4, "nbformat_minor": 4
            }
            """;

    private static final List<String> WITHOUT_AN_ADMINISTRATORS_RIGHTS =
            List.of(
                    "setpriv",
                    "--bounding-set=-dac_override,-dac_read_search",
                    "--inh-caps=-dac_override,-dac_read_search");

    /// Mounts a disk of 256 KiB at `$1` that this process alone sees, copies `$2` to it, runs the
    /// rest, and copies what the disk then holds to `$3`. Ends with 77 where it may not mount.
    private static final String ON_A_SMALL_DISK =
            """
            disk=$1 old=$2 after=$3; shift 3
            mount -t tmpfs -o size=256k none "$disk" || exit 77
            cp "$old" "$disk/a.ipynb"
            "$@"; code=$?
            cp -a "$disk/." "$after"
            exit $code
            """;

    private final Locale before = Locale.getDefault();
    private final StringWriter err = new StringWriter();

    @TempDir private Path folder;

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void restoreLanguage() {
        Locale.setDefault(before);
    }

    /// A file that is refused, and the key of the words for it.
    enum Refused {
        NOT_JSON("read.not-json", "Dear diary,"),
        NO_NOTEBOOK("read.not-a-notebook", "{\"a\": [1, 2]}"),
        TRUNCATED("read.truncated", NOTEBOOK.substring(0, 60)),
        EMPTY("read.empty-file", ""),
        INVALID_UTF8("read.invalid-utf8", spliced("\u00ff")),
        OVERLONG_UTF8("read.invalid-utf8", spliced("\u00c0\u00af")),
        UTF16("read.utf16", NOTEBOOK.getBytes(Charset.forName("UTF-16"))),
        TOO_DEEP("read.too-deep", replaced("1", "[".repeat(100_000) + "]".repeat(100_000))),
        NEVER_CLOSED("read.too-deep", "[".repeat(100_000)),
        CELLS_ARE_A_TEXT("read.wrong-type", "{\"cells\": \"x\", \"nbformat\": 4}"),
        CELL_IS_A_NUMBER("read.wrong-type", "{\"cells\": [3], \"nbformat\": 4}"),
        SOURCE_IS_A_NUMBER("read.wrong-type", replaced("\"as it was\"", "3")),
        NBFORMAT_5("read.unsupported-version", replaced("\"nbformat\": 4", "\"nbformat\": 5"));

        private final String key;

        @SuppressWarnings("ImmutableEnumChecker") // read only
        private final byte[] bytes;

        Refused(String key, String text) {
            this(key, text.getBytes(StandardCharsets.UTF_8));
        }

        Refused(String key, byte[] bytes) {
            this.key = key;
            this.bytes = bytes;
        }

        private static byte[] spliced(String latin) {
            return replaced("as it was", latin).getBytes(StandardCharsets.ISO_8859_1);
        }

        private static String replaced(String old, String now) {
            return NOTEBOOK.replaceFirst(old, now);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aRefusedFileIsNamedWithItsProblemInBothLanguagesAndStays(Refused bad) throws IOException {
        var file = Files.write(folder.resolve("노트 bad.ipynb"), bad.bytes);

        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            Locale.setDefault(language);
            assertEquals(1, convert(file), err::toString);
            assertSays(file, bad.key);
        }

        assertArrayEquals(bad.bytes, Files.readAllBytes(file));
        assertEquals(List.of("노트 bad.ipynb"), names(folder));
    }

    @Test
    void aFolderIsNamedWithItsProblemInBothLanguages() throws IOException {
        var inner = Files.createDirectory(folder.resolve("inner.ipynb"));

        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            Locale.setDefault(language);
            assertEquals(1, convert(inner));
            assertSays(inner, "open.folder");
        }
    }

    @Test
    void aFileThatMayNotBeReadIsNamedWithItsProblem() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("bad.ipynb"), NOTEBOOK);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        var wrapper = Files.isReadable(file) ? WITHOUT_AN_ADMINISTRATORS_RIGHTS : List.<String>of();

        var ended = CliProcess.runUnder(wrapper, folder, converting(file));

        assertEquals(1, ended.code(), ended::err);
        assertTrue(ended.err().contains("bad.ipynb"), ended::err);
        assertTrue(ended.err().contains(Texts.of("problem").get("open.permission")), ended::err);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NaN",
                "-Infinity",
                "1e400",
                "123456789012345678901234567890",
                "\"\\ud83d\\ude00 \\ud800\""
            })
    void aValueThatFewProgramsKeepIsSavedAsItIs(String value) throws IOException {
        var text = NOTEBOOK.replace("\"x\": 1", "\"x\": " + value);
        var file = Files.writeString(folder.resolve("odd.ipynb"), text);

        assertEquals(0, convert(file), err::toString);

        assertEquals(text, Files.readString(folder.resolve("out.ipynb")));
    }

    @Test
    void aFileWithANameTwiceIsNotWrittenOverItself() throws IOException {
        var text = NOTEBOOK.replace("\"x\": 1", "\"x\": 1, \"x\": 2");
        var file = Files.writeString(folder.resolve("twice.ipynb"), text);

        for (var language : List.of(Locale.ENGLISH, Locale.KOREAN)) {
            Locale.setDefault(language);
            err.getBuffer().setLength(0);
            assertEquals(1, run("convert", file, "--to", "notebook", "-o", file));
            assertTrue(err.toString().contains(file.toString()), err::toString);
            var meaning = Texts.of("problem").get("read.duplicate-name.meaning");
            assertTrue(err.toString().contains(meaning), err::toString);
        }

        assertEquals(text, Files.readString(file));
    }

    @Test
    @Tag("long")
    void aTextOf300MegabytesIsRefusedWithinOneGigabyte() throws IOException, InterruptedException {
        var text = new byte[300_000_000];
        Arrays.fill(text, (byte) 'A');
        var file = folder.resolve("huge.ipynb");
        try (var out = Files.newOutputStream(file)) {
            out.write(
                    "{\"nbformat\": 4, \"cells\": [], \"metadata\": {\"x\": \""
                            .getBytes(StandardCharsets.UTF_8));
            out.write(text);
            out.write("\"}}".getBytes(StandardCharsets.UTF_8));
        }

        var ended =
                CliProcess.runUnder(
                        List.of("env", "JDK_JAVA_OPTIONS=-Xmx1g"), folder, converting(file));

        assertEquals(1, ended.code(), ended::err);
        assertTrue(ended.err().contains("huge.ipynb"), ended::err);
        assertTrue(ended.err().contains("too large"), ended::err);
    }

    @ParameterizedTest
    @ValueSource(strings = {"notebook", "script", "html", "markdown"})
    void aFullDiskIsNamedAndKeepsTheOldFileAlone(String form, TestReporter reporter)
            throws IOException, InterruptedException {
        var old = Files.writeString(folder.resolve("old.ipynb"), NOTEBOOK);
        var big = NOTEBOOK.replace("as it was", "much more ".repeat(50_000));
        var source = Files.writeString(folder.resolve("source.ipynb"), big);
        var disk = Files.createDirectory(folder.resolve("disk"));
        var after = Files.createDirectory(folder.resolve("after"));
        var wrapper =
                List.of(
                        "unshare",
                        "-rm",
                        "sh",
                        "-c",
                        ON_A_SMALL_DISK,
                        "small-disk",
                        disk.toString(),
                        old.toString(),
                        after.toString());
        var target = disk.resolve("a.ipynb");

        var ended =
                CliProcess.runUnder(wrapper, folder, "convert", source, "--to", form, "-o", target);

        if (ended.code() == 77 || ended.err().startsWith("unshare:")) {
            reporter.publishEntry(
                    "no disk can be mounted here; SaveFaultsTest holds a full one by a fault: "
                            + ended.err());
            assertFalse(Files.exists(target));
            return;
        }
        assertEquals(1, ended.code(), ended::err);
        assertTrue(ended.err().contains(target.toString()), ended::err);
        assertTrue(ended.err().contains(Texts.of("problem").get("save.full")), ended::err);
        assertEquals(List.of("a.ipynb"), names(after));
        assertEquals(NOTEBOOK, Files.readString(after.resolve("a.ipynb")));
    }

    private void assertSays(Path file, String key) {
        var said = err.toString();
        // Where a place or a version stands in the words, the part before it is enough.
        var words = Texts.of("problem").get(key).split("\\{0}", 2)[0];
        var meaning = Texts.of("problem").get(key + ".meaning");
        assertTrue(said.contains(file.toString()), said);
        assertTrue(said.contains(words), said);
        assertTrue(said.contains(meaning), said);
        err.getBuffer().setLength(0);
    }

    private int convert(Path file) {
        return run(converting(file));
    }

    private Object[] converting(Path file) {
        var target = folder.resolve("out.ipynb");
        return new Object[] {"convert", file, "--to", "notebook", "-o", target};
    }

    private int run(Object... arguments) {
        var quiet = new PrintWriter(new StringWriter());
        var cli =
                new Cli(
                        quiet,
                        new PrintWriter(err, true),
                        false,
                        _ -> 7,
                        (kind, file) -> kind + " " + file);
        return cli.run(Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    }

    private static List<String> names(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
