package org.cellist.app.environment.installed;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.cellist.app.environment.installed.InstalledPackages.Installer;
import org.cellist.app.environment.packages.PackageLines;

/// The code of a cell that installs packages where an IPython kernel runs, whichever machine that
/// is: a line that a person would type, to be read before it is run.
///
/// Immutable.
///
/// @param text the code
/// @param leftOut lines that are not in it, because a shell or IPython could take them for more
///     than a package
public record RestoringCode(String text, List<String> leftOut) {

    private static final String JOINT = " \\\n    ";

    /// Nothing that a shell, Windows' or another's, or IPython expands, within quotes or without.
    private static final Pattern HARMLESS = Pattern.compile("[\\w.+:/=#&~,@<>!;\\[\\]'() ?-]+");

    /// Files of this machine are not there.
    private static final Set<String> NAMES_FILE =
            Set.of("-r", "--requirement", "-c", "--constraint");

    private static final Pattern BARE = Pattern.compile("[\\w.+:/=@-]+");

    public RestoringCode {
        leftOut = List.copyOf(leftOut);
    }

    /// Returns code that installs the lines of a list.
    ///
    /// @param about what to say of it in a comment, without line ends
    /// @param installer what is there
    public static RestoringCode of(String about, List<String> lines, Installer installer) {
        var arguments = PackageLines.of(String.join("\n", lines));
        var leftOut = new ArrayList<>(arguments.faults());
        var words = new ArrayList<String>();
        var from = arguments.arguments().iterator();
        while (from.hasNext()) {
            var each = from.next();
            if (NAMES_FILE.contains(each)) {
                leftOut.add(each + " " + from.next());
            } else {
                var word = each.replace('"', '\'');
                boolean isHarmless = HARMLESS.matcher(word).matches();
                (isHarmless ? words : leftOut).add(isHarmless ? quoted(word) : each);
            }
        }
        var text = new ArrayList<String>();
        text.add("# " + about.replaceAll("\\p{Cntrl}+", " "));
        text.add(command(installer, text) + JOINT + String.join(JOINT, words));
        return new RestoringCode(String.join("\n", text), leftOut);
    }

    private static String quoted(String word) {
        return BARE.matcher(word).matches() ? word : '"' + word + '"';
    }

    /// uv makes environments without pip.
    ///
    /// @param before takes lines that come before the command
    private static String command(Installer installer, List<String> before) {
        boolean isKnown = !installer.executable().isEmpty();
        if (installer.hasPip() || !isKnown) {
            return "%pip install";
        }
        var python = '"' + installer.executable() + '"';
        if (!installer.uv().isEmpty()) {
            return "!\"" + installer.uv() + "\" pip install --python " + python;
        }
        before.add('!' + python + " -m ensurepip --upgrade");
        return "%pip install";
    }
}
