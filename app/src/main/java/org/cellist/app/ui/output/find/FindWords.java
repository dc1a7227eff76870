package org.cellist.app.ui.output.find;

import org.cellist.app.notebook.find.PatternFault;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.find.FindState.Around;

/// Says in a person's words how a search stands. Immutable.
///
/// @param texts the bundle `find`
public record FindWords(Texts texts) {

    /// Returns those of the present language.
    public static FindWords ofNow() {
        return new FindWords(Texts.of("find"));
    }

    public String of(FindState state) {
        return switch (state) {
            case FindState.Idle _ -> "";
            case FindState.Found(_, var count, _, _) when count == 0 -> texts.get("none");
            case FindState.Found found -> count(found) + sign(found.around());
            case FindState.Replaced(var count) -> texts.get("replaced", count);
            case FindState.Faulty(var fault) -> of(fault);
            case FindState.TooHard _ -> tooHard();
        };
    }

    private String count(FindState.Found found) {
        return texts.get(found.isCut() ? "count.cut" : "count", found.index() + 1, found.count());
    }

    /// A quiet sign that a step went around.
    private static String sign(Around around) {
        return switch (around) {
            case NONE -> "";
            case TO_START -> " \u21a7";
            case TO_END -> " \u21a5";
        };
    }

    /// Says what the sign means; empty for none.
    public String of(Around around) {
        return switch (around) {
            case NONE -> "";
            case TO_START -> texts.get("around.start");
            case TO_END -> texts.get("around.end");
        };
    }

    /// Says that a pattern takes too long.
    public String tooHard() {
        return texts.get("toohard");
    }

    /// Says what is wrong with a regular expression.
    public String of(PatternFault fault) {
        return switch (fault) {
            case OPEN_GROUP -> texts.get("fault.group");
            case STRAY_CLOSING -> texts.get("fault.closing");
            case OPEN_CLASS -> texts.get("fault.class");
            case NOTHING_TO_REPEAT -> texts.get("fault.repeat");
            case BAD_REPETITION -> texts.get("fault.repetition");
            case BAD_ESCAPE -> texts.get("fault.escape");
            case BAD_RANGE -> texts.get("fault.range");
            case UNKNOWN_NAME -> texts.get("fault.name");
            case OTHER -> texts.get("fault.other");
        };
    }
}
