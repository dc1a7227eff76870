package org.cellist.app.settings;

import java.util.Locale;
import java.util.Properties;

/// The lines of the settings file that say how the window looks. What cannot be read is as it was
/// before anything was chosen. Immutable.
final class LookLines {

    private static final String SCHEME = "theme";
    private static final String MOTION = "motion";
    private static final String ZOOM = "zoom";
    private static final String COLUMNS = "columns";

    private LookLines() {}

    static LookSettings read(Properties lines) {
        var unset = LookSettings.DEFAULT;
        return new LookSettings(
                choice(lines, SCHEME, unset.scheme()),
                choice(lines, MOTION, unset.motion()),
                number(lines, ZOOM, unset.zoomPercent()),
                number(lines, COLUMNS, unset.columns()));
    }

    static void write(LookSettings look, Properties lines) {
        lines.setProperty(SCHEME, name(look.scheme()));
        lines.setProperty(MOTION, name(look.motion()));
        lines.setProperty(ZOOM, Integer.toString(look.zoomPercent()));
        lines.setProperty(COLUMNS, Integer.toString(look.columns()));
    }

    private static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    private static <T extends Enum<T>> T choice(Properties lines, String key, T unset) {
        var text = lines.getProperty(key, "");
        for (T each : unset.getDeclaringClass().getEnumConstants()) {
            if (name(each).equals(text)) {
                return each;
            }
        }
        return unset;
    }

    private static int number(Properties lines, String key, int unset) {
        var text = lines.getProperty(key, "");
        return text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : unset;
    }
}
