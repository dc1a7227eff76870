/// Which keys mean which command, and where.
///
/// A [Keymap] binds [KeySequence]s to the names of commands, each in a [KeyPlace]. It is a preset
/// (`common.keys` and one of `jupyter.keys`, `colab.keys`, `vscode.keys`, read by [KeyPreset])
/// with a person's own bindings laid over it. The [KeyDispatcher] of a window listens to all keys
/// and asks for commands by name; what a command does, it does not know.
///
/// Start at [KeyDispatcher]. JavaFX Application Thread; the maps are immutable.
@NullMarked
package org.cellist.app.ui.keys;

import org.jspecify.annotations.NullMarked;
