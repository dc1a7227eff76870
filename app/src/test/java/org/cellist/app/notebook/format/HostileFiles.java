package org.cellist.app.notebook.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.cellist.app.notebook.format.ReadProblem.Kind;
import org.jspecify.annotations.Nullable;

/// Files made to be hard on a reader, each with what has to come of it.
///
/// Immutable.
final class HostileFiles {

    /// A notebook with `@` where something hostile can stand: in the notebook's metadata, in a
    /// cell's metadata, in a source, in an output's data, and as an attachment.
    static final String BASE =
            """
            {
             "cells": [
              {
               "attachments": {"a.png": {"image/png": "iVBORw0="}},
               "cell_type": "markdown",
               "id": "one",
               "metadata": {},
               "source": ["# title\\n", "text"]
              },
              {
               "cell_type": "code",
               "execution_count": 2,
               "id": "two",
               "metadata": {"tags": ["a"]},
               "outputs": [
                {"name": "stdout", "output_type": "stream", "text": ["x\\n"]},
                {
                 "data": {"application/json": {"n": 1}, "text/plain": ["1"]},
                 "execution_count": 2,
                 "metadata": {},
                 "output_type": "execute_result"
                }
               ],
               "source": "print(1)"
              }
             ],
             "metadata": {"kernelspec": {"name": "python3"}},
             "nbformat": 4,
             "nbformat_minor": 5
            }
            """;

    private HostileFiles() {}

