package org.cellist.app.ui.runtime;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.ui.runtime.RuntimeChoices.Found;
import org.cellist.app.ui.runtime.RuntimeChoices.InstallStep;
import org.cellist.app.ui.runtime.accelerator.AcceleratorPane;
import org.cellist.app.ui.runtime.colab.ColabPane;
import org.cellist.app.ui.runtime.row.RuntimeRow;
import org.cellist.app.ui.runtime.row.RuntimeRow.Place;
import org.cellist.app.ui.runtime.row.RuntimeRow.State;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.jspecify.annotations.Nullable;

/// What the picker shows: rows as they are found, the selected one, and what its button does.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class PickerViewModel {

    private final RuntimeChoices choices;
    private final @Nullable AcceleratorPane accelerators;
    private final ObservableList<RuntimeRow> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable RuntimeRow> selected = new SimpleObjectProperty<>();
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyObjectWrapper<Installing> installing =
            new ReadOnlyObjectWrapper<>(new Installing.Nothing());
    private RuntimeChoices.@Nullable Installation installation;
    private @Nullable String chosen; // by hand; a row's key
    private @Nullable Predicate<RuntimeRow> wanted; // the first of which is to be selected
    private final @Nullable ServerPane servers;
    private final @Nullable HostPane hosts;
    private final @Nullable ColabPane colab;

    public PickerViewModel(RuntimeChoices choices) {
        this.choices = choices;
        this.accelerators = choices.accelerators().map(AcceleratorPane::new).orElse(null);
        this.servers =
                choices.servers().map(each -> new ServerPane(each, new Shown())).orElse(null);
        this.hosts = choices.hosts().map(each -> new HostPane(each, new Shown())).orElse(null);
        this.colab =
                choices.colab()
                        .map(each -> new ColabPane(each, this::lookAgain, this::selectFirst))
                        .orElse(null);
        choices.find(this::found);
    }

    /// Looks again: a person may have installed something elsewhere.
    public void lookAgain() {
        if (!(installing.get() instanceof Installing.Running)) {
            choices.find(this::found);
        }
    }

    /// The rows in the order to show them.
    public ObservableList<RuntimeRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<@Nullable RuntimeRow> selectedProperty() {
        return selected;
    }

    /// Whether more may still be found.
    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Installing> installingProperty() {
        return installing.getReadOnlyProperty();
    }

    /// What of this computer is computed on; null where nobody chooses that.
    @Nullable AcceleratorPane accelerators() {
        return accelerators;
    }

    public Optional<String> missing() {
        return choices.missing();
    }

    /// Jupyter servers; null where there are none.
    @Nullable ServerPane servers() {
        return servers;
    }

    /// Machines that are reached over SSH; null where there are none.
    @Nullable HostPane hosts() {
        return hosts;
    }

    /// Colab; null where there is none.
    @Nullable ColabPane colab() {
        return colab;
    }

    public void select(RuntimeRow row) {
        wanted = null;
        chosen = row.key();
        selected.set(row);
    }

    /// Selects the row so many places further down, or the first or last one.
    public void move(int places) {
        if (rows.isEmpty()) {
            return;
        }
        var current = selected.get();
        int from = current == null ? -1 : rows.indexOf(current);
        select(rows.get(Math.clamp((long) from + places, 0, rows.size() - 1)));
    }

    /// Attaches the selected runtime; says whether that was possible.
    public boolean attach() {
        var row = selected.get();
        if (row == null) {
            return false;
        }
        return switch (row.state()) {
            case State.Ready _ -> {
                choose(row);
                choices.attach(row);
                yield true;
            }
            case State.Attached _ -> {
                if (choose(row)) {
                    choices.attach(row); // a new kernel, which computes on something else
                }
                yield true;
            }
            case State.Closed _ -> {
                enter();
                yield false;
            }
            case State.NeedsKernel _,
                    State.NeedsConsent _,
                    State.Looking _,
                    State.Trouble _,
                    State.HostTrouble _,
                    State.OnRequest _,
                    State.Unusable _ ->
                    false;
        };
    }

    /// Returns whether its kernel will compute on something else than the last one.
    private boolean choose(RuntimeRow row) {
        if (accelerators == null
                || !(row.place() instanceof Place.ThisComputer)
                || !accelerators.isChanged()) {
            return false;
        }
        accelerators.choose();
        return true;
    }

    /// Looks into the selected container or distribution.
    void enter() {
        var row = selected.get();
        if (hosts != null && row != null) {
            hosts.enter(row);
        }
    }

    /// Allows the selected runtime to be executed.
    public void allow() {
        var row = selected.get();
        if (row != null && row.state() instanceof State.NeedsConsent) {
            choices.allow(row, this::replace);
        }
    }

    /// Installs the kernel package that the selected runtime lacks, unless one is being
    /// installed.
    public void install() {
        var row = selected.get();
        if (row == null
                || !(row.state() instanceof State.NeedsKernel(_, var installable))
                || !installable
                || installing.get() instanceof Installing.Running) {
            return;
        }
        installing.set(new Installing.Running(row, ""));
        installation = choices.install(row, step -> installed(row, step));
    }

    public void cancelInstallation() {
        if (installation != null) {
            installation.cancel();
        }
    }

    /// Ends what is under way; for a list that is closed.
    void leave() {
        cancelInstallation();
        if (hosts != null) {
            hosts.close();
        }
    }

    private void installed(RuntimeRow row, InstallStep step) {
        switch (step) {
            case InstallStep.Line(var text) -> installing.set(new Installing.Running(row, text));
            case InstallStep.Installed(var now) -> {
                installing.set(new Installing.Nothing());
                replace(now);
                select(now);
                lookAgain();
            }
            case InstallStep.Failed(var why) -> installing.set(new Installing.Failed(row, why));
        }
    }

    private void found(Found found) {
        if (!rows.equals(found.rows())) {
            rows.setAll(found.rows());
        }
        searching.set(!found.complete());
        var first = firstWanted();
        if (first == null) {
            selected.set(chosen == null ? closest() : withKey(chosen));
        } else {
            select(first);
        }
    }

    /// Returns the first runtime of a server or machine that was added a moment ago, once it
    /// is there.
    private @Nullable RuntimeRow firstWanted() {
        return wanted == null
                ? null
                : rows.stream()
                        .filter(wanted)
                        .filter(PickerViewModel::isUsable)
                        .findFirst()
                        .orElse(null);
    }

    private void selectFirst(Place place) {
        wanted = row -> row.place().equals(place);
        lookAgain();
    }

    /// Selects a running kernel of a server once it is there.
    public void selectKernel(ServerAddress server, String kernel) {
        wanted = row -> row.key().endsWith("#" + kernel + "@" + server.base());
        var first = firstWanted();
        if (first != null) {
            select(first);
        }
    }

    private static boolean isUsable(RuntimeRow row) {
        return row.state() instanceof State.Ready || row.state() instanceof State.OnRequest;
    }

    /// The list, as servers and machines know it.
    private final class Shown implements ServerPane.Picker, HostPane.Picker {

        @Override
        public void lookAgain() {
            PickerViewModel.this.lookAgain();
        }

        @Override
        public void selectFirst(ServerAddress server) {
            selectFirst(new Place.Server(server));
        }

        @Override
        public void selectFirst(Place place) {
            PickerViewModel.this.selectFirst(place);
        }
    }

    private @Nullable RuntimeRow withKey(String key) {
        return rows.stream().filter(row -> row.key().equals(key)).findFirst().orElse(null);
    }

    private @Nullable RuntimeRow closest() {
        return rows.stream()
                .filter(row -> row.state() instanceof State.Attached)
                .findFirst()
                .orElse(rows.isEmpty() ? null : rows.getFirst());
    }

    private void replace(RuntimeRow now) {
        rows.replaceAll(row -> row.key().equals(now.key()) ? now : row);
        var current = selected.get();
        if (current != null && current.key().equals(now.key())) {
            selected.set(now);
        }
    }

    /// Whether a kernel package is being installed. Immutable.
    public sealed interface Installing {

        record Nothing() implements Installing {}

        /// Under way.
        ///
        /// @param line the installer's newest line of output
        record Running(RuntimeRow row, String line) implements Installing {}

        record Failed(RuntimeRow row, String why) implements Installing {}
    }
}
