package org.cellist.app.ui.cell.markdown;

import javafx.beans.value.ObservableValue;
import org.cellist.app.ui.keys.Keymap;

/// What a person has chosen for the writing of Markdown. Immutable.
///
/// @param preview whether the rendered text is shown beside the source
/// @param keymap the keys that hold, for tooltips
public record TextChoices(ObservableValue<Boolean> preview, ObservableValue<Keymap> keymap) {}
