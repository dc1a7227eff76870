package org.cellist.app.ui.runtime;

import org.jspecify.annotations.Nullable;

/// What a notebook asks to run on, and what it runs on now. Immutable.
///
/// @param kernelspec the `kernelspec.name` in its metadata, null if it names none
/// @param language its language as it spells it, null if it names none
/// @param attached the `Kernelspec.key` it runs on, null when it runs on none
public record Wish(
        @Nullable String kernelspec, @Nullable String language, @Nullable String attached) {

    /// Returns the kernelspec or, when it names none, the language; null if it asks for neither.
    @Nullable String asked() {
        return kernelspec == null ? language : kernelspec;
    }
}
