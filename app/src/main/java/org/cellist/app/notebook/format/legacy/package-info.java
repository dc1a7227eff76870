/// Upgrades nbformat 2 and 3 to 4.5, JSON to JSON, as Python's nbformat does.
///
/// Start at [LegacyUpgrade]. Golden files made by nbformat hold it to that. Pure functions of
/// values, safe on every thread.
@NullMarked
package org.cellist.app.notebook.format.legacy;

import org.jspecify.annotations.NullMarked;
