package org.cellist.app.ui.workbench.port;

import java.util.List;
import org.cellist.app.ui.runtime.RuntimeState;

/// What the window says about a document besides its cells. Immutable.
///
/// @param save what is on this disk
/// @param access whether it may be saved under its name
/// @param runtime what its kernel does
/// @param foreignChange whether another program has changed the file since it was read
/// @param notices what a person should know of its run, and has not put away
public record DocumentState(
        SaveState save,
        Access access,
        RuntimeState runtime,
        boolean foreignChange,
        List<Notice> notices) {

    public DocumentState {
        notices = List.copyOf(notices);
    }

    /// A state without notices.
    public DocumentState(
            SaveState save, Access access, RuntimeState runtime, boolean foreignChange) {
        this(save, access, runtime, foreignChange, List.of());
    }

    /// Returns the same with another state of the disk.
    public DocumentState with(SaveState other) {
        return new DocumentState(other, access, runtime, foreignChange, notices);
    }

    /// Returns the same with these notices.
    public DocumentState with(List<Notice> others) {
        return new DocumentState(save, access, runtime, foreignChange, others);
    }

    /// What is on this disk.
    public sealed interface SaveState {

        /// All of it.
        record Saved() implements SaveState {}

        /// Not the newest edits; they will be written without being asked for.
        record Unsaved() implements SaveState {}

        record Saving() implements SaveState {}

        /// The last attempt to write failed.
        ///
        /// @param why in a person's words, with what to do next
        record Failed(String why) implements SaveState {}

        /// A new notebook that has no file yet.
        record NoFile() implements SaveState {}

        /// All of it, and the machine where the file lies has it as well.
        record SavedThere(String place) implements SaveState {}

        /// All of it, which is on its way to the machine where the file lies.
        record Sending(String place) implements SaveState {}

        /// All of it, which the machine where the file lies does not have; a notice says why.
        record NotSent(String place) implements SaveState {}

        /// Returns whether there is something that this disk does not have yet.
        default boolean isPending() {
            return switch (this) {
                case Saved _, SavedThere _, Sending _, NotSent _ -> false;
                case Unsaved _, Saving _, Failed _, NoFile _ -> true;
            };
        }
    }

    /// Whether it may be changed and saved under its name.
    public sealed interface Access {

        record Writable() implements Access {}

        /// It can be read and run, and saved only under another name.
        ///
        /// @param why in a person's words
        record ReadOnly(String why) implements Access {}

        /// It belongs to a library: it is read until a person wants to change it.
        ///
        /// @param why in a person's words
        record Library(String why) implements Access {}
    }
}
