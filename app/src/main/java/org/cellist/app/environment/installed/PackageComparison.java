package org.cellist.app.environment.installed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cellist.app.environment.packages.PackageLines;
import org.jspecify.annotations.Nullable;

/// What a list of packages asks for, beside what is installed.
///
/// Immutable.
///
/// @param same how many are there just so
/// @param others those that are there in another version
/// @param missing those that are not there, as the list has them
/// @param unclear lines of which nobody can tell without an installer, such as `numpy>=2`
public record PackageComparison(
        int same, List<Other> others, List<String> missing, List<String> unclear) {

    private static final Pattern PINNED =
            Pattern.compile("([\\w.-]+)(?:\\[[^]]*])?\\s*===?\\s*([^\\s;*,]+)");

    private static final Pattern NAMED = Pattern.compile("([\\w.-]+)(?:\\[[^]]*])?");
    private static final Pattern ADDRESSED = Pattern.compile("([\\w.-]+)\\s*@\\s*\\S+");

    public PackageComparison {
        others = List.copyOf(others);
        missing = List.copyOf(missing);
        unclear = List.copyOf(unclear);
    }

    /// A package that is there in another version.
    ///
    /// @param name as the list has it
    /// @param wanted the version that the list has
    /// @param there the version that is installed
    public record Other(String name, String wanted, String there) {}

    /// Compares the lines of a list with what is installed. Options of pip count for nothing.
    public static PackageComparison of(List<String> wanted, InstalledPackages installed) {
        var there = new HashMap<String, String>();
        installed.lines().forEach(line -> note(line, there));
        var comparing = new Comparing(there);
        PackageLines.of(String.join("\n", wanted)).arguments().stream()
                .filter(it -> !it.startsWith("-"))
                .forEach(comparing::take);
        return new PackageComparison(
                comparing.same, comparing.others, comparing.missing, comparing.unclear);
    }

    private static void note(String line, Map<String, String> there) {
        pinned(line).ifPresent(it -> there.put(plain(it.name), it.version));
        var addressed = ADDRESSED.matcher(line);
        if (addressed.matches()) {
            there.put(plain(addressed.group(1)), line);
        }
    }

    private record Pinned(String name, String version) {}

    private static Optional<Pinned> pinned(String line) {
        var pinned = PINNED.matcher(line);
        return pinned.matches()
                ? Optional.of(new Pinned(pinned.group(1), pinned.group(2)))
                : Optional.empty();
    }

    /// PEP 503: `Scikit_Learn` and `scikit-learn` are one.
    private static String plain(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    /// Returns whether nothing would have to be installed.
    public boolean isSame() {
        return others.isEmpty() && missing.isEmpty() && unclear.isEmpty();
    }

    private static final class Comparing {

        private final Map<String, String> there;
        private final List<Other> others = new ArrayList<>();
        private final List<String> missing = new ArrayList<>();
        private final List<String> unclear = new ArrayList<>();
        private int same;

        Comparing(Map<String, String> there) {
            this.there = there;
        }

        private @Nullable String there(String name) {
            return there.get(plain(name));
        }

        void take(String line) {
            var pinned = pinned(line);
            if (pinned.isPresent()) {
                take(line, pinned.get());
            } else if (line.equals(there(line.split("[\\s@]", 2)[0]))) {
                same++; // from the same address
            } else if (NAMED.matcher(line).matches()) {
                takeAny(line);
            } else {
                unclear.add(line);
            }
        }

        private void take(String line, Pinned wanted) {
            var version = there(wanted.name());
            if (version == null) {
                missing.add(line);
            } else if (version.equals(wanted.version())) {
                same++;
            } else {
                others.add(new Other(wanted.name(), wanted.version(), version));
            }
        }

        /// Any version does.
        private void takeAny(String line) {
            if (there(line.replaceFirst("\\[.*", "")) == null) {
                missing.add(line);
            } else {
                same++;
            }
        }
    }
}
