package org.cellist.app.notebook.form;

import java.util.Arrays;
import java.util.Optional;
import org.cellist.kernel.protocol.json.JsonValue.JsonObject;
import org.cellist.kernel.protocol.json.JsonValue.JsonString;
import org.jspecify.annotations.Nullable;

/// What of a cell with a form is shown: Colab's `cellView` in the cell's metadata, else the
/// `display-mode` of the title, else both. Immutable.
public enum CellView {
    /// The form beside the code.
    BOTH("both"),
    /// The form in place of the code.
    FORM("form"),
    /// The code alone.
    CODE("code");

    private static final String MEMBER = "cellView";

    private final String wire;

    CellView(String wire) {
        this.wire = wire;
    }

    static @Nullable CellView named(@Nullable String wire) {
        return Arrays.stream(values())
                .filter(view -> view.wire.equals(wire))
                .findFirst()
                .orElse(null);
    }

    /// Returns what is shown of a cell with that form and that metadata.
    public static CellView of(Form form, JsonObject metadata) {
        return Optional.ofNullable(named(metadata.string(MEMBER)))
                .or(() -> Optional.ofNullable(displayMode(form)))
                .orElse(BOTH);
    }

    /// Returns metadata with which the code is hidden when it was shown, and shown when it was
    /// hidden. Shown is what says nothing, unless the title then hides it.
    public static JsonObject toggled(Form form, JsonObject metadata) {
        if (of(form, metadata) != FORM) {
            return metadata.with(MEMBER, new JsonString(FORM.wire));
        }
        return displayMode(form) == FORM
                ? metadata.with(MEMBER, new JsonString(BOTH.wire))
                : metadata.without(MEMBER);
    }

    private static @Nullable CellView displayMode(Form form) {
        return form.title() == null ? null : form.title().displayMode();
    }
}
