package org.cellist.app.ui.notebook.metadata;

import org.cellist.app.notebook.metadata.MetadataFault;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.notebook.metadata.MetadataViewModel.State;

/// Says what is known about written metadata. Immutable.
final class MetadataWords {

    private final Texts texts = Texts.of("metadata");

    /// Returns why something cannot be applied, and where.
    String of(MetadataFault fault) {
        var words = texts.get("fault." + fault.problem().name(), fault.what());
        return texts.get("fault.place", words, fault.line(), fault.column());
    }

    /// Returns what there is to say; empty when all is applied.
    String of(State state) {
        var fault = state.fault();
        if (state.isGone()) {
            return texts.get("state.gone");
        }
        if (fault != null) {
            return of(fault);
        }
        if (!state.isChanged()) {
            return "";
        }
        return texts.get(state.isOvertaken() ? "state.overtaken" : "state.changed");
    }
}
