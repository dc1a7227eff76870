package org.cellist.app.environment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// Why packages could not be installed, as far as an installer's output tells.
///
/// Known are the words of pip 22 to 26, uv 0.4 and later, and conda 4 to 25 with mamba.
///
/// Immutable.
///
/// @param kind what it comes down to
/// @param subject the package, line or folder that it is about; empty where none is named
/// @param lastWords the installer's newest lines of output, or the system's message
public record InstallProblem(Kind kind, String subject, String lastWords) {

    /// What it comes down to. Immutable.
    public enum Kind {
        /// Something is at the folder already.
        FOLDER_TAKEN,
        /// This user may not write there.
        NOT_ALLOWED,
        DISK_FULL,
        /// The Python has no `venv`, which Debian keeps in a package of its own.
        NO_VENV,
        /// The package index was not reached.
        NO_NETWORK,
        /// No index has such a package, or none for this Python and system.
        NO_PACKAGE,
        /// It is not written as a package is.
        BAD_LINE,
        /// The packages exclude each other.
        CONFLICT,
        /// A package has no wheel for this system, and its source did not compile.
        BUILD,
        /// A file that was named could not be read.
        NO_FILE,
        OTHER
    }

    /// Words, and what they mean; the subject is the group. Earlier ones win: pip that reaches no
    /// index says in the end that there is no such package.
    private record Sign(Kind kind, Pattern words) {
        Sign(Kind kind, String words) {
            this(kind, Pattern.compile(words, Pattern.CASE_INSENSITIVE));
        }
    }

    private static final List<Sign> SIGNS =
            List.of(
                    new Sign(
                            Kind.DISK_FULL,
                            "No space left on device|Errno 28\\b|not enough space"
                                    + "|disk quota exceeded|NoSpaceLeftError"),
                    new Sign(
                            Kind.NO_VENV,
                            "ensurepip is not\\s+available|No module named '?(?:venv|ensurepip)\\b"),
                    new Sign(
                            Kind.NO_NETWORK,
                            "NewConnectionError|NameResolutionError|ConnectTimeoutError|ProxyError"
                                    + "|ReadTimeoutError|name resolution|getaddrinfo failed"
                                    + "|Name or service not known|Network is unreachable"
                                    + "|CondaHTTPError|CERTIFICATE_VERIFY_FAILED|dns error"
                                    + "|error sending request|Could not connect"
                                    + "|client error \\(Connect\\)|Connection refused"
                                    + "|Download error"),
                    new Sign(
                            Kind.BAD_LINE,
                            "Invalid requirement:? *['\"]?([^'\"\\n]+)|Failed to parse:? *`([^`]+)`"),
                    new Sign(
                            Kind.NO_FILE,
                            "Could not open requirements file.*?'([^']+)'"
                                    + "|File not found: `([^`]+)`"
                                    + "|EnvironmentFileNotFound.*?'([^']+)'"),
                    new Sign(
                            Kind.BUILD,
                            "Failed (?:building wheel|to build(?: installable wheels)?)"
                                    + " (?:for )?`?([\\w.-]*)|metadata-generation-failed"
                                    + "|subprocess-exited-with-error"),
                    new Sign(
                            Kind.CONFLICT,
                            "ResolutionImpossible|conflicting dependencies|UnsatisfiableError"
                                    + "|incompatible packages"),
                    new Sign(
                            Kind.NO_PACKAGE,
                            "No matching distribution found for ([^\\s;]+)"
                                    + "|Because ([\\w.-]+) was not found in the"
                                    + "|there is no version of ([\\w.-]+)"
                                    + "|nothing provides (?:requested )?([^\\s;,]+)"
                                    + "|PackagesNotFoundError"
                                    + "|([\\w.-]+) [^\\n]*does not exist \\(perhaps a typo"),
                    new Sign(Kind.CONFLICT, "No solution found when resolving"),
                    new Sign(
                            Kind.NOT_ALLOWED,
                            "Permission denied|Errno 13\\b|Access is denied|Read-only file system"));

    /// Returns what an installer's last words mean.
    public static InstallProblem of(String lastWords) {
        for (var sign : SIGNS) {
            var found = sign.words.matcher(lastWords);
            if (found.find()) {
                for (int i = 1; i <= found.groupCount(); i++) {
                    var subject = found.group(i);
                    if (subject != null && !subject.isBlank()) {
                        return new InstallProblem(sign.kind, subject.strip(), lastWords);
                    }
                }
                return new InstallProblem(sign.kind, "", lastWords);
            }
        }
        return new InstallProblem(Kind.OTHER, "", lastWords);
    }

    /// Returns why a folder could not be made.
    static InstallProblem ofSystem(Path folder, IOException trouble) {
        var words = trouble.toString();
        var kind = trouble instanceof AccessDeniedException ? Kind.NOT_ALLOWED : of(words).kind;
        return new InstallProblem(kind, folder.toString(), words);
    }
}
