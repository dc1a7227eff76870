package org.cellist.app.environment;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes Python packages that pip installs without asking an index.
public final class Wheels {

    private Wheels() {}

    /// Makes a package of one empty module.
    ///
    /// @param needs more lines of its metadata, each with its end
    /// @return its file
    public static Path make(Path folder, String name, String version, String needs)
            throws IOException {
        var info = name + "-" + version + ".dist-info/";
        var parts =
                Map.of(
                        name + ".py",
                        "",
                        info + "METADATA",
                        """
                        Metadata-Version: 2.1
                        Name: %s
                        Version: %s
                        %s"""
                                .formatted(name, version, needs),
                        info + "WHEEL",
                        """
                        Wheel-Version: 1.0
                        Generator: test
                        Root-Is-Purelib: true
                        Tag: py3-none-any
                        """,
                        info + "RECORD",
                        """
                        %1$s.py,,
                        %2$sMETADATA,,
                        %2$sWHEEL,,
                        %2$sRECORD,,
                        """
                                .formatted(name, info));
        var file = folder.resolve(name + "-" + version + "-py3-none-any.whl");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
