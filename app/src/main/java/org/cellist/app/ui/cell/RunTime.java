package org.cellist.app.ui.cell;

import java.time.Duration;
import java.util.Locale;
import org.cellist.app.text.Texts;

/// Words for how long a run took, as short as the gutter is narrow: `0.4 s`, `2:05`, `1:02 h`.
/// Immutable.
final class RunTime {

    private RunTime() {}

    static String words(Duration time) {
        var texts = Texts.of("cell");
        var locale = Locale.getDefault();
        if (time.toSeconds() < 60) {
            double seconds = Math.floor(time.toMillis() / 100.0) / 10; // 59.99 is no minute
            return texts.get("seconds", String.format(locale, "%.1f", seconds));
        }
        if (time.toHours() < 1) {
            return String.format(locale, "%d:%02d", time.toMinutes(), time.toSecondsPart());
        }
        return String.format(locale, "%d:%02d h", time.toHours(), time.toMinutesPart());
    }
}
