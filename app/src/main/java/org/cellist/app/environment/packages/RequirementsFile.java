package org.cellist.app.environment.packages;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.cellist.app.environment.packages.PackageFile.Found;
import org.cellist.app.environment.packages.PackageList.Form;
import org.cellist.app.environment.packages.PackageList.Reason;

/// pip's requirements file; see pip's "Requirements File Format".
///
/// Immutable.
final class RequirementsFile {

    private static final Pattern CONTINUED = Pattern.compile("\\\\\\r?\\n");

    /// Names another file, which pip looks for beside this one.
    private static final Pattern NAMES_FILE =
            Pattern.compile("(-r|-c|--requirement|--constraint)[ =]\\s*(\\S.*)");

    /// What only the machine has on which the list was made.
    private static final Pattern LOCAL =
            Pattern.compile(
                    "(?:-e|--editable)\\b.*|[.~/\\\\].*|[A-Za-z]:[/\\\\].*|file:.*"
                            + "|[\\w.\\[\\], -]+@\\s*file:.*");

    private final Path file;

    RequirementsFile(Path file) {
        this.file = file;
    }

    /// Returns the lines: parts of one that goes on are joined, and names of files made absolute.
    PackageList parse(String text) {
        var found = new Found();
        for (var each : CONTINUED.matcher(text).replaceAll(" ").lines().toList()) {
            take(each.strip(), found);
        }
        boolean isComment = found.lines.stream().allMatch(PackageLines::isComment);
        if (isComment) {
            found.lines.clear();
        }
        var python =
                found.lines.stream()
                        .flatMap(it -> PackageList.python(it).stream())
                        .findFirst()
                        .orElse(null);
        return new PackageList(file, Form.REQUIREMENTS, found.lines, found.leftOut, python);
    }

    /// Takes a line of such a file, or of a part of another that is written like it.
    void take(String line, Found found) {
        if (LOCAL.matcher(line).matches()) {
            found.leave(line, Reason.LOCAL);
            return;
        }
        var named = NAMES_FILE.matcher(line);
        if (!line.isEmpty()) {
            found.lines.add(
                    named.matches() ? named.group(1) + " " + absolute(named.group(2)) : line);
        }
    }

    private String absolute(String name) {
        boolean isAddress = name.contains("://");
        try {
            return isAddress ? name : file.resolveSibling(name).normalize().toString();
        } catch (InvalidPathException _) {
            return name; // pip says what is wrong with it
        }
    }
}
