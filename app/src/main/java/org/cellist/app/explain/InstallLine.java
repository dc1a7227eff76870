package org.cellist.app.explain;

import java.util.List;
import java.util.stream.Collectors;
import org.cellist.kernel.runtime.InstallRecipe;

/// A recipe as a person would type it. Immutable.
public final class InstallLine {

    private InstallLine() {}

    /// Returns the commands in one line for a shell; the address of the kernel's page where there
    /// are none.
    public static String of(InstallRecipe recipe) {
        if (recipe.commands().isEmpty()) {
            return recipe.homepage().toString();
        }
        var prefix = recipe.needsRoot() ? "sudo " : "";
        return recipe.commands().stream()
                .map(command -> prefix + of(command))
                .collect(Collectors.joining(" && "));
    }

    /// Returns one command for a shell.
    public static String of(List<String> command) {
        return command.stream().map(InstallLine::quoted).collect(Collectors.joining(" "));
    }

    private static String quoted(String word) {
        return word.matches("[\\w@%+=:,./~-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
