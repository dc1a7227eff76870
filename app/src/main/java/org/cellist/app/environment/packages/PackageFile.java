package org.cellist.app.environment.packages;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Reads the files that name Python packages. Immutable.
public final class PackageFile {

    /// The usual names beside a notebook, in the order to offer them.
    private static final List<String> USUAL =
            List.of("requirements.txt", "environment.yml", "environment.yaml", "pyproject.toml");

    /// A lock file of a large project has some hundred kilobytes.
    private static final int MOST_BYTES = 1 << 20;

    private PackageFile() {}

    /// What became of reading a file.
    public sealed interface Outcome {

        record Read(PackageList list) implements Outcome {}

        /// It is not there, may not be read, or is too large for such a file.
        record Unreadable(Path file) implements Outcome {}

        /// It is not written as its name says.
        ///
        /// @param why in the parser's words
        record NotUnderstood(Path file, String why) implements Outcome {}

        /// It is well written, and names no packages where they are looked for.
        record Empty(Path file) implements Outcome {}
    }

    /// Returns the files of a folder that usually name packages.
    public static List<Path> in(Path folder) {
        return USUAL.stream().map(folder::resolve).filter(Files::isRegularFile).toList();
    }

    /// Reads a file by its name: `.yml` and `.yaml` as conda's, `.toml` as a project's, all others
    /// as pip's requirements. Blocks for as long as the disk takes.
    public static Outcome read(Path path) {
        var file = path.toAbsolutePath().normalize();
        String text;
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                return new Outcome.Unreadable(file);
            }
            text = decoded(Files.readAllBytes(file));
        } catch (IOException _) {
            return new Outcome.Unreadable(file);
        }
        try {
            var list = parsed(file, text);
            boolean isEmpty = list.lines().isEmpty() && list.leftOut().isEmpty();
            return isEmpty ? new Outcome.Empty(file) : new Outcome.Read(list);
        } catch (IllegalArgumentException e) {
            return new Outcome.NotUnderstood(file, String.valueOf(e.getMessage()));
        }
    }

    private static PackageList parsed(Path file, String text) {
        var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        if (name.endsWith(".yml") || name.endsWith(".yaml")) {
            return new CondaFile(file).parse(text);
        }
        return name.endsWith(".toml")
                ? new ProjectFile(file).parse(text)
                : new RequirementsFile(file).parse(text);
    }

    /// PowerShell writes UTF-16 where a person writes `pip freeze > requirements.txt`.
    private static String decoded(byte[] bytes) {
        if (starts(bytes, 0xFF, 0xFE)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return decoded(bytes, 2, StandardCharsets.UTF_16BE);
        }
        int mark = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return decoded(bytes, mark, StandardCharsets.UTF_8);
    }

    private static String decoded(byte[] bytes, int from, Charset charset) {
        return charset.decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
    }

    private static boolean starts(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    /// Collects what a parser finds.
    static final class Found {

        final List<String> lines = new ArrayList<>();
        final List<PackageList.LeftOut> leftOut = new ArrayList<>();

        void leave(String text, PackageList.Reason reason) {
            leftOut.add(new PackageList.LeftOut(text, reason));
        }
    }
}
