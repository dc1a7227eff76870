package org.cellist.app.session;

import java.nio.file.Path;
import org.cellist.kernel.runtime.LaunchOptions;
import org.jspecify.annotations.Nullable;

/// Where a notebook's kernel runs, and what a kernel that outlives the program belongs to.
///
/// @param folder where it runs
/// @param notebook the notebook's file, absolute; null while it has none
///
/// Immutable.
record KernelPlace(Path folder, @Nullable Path notebook) {

    /// Returns the folder of a file; the person's home for a notebook that has none.
    static KernelPlace of(@Nullable Path file) {
        var notebook = file == null ? null : file.toAbsolutePath().normalize();
        var parent = notebook == null ? null : notebook.getParent();
        var home = Path.of(System.getProperty("user.home"));
        return new KernelPlace(parent == null ? home : parent, notebook);
    }

    /// Returns the same with another folder.
    KernelPlace in(Path other) {
        return new KernelPlace(other, notebook);
    }

    /// Returns what the keeper knows the notebook by.
    String name() {
        return notebook == null ? "" : notebook.toString();
    }

    /// A kernel that nobody is at ends with the program; the others are kept.
    LaunchOptions options(LaunchOptions wanted) {
        return wanted.attended() ? wanted.keptFor(name()) : wanted;
    }
}
