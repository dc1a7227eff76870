package org.cellist.app.ui.terminal.emulation;

import com.techsenger.jeditermfx.core.TextStyle;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How letters look under which a program has put an address (OSC 8). Immutable.
final class LinkedStyle extends TextStyle {

    private final String address;

    LinkedStyle(TextStyle look, String address) {
        super(look.getForeground(), look.getBackground(), options(look));
        this.address = address;
    }

    private static EnumSet<Option> options(TextStyle look) {
        var options = EnumSet.noneOf(Option.class);
        for (var each : List.of(Option.values())) {
            if (look.hasOption(each)) {
                options.add(each);
            }
        }
        return options;
    }

    String address() {
        return address;
    }

    /// Letters of two addresses are not one stretch.
    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof LinkedStyle linked
                && linked.address.equals(address);
    }

    @Override
    public int hashCode() {
        return super.hashCode() + address.hashCode();
    }
}
