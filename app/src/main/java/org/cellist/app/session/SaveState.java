package org.cellist.app.session;

import org.cellist.app.storage.SaveOutcome;

/// What is on this disk. Immutable.
public sealed interface SaveState {

    /// All of it.
    record Saved() implements SaveState {}

    /// Not the newest edits.
    record Unsaved() implements SaveState {}

    record Saving() implements SaveState {}

    /// The last attempt to write failed. Stays, while it is tried again, until one does not.
    record Failed(SaveOutcome.NotSaved why) implements SaveState {}

    /// Another program changed the file, and there are edits here that it does not have.
    record ChangedOnDisk() implements SaveState {}
}
