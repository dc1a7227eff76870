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

    private static final String FAMILY = "code.family";
    private static final String CODE_SIZE = "code.size";
    private static final String LINE_HEIGHT = "code.lineHeight";
    private static final String TEXT_SIZE = "text.size";
    private static final String RULER = "code.ruler";

    private LookLines() {}

    static LookSettings read(Properties lines) {
        var unset = LookSettings.DEFAULT;
        return new LookSettings(
                choice(lines, SCHEME, unset.scheme()),
                choice(lines, MOTION, unset.motion()),
                number(lines, ZOOM, unset.zoomPercent()),
                number(lines, COLUMNS, unset.columns()),
                type(lines));
    }

    private static TypeSettings type(Properties lines) {
        var unset = TypeSettings.DEFAULT;
        return new TypeSettings(
                lines.getProperty(FAMILY, unset.family()).strip(),
                number(lines, CODE_SIZE, unset.codeSize()),
                number(lines, LINE_HEIGHT, unset.linePercent()),
                number(lines, TEXT_SIZE, unset.textSize()),
                number(lines, RULER, unset.ruler()));
    }

    static void write(LookSettings look, Properties lines) {
        lines.setProperty(SCHEME, name(look.scheme()));
        lines.setProperty(MOTION, name(look.motion()));
        lines.setProperty(ZOOM, Integer.toString(look.zoomPercent()));
        lines.setProperty(COLUMNS, Integer.toString(look.columns()));
        var type = look.type();
        lines.setProperty(FAMILY, type.family());
        lines.setProperty(CODE_SIZE, Integer.toString(type.codeSize()));
        lines.setProperty(LINE_HEIGHT, Integer.toString(type.linePercent()));
        lines.setProperty(TEXT_SIZE, Integer.toString(type.textSize()));
        lines.setProperty(RULER, Integer.toString(type.ruler()));
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
