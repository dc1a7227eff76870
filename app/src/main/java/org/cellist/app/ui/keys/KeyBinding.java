package org.cellist.app.ui.keys;

/// Keys that mean a command in a place. Immutable.
///
/// @param command the name of the command
public record KeyBinding(String command, KeyPlace place, KeySequence keys) {

    /// Returns whether both cannot be had: the keys of one are those of the other, or begin them.
    public boolean isInTheWayOf(KeyBinding other) {
        return !command.equals(other.command)
                && place.overlaps(other.place)
                && (keys.startsWith(other.keys.strokes()) || other.keys.startsWith(keys.strokes()));
    }
}
