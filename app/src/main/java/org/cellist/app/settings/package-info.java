/// What a person has chosen, kept in one small file between starts.
///
/// Start at [SettingsStore]. Any thread.
@NullMarked
package org.cellist.app.settings;

import org.jspecify.annotations.NullMarked;
