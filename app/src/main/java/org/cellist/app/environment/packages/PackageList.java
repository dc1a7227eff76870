package org.cellist.app.environment.packages;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The packages that a file asks for, as lines of a requirements file.
///
/// Immutable.
///
/// @param file where they come from, absolute
/// @param form how that is written
/// @param lines packages, options of pip and comments, in the file's order
/// @param leftOut what of the file is not among them
/// @param python what the file asks of Python: a version (`3.11`) or a condition (`>=3.9`); null if
///     nothing
public record PackageList(
        Path file, Form form, List<String> lines, List<LeftOut> leftOut, @Nullable String python) {

    public PackageList {
        lines = List.copyOf(lines);
        leftOut = List.copyOf(leftOut);
    }

    /// How such files are written. Immutable.
    public enum Form {
        /// pip's `requirements.txt`.
        REQUIREMENTS,
        /// conda's `environment.yml`.
        CONDA,
        /// `pyproject.toml`.
        PROJECT,
        /// What Cellist keeps in a notebook.
        NOTEBOOK
    }

    /// Something that cannot be taken over.
    ///
    /// @param text as the file has it
    public record LeftOut(String text, Reason reason) {}

    /// Why something is not taken over. Immutable.
    public enum Reason {
        /// A place that conda fetches from, which pip does not know.
        CHANNEL,
        /// No Python package: pip cannot install it.
        NOT_PYTHON,
        /// A folder or file of the machine that the list was made on.
        LOCAL,
        /// Written in a way that has no like in pip.
        UNCLEAR
    }

    private static final Pattern PYTHON_LINE =
            Pattern.compile("#\\s*Python (3\\.\\d+(?:\\.\\d+)?)");

    /// Returns the comment by which a requirements file says what Python it was made with.
    public static String pythonLine(String version) {
        return "# Python " + version;
    }

    /// Returns the version that such a comment names; empty when it is another line.
    static Optional<String> python(String line) {
        var matcher = PYTHON_LINE.matcher(line);
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /// Returns the lines as one text.
    public String text() {
        return String.join("\n", lines);
    }

    /// Returns whether pip, given the file itself, would install just these lines.
    public boolean isWhole() {
        return form == Form.REQUIREMENTS && leftOut.isEmpty();
    }
}