    /// One file.
    ///
    /// @param problem why it is refused; null when it opens
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Hostile(String name, byte[] bytes, @Nullable Kind problem, boolean isReadOnly) {

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Hostile> all() {
        var files = new ArrayList<Hostile>();
        addNumbers(files);
        addTexts(files);
        addEncodings(files);
        addDuplicates(files);
        addLimits(files);
        addOtherThanNotebooks(files);
        addBrokenJson(files);
        addStrangeButRight(files);
        return files.stream();
    }

    private static void addNumbers(List<Hostile> files) {
        for (var number :
                List.of(
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "1e400",
                        "-0",
                        "-0.0",
                        "0.1000",
                        "1E5",
                        "123456789012345678901234567890",
                        "1.0000000000000000000000001")) {
            files.add(opens(number + " in metadata", inMetadata("\"n\": " + number)));
            files.add(opens(number + " in an output", replaced("{\"n\": 1}", number)));
            files.add(
                    opens(
                            number + " as a count",
                            replaced("\"execution_count\": 2,\n   \"id\"", count(number))));
        }
    }

    private static String count(String number) {
        return "\"execution_count\": " + number + ",\n   \"id\"";
    }

    private static void addTexts(List<Hostile> files) {
        for (var text :
                List.of(
                        "\\ud800",
                        "\\udc00\\ud800",
                        "\\uD83D\\uDE00",
                        "\\u0000",
                        "\\u2028",
                        "\u2028",
                        "\u202e\u2066bidi",
                        "\\/",
                        "\\u0041",
                        "\u007f",
                        "\ufeff",
                        "\ufffe",
                        "<script>alert(1)</script>",
                        "x\\r\\ny\\rz")) {
            files.add(opens(text + " in a source", replaced("# title", text)));
            files.add(opens(text + " in a name", inMetadata("\"" + text + "\": 1")));
            files.add(opens(text + " as a MIME type", replaced("image/png", text)));
            files.add(opens(text + " in a stream", replaced("[\"x\\n\"]", "\"" + text + "\"")));
        }
        for (var name : List.of("../../x", "C:\\\\x", "con", "/etc/passwd", "a\\u0000b", "")) {
            files.add(opens("attachment " + name, replaced("a.png", name)));
        }
    }

    private static void addEncodings(List<Hostile> files) {
        files.add(opens("BOM", "\ufeff" + BASE));
        files.add(opens("CRLF", BASE.replace("\n", "\r\n")));
        files.add(opens("CR", BASE.replace('\n', '\r')));
        for (var charset : List.of("UTF-16LE", "UTF-16BE", "UTF-16")) {
            var bytes = BASE.getBytes(Charset.forName(charset));
            files.add(new Hostile(charset, bytes, Kind.UTF16, false));
        }
        for (var hex :
                List.of(
                        "ff",
                        "c0af",
                        "e080af",
                        "eda080",
                        "edb080",
                        "f4908080",
                        "f5808080",
                        "80",
                        "c3")) {
            files.add(new Hostile("bytes " + hex, spliced(hex), Kind.INVALID_UTF8, false));
        }
    }

    private static byte[] spliced(String hex) {
        var out = new ByteArrayOutputStream();
        int at = BASE.indexOf("title");
        out.writeBytes(BASE.substring(0, at).getBytes(StandardCharsets.UTF_8));
        out.writeBytes(HexFormat.of().parseHex(hex));
        out.writeBytes(BASE.substring(at).getBytes(StandardCharsets.UTF_8));
        return out.toByteArray();
    }

    private static void addDuplicates(List<Hostile> files) {
        for (var member :
                List.of(
                        "\"nbformat\": 4",
                        "\"name\": \"python3\"",
                        "\"id\": \"one\"",
                        "\"tags\": [\"a\"]",
                        "\"name\": \"stdout\"",
                        "\"text/plain\": [\"1\"]",
                        "\"n\": 1",
                        "\"a.png\": {\"image/png\": \"iVBORw0=\"}",
                        "\"image/png\": \"iVBORw0=\"",
                        "\"source\": \"print(1)\"",
                        "\"output_type\": \"stream\"")) {
            var twice = replaced(member, member + ", " + member);
            files.add(readOnly("twice " + member, twice));
        }
        files.add(readOnly("twice by an escape", inMetadata("\"ab\": 1, \"\\u0061b\": 2")));
    }

    private static void addLimits(List<Hostile> files) {
        files.add(opens("depth 200", inMetadata("\"d\": " + nested(198))));
        for (int depth : new int[] {199, 999, 100_000}) {
            var deep = inMetadata("\"d\": " + nested(depth));
            files.add(refused("depth " + (depth + 2), deep, Kind.TOO_DEEP));
        }
        files.add(refused("unclosed brackets", "[".repeat(100_000), Kind.TOO_DEEP));
        files.add(refused("unclosed braces", "{\"a\":".repeat(100_000), Kind.TOO_DEEP));
        files.add(opens("name of 60 KB", inMetadata("\"" + "n".repeat(60_000) + "\": 1")));
        files.add(
                refused(
                        "name of 65 KiB",
                        inMetadata("\"" + "n".repeat(65 * 1024) + "\": 1"),
                        Kind.TOO_LARGE));
        files.add(opens("string of 3 MB", replaced("iVBORw0=", "iVBO".repeat(800_000))));
        files.add(refused("100,001 cells", cells(100_001), Kind.TOO_LARGE));
        files.add(opens("10,000 cells", cells(10_000)));
    }

    static String cells(int count) {
        var cell = "{\"cell_type\":\"raw\",\"metadata\":{},\"source\":\"\"}";
        return "{\"cells\":["
                + (cell + ",").repeat(count - 1)
                + cell
                + "],\"metadata\":{},\"nbformat\":4,\"nbformat_minor\":4}";
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static void addOtherThanNotebooks(List<Hostile> files) {
        for (var empty : List.of("", " \n\t", "\ufeff", "\ufeff\n", "\0\0\0\0")) {
            files.add(refused("empty " + empty.length(), empty, Kind.EMPTY_FILE));
        }
        for (var json : List.of("[]", "{}", "\"x\"", "3", "null", "{\"nbformat\": 4}", "NaN")) {
            files.add(refused("only " + json, json, Kind.NOT_A_NOTEBOOK));
        }
        files.add(
                refused(
                        "worksheets in 4",
                        "{\"nbformat\": 4, \"nbformat_minor\": 0, \"worksheets\": []}",
                        Kind.NOT_A_NOTEBOOK));
        for (int version : new int[] {0, 1, 5, 99}) {
            var other = replaced("\"nbformat\": 4", "\"nbformat\": " + version);
            files.add(refused("nbformat " + version, other, Kind.UNSUPPORTED_VERSION));
        }
        files.add(refused("nbformat 5 alone", "{\"nbformat\": 5}", Kind.UNSUPPORTED_VERSION));
        files.add(refused("HTML", "<!DOCTYPE html>\n<html></html>", Kind.HTML));
        files.add(refused("Korean text", "안녕하세요", Kind.NOT_JSON));
        files.add(refused("Git LFS", "version https://git-lfs.github.com/spec/v1", Kind.NOT_JSON));
        files.add(
                refused(
                        "merge markers",
                        replaced(
                                "   \"id\": \"one\",",
                                "<<<<<<< HEAD\n   \"id\": \"one\",\n=======\n   \"id\": \"1\",\n>>>>>>> b"),
                        Kind.MERGE_MARKERS));
    }

    private static void addBrokenJson(List<Hostile> files) {
        files.add(refused("a second document", BASE + BASE, Kind.TRAILING_TEXT));
        files.add(refused("trailing NUL", BASE + "\0", Kind.TRAILING_TEXT));
        files.add(refused("trailing comma", replaced("\"a\"]", "\"a\",]"), Kind.NOT_JSON));
        files.add(refused("comment", "// hello\n" + BASE, Kind.NOT_JSON));
        files.add(refused("single quotes", replaced("\"one\"", "'one'"), Kind.NOT_JSON));
        files.add(refused("raw line end in a string", replaced("title", "a\nb"), Kind.NOT_JSON));
        files.add(refused("raw NUL in a string", replaced("title", "a\0b"), Kind.NOT_JSON));
        files.add(refused("unknown escape", replaced("title", "\\x41"), Kind.NOT_JSON));
        files.add(refused("cut escape", replaced("title", "\\u12G4"), Kind.NOT_JSON));
        for (var number : List.of("01", "1.", ".5", "+1", "1e", "-", "0x10", "--1")) {
            files.add(refused("number " + number, inMetadata("\"n\": " + number), Kind.NOT_JSON));
        }
    }

    private static void addStrangeButRight(List<Hostile> files) {
        files.add(opens("unknown output type", replaced("\"stream\"", "\"hologram\"")));
        files.add(opens("unknown cell type", replaced("\"markdown\"", "\"sql\"")));
        files.add(opens("unknown members", inMetadata("\"future\": [{\"a\": [[]]}]")));
        files.add(opens("a later minor", replaced("_minor\": 5", "_minor\": 17")));
        files.add(opens("no minor", replaced(",\n \"nbformat_minor\": 5", "")));
        files.add(opens("no final line end", BASE.stripTrailing()));
        files.add(opens("much final space", BASE + "\n\n \t\r\n"));
        files.add(opens("the same id twice", replaced("\"two\"", "\"one\"")));
        files.add(opens("an invalid id", replaced("\"two\"", "\"two words\"")));
        files.add(opens("an empty id", replaced("\"two\"", "\"\"")));
        files.add(opens("no cells", "{\"nbformat\":4,\"nbformat_minor\":2,\"cells\":[ ]}"));
        files.add(opens("spaces before colons", BASE.replace("\":", "\" :")));
    }

    static String replaced(String old, String now) {
        if (!BASE.contains(old)) {
            throw new IllegalArgumentException(old);
        }
        int at = BASE.indexOf(old);
        return BASE.substring(0, at) + now + BASE.substring(at + old.length());
    }

    static String inMetadata(String member) {
        return replaced("\"kernelspec\"", member + ", \"kernelspec\"");
    }

    private static Hostile opens(String name, String text) {
        return new Hostile(name, text.getBytes(StandardCharsets.UTF_8), null, false);
    }

    private static Hostile readOnly(String name, String text) {
        return new Hostile(name, text.getBytes(StandardCharsets.UTF_8), Kind.DUPLICATE_NAME, true);
    }

    private static Hostile refused(String name, String text, Kind kind) {
        return new Hostile(name, text.getBytes(StandardCharsets.UTF_8), kind, false);
    }
}
