/// JSON as a tree that is folded open and shut.
///
/// Start at [JsonTree]. A value is taken apart when it is opened, one level at a time, so a large
/// one costs what is looked at. JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.output.json;

import org.jspecify.annotations.NullMarked;
