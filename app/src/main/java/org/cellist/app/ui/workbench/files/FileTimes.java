package org.cellist.app.ui.workbench.files;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.cellist.app.text.Texts;

/// Times about files, in a person's words.
///
/// Immutable.
final class FileTimes {

    private final Texts texts = Texts.of("files");
    private final ZoneId zone;

    FileTimes(ZoneId zone) {
        this.zone = zone;
    }

    /// Returns the time of the day for what was today, else the day.
    String moment(Instant moment, Instant now) {
        var then = moment.atZone(zone);
        return then.toLocalDate().equals(now.atZone(zone).toLocalDate())
                ? format(then, DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT))
                : format(then, DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT));
    }

    /// Returns day and time.
    String full(Instant moment) {
        return format(
                moment.atZone(zone),
                DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT));
    }

    private static String format(ZonedDateTime time, DateTimeFormatter formatter) {
        return time.format(formatter.withLocale(Locale.getDefault()));
    }

    /// Returns how long something will take.
    String left(Duration left) {
        long seconds = Math.max(1, left.toSeconds());
        if (seconds < 60) {
            return texts.get("left.seconds", seconds);
        }
        return left.toHours() < 1
                ? texts.get("left.minutes", Math.ceilDiv(seconds, 60))
                : texts.get("left.hours", Math.ceilDiv(seconds, 3600));
    }
}
