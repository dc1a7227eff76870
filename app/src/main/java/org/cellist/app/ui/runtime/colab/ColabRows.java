package org.cellist.app.ui.runtime.colab;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Origin;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.app.ui.runtime.row.ServerRows.Entry;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.jspecify.annotations.Nullable;

/// Turns what Colab would give into the picker's rows, and a runtime whose server is not known.
///
/// Immutable.
final class ColabRows {

    private static final String KEY = "colab ";

    private final Texts texts = Texts.of("colab");
    private final ColabWords words = new ColabWords();
    private final @Nullable ColabMachine wanted;

    /// @param wanted the machine that the notebook asks for; null for none
    ColabRows(@Nullable ColabMachine wanted) {
        this.wanted = wanted;
    }

    /// Returns the row of a runtime to which Colab shows no way.
    Entry closed(ColabRuntime runtime) {
        var row =
                new RuntimeRow(
                        KEY + runtime.endpoint(),
                        words.name(runtime.machine()),
                        new Origin.WholeServer(),
                        runtime.endpoint(),
                        new State.Unusable(texts.get("runtime.closed")),
                        new Place.OnColab(runtime));
        return new Entry(row, null);
    }

    /// Returns the rows of what can be had, what the notebook asks for first.
    ///
    /// @param answer null while there is none
    List<RuntimeRow> of(@Nullable ServerAnswer<ColabListing> answer) {
        return switch (answer) {
            case null -> List.of(whole(new State.Looking(), texts.get("account.looking")));
            case ServerAnswer.Refused(var problem) ->
                    List.of(whole(new State.Trouble(problem), problem.details()));
            case ServerAnswer.Given(var listing) -> machines(listing);
        };
    }

    private RuntimeRow whole(State state, String detail) {
        return new RuntimeRow(
                KEY,
                texts.get("account.name"),
                new Origin.Account(),
                detail,
                state,
                new Place.Colab());
    }

    private List<RuntimeRow> machines(ColabListing listing) {
        var rows = new ArrayList<RuntimeRow>();
        for (var machine : listing.machines()) {
            var row = row(machine, new State.OnRequest());
            if (isWanted(machine)) {
                rows.addFirst(row);
            } else {
                rows.add(row);
            }
        }
        var account = listing.account();
        if (account != null) {
            var why = new State.Unusable(texts.get("machine.ineligible"));
            account.others().forEach(machine -> rows.add(row(machine, why)));
        }
        return rows;
    }

    private boolean isWanted(ColabMachine machine) {
        return wanted != null
                && wanted.kind() == machine.kind()
                && (wanted.model().isEmpty() || wanted.model().equals(machine.model()));
    }

    private RuntimeRow row(ColabMachine machine, State state) {
        boolean isAsked = isWanted(machine);
        boolean isLarge = isAsked && wanted != null && wanted.isLarge();
        return new RuntimeRow(
                KEY + machine.kind() + " " + machine.model(),
                words.name(machine),
                new Origin.NewMachine(machine.large(isLarge), isAsked),
                texts.get(machine.hasSizes() ? "machine.sizes" : "machine.large"),
                state,
                new Place.Colab());
    }
}
