/// Sheets that back up the packages a notebook runs with, and put them back.
///
/// Start at [PackageChoices]. Everything on the JavaFX Application Thread.
@NullMarked
package org.cellist.app.ui.runtime.backup;

import org.jspecify.annotations.NullMarked;
