package org.cellist.kernel.runtime;

/// An installed kernelspec, and how near it is to the one that a notebook names.
///
/// Immutable.
public record KernelMatch(Kernelspec kernelspec, Closeness closeness) {

    /// How near, nearest first. Immutable.
    public enum Closeness {
        /// It has the name.
        SAME_NAME,
        /// It runs the language under another name.
        SAME_LANGUAGE,
        /// It runs another language.
        OTHER
    }
}
