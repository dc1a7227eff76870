package org.cellist.app.environment.packages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Turns lines that a person edits into arguments of pip. Each line becomes one argument, or an
/// option and its value, so that no line can mean more than it shows.
///
/// Immutable.
///
/// @param arguments what pip gets
/// @param faults the lines that are no packages, as they were written
public record PackageLines(List<String> arguments, List<String> faults) {

    /// Options of a requirements file that say where packages come from. No other is taken: on a
    /// command line pip has some that write files anywhere.
    private static final Set<String> WITH_VALUE =
            Set.of(
                    "-i",
                    "--index-url",
                    "--extra-index-url",
                    "-f",
                    "--find-links",
                    "-r",
                    "--requirement",
                    "-c",
                    "--constraint",
                    "--no-binary",
                    "--only-binary",
                    "--trusted-host");

    private static final Set<String> ALONE = Set.of("--no-index", "--pre", "--prefer-binary");
    private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");

    /// A name, or an address of a package; PEP 508 has names begin with a letter or digit.
    private static final Pattern PACKAGE = Pattern.compile("[\\p{Alnum}][^\\p{Cntrl}]*");

    private static final Pattern OPTION = Pattern.compile("(--?[\\w-]+)(?:(?:=|\\s+)(.*))?");

    public PackageLines {
        arguments = List.copyOf(arguments);
        faults = List.copyOf(faults);
    }

    /// Reads a text of lines; empty ones and comments stand for nothing.
    public static PackageLines of(String text) {
        var arguments = new ArrayList<String>();
        var faults = new ArrayList<String>();
        for (var each : text.lines().toList()) {
            var line = COMMENT.matcher(each).replaceAll("").strip();
            boolean isGood = line.isEmpty() || (isOption(line, arguments) || isPackage(line));
            if (!isGood) {
                faults.add(each.strip());
            } else if (isPackage(line)) {
                arguments.add(line);
            }
        }
        return new PackageLines(arguments, faults);
    }

    static boolean isComment(String line) {
        return line.isBlank() || line.strip().startsWith("#");
    }

    /// Hashes of files count in files alone: a line with them is not taken from here.
    private static boolean isPackage(String line) {
        return PACKAGE.matcher(line).matches() && !line.contains("--hash");
    }

    /// Takes an option if it is a known one.
    private static boolean isOption(String line, List<String> arguments) {
        var option = OPTION.matcher(line);
        if (!option.matches()) {
            return false;
        }
        var name = option.group(1);
        var value = option.group(2) == null ? "" : option.group(2).strip();
        boolean isKnown = value.isEmpty() ? ALONE.contains(name) : WITH_VALUE.contains(name);
        if (isKnown) {
            arguments.add(name);
            if (!value.isEmpty()) {
                arguments.add(value);
            }
        }
        return isKnown;
    }
}
