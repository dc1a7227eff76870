package org.cellist.app.ui.cell;

import java.time.Duration;
import java.util.Locale;
import org.cellist.app.text.Texts;

/// Words for how long a run took: `0.4 s`, `12.4 s`, `2 min 05 s`, `1 h 02 min`. Immutable.
final class RunTime {

    private RunTime() {}

    static String words(Duration time) {
        var texts = Texts.of("cell");
        var locale = Locale.getDefault();
        if (time.toSeconds() < 60) {
            double seconds = time.toMillis() / 1000.0;
            return texts.get("seconds", String.format(locale, "%.1f", seconds));
        }
        if (time.toMinutes() < 60) {
            return texts.get(
                    "minutes", time.toMinutes(), String.format("%02d", time.toSecondsPart()));
        }
        return texts.get("hours", time.toHours(), String.format("%02d", time.toMinutesPart()));
    }
}
