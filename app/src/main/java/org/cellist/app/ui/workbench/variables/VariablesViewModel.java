package org.cellist.app.ui.workbench.variables;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.KernelVariables.Answer;
import org.cellist.app.variables.Variable;
import org.cellist.app.variables.VariableList;
import org.jspecify.annotations.Nullable;

/// The variables of the kernel of the notebook in front, as they were when it last came to rest.
///
/// The kernel is asked only while the pane is shown, and only after something ran. While it works,
/// what was known stays.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class VariablesViewModel {

    private static final long NEVER = -1;

    private final ReadOnlyObjectWrapper<Shown> shown =
            new ReadOnlyObjectWrapper<>(new Shown.NoKernel());
    private final StringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NAME);
    private @Nullable Document document;
    private VariableList newest = new VariableList(List.of(), 0);
    private boolean isVisible;
    private long asked = NEVER;

    public VariablesViewModel() {
        filter.subscribe(_ -> showAgain());
        order.subscribe(_ -> showAgain());
    }

    /// How the list is sorted.
    public enum Order {
        NAME,
        /// The largest first.
        SIZE
    }

    /// What the pane shows. Immutable.
    public sealed interface Shown {

        /// Nothing runs yet.
        record NoKernel() implements Shown {}

        /// The kernel is asked for the first time, or works since it was started.
        record Waiting() implements Shown {}

        record OtherLanguage(String language) implements Shown {}

        record Failed(String why) implements Shown {}

        /// What is known.
        ///
        /// @param variables those that fit the filter, in order
        /// @param all every one that is known
        record Listed(List<Variable> variables, VariableList all) implements Shown {}
    }

    /// A table that is looked at. Immutable.
    ///
    /// @param stop ends following the notebook
    record Opened(TableViewModel table, Runnable stop) {}

    /// Begins to look at a table of the notebook in front; empty for what is no table.
    Optional<Opened> open(Variable variable) {
        var followed = document;
        if (followed == null || !variable.isTable()) {
            return Optional.empty();
        }
        var table = new TableViewModel(variable, followed.variables());
        return Optional.of(new Opened(table, followed.onChange(table::refresh)));
    }

    public ReadOnlyObjectProperty<Shown> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Letters that a name or a type has.
    public StringProperty filterProperty() {
        return filter;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /// Shows another document, or none.
    public void follow(@Nullable Document other) {
        document = other;
        asked = NEVER;
        shown.set(new Shown.NoKernel());
        refresh();
    }

    /// Begins or ends to ask.
    public void setVisible(boolean visible) {
        isVisible = visible;
        refresh();
    }

    /// Takes over what changed in the document.
    public void refresh() {
        var followed = document;
        if (followed == null || !isVisible) {
            return;
        }
        switch (followed.state().runtime()) {
            case RuntimeState.Idle _ -> ask(followed);
            case RuntimeState.Busy _ -> waitIfNothingIsKnown();
            case RuntimeState.Unresponsive _,
                    RuntimeState.Disconnected _,
                    RuntimeState.Unheard _ -> {} // it may come back
            case RuntimeState.Starting _, RuntimeState.Restarting _ ->
                    shown.set(new Shown.Waiting());
            case RuntimeState.NotChosen _,
                    RuntimeState.Wanted _,
                    RuntimeState.Missing _,
                    RuntimeState.Ready _,
                    RuntimeState.Dead _,
                    RuntimeState.Failed _ ->
                    shown.set(new Shown.NoKernel());
        }
    }

    private void waitIfNothingIsKnown() {
        if (!(shown.get() instanceof Shown.Listed)) {
            shown.set(new Shown.Waiting());
        }
    }

    private void ask(Document followed) {
        long moment = followed.variables().moment();
        if (moment == asked) {
            return;
        }
        asked = moment;
        waitIfNothingIsKnown();
        followed.variables().ask(answer -> answered(followed, answer));
    }

    private void answered(Document of, Answer answer) {
        if (!of.equals(document)) {
            return;
        }
        switch (answer) {
            case Answer.Listed(var variables) -> {
                newest = variables;
                shown.set(listed());
            }
            case Answer.Busy() -> asked = NEVER; // it will come to rest, and say so
            case Answer.NoKernel() -> shown.set(new Shown.NoKernel());
            case Answer.OtherLanguage(var language) -> shown.set(new Shown.OtherLanguage(language));
            case Answer.Failed(var why) -> shown.set(new Shown.Failed(why));
        }
    }

    private void showAgain() {
        if (shown.get() instanceof Shown.Listed) {
            shown.set(listed());
        }
    }

    private Shown.Listed listed() {
        var letters = filter.get().strip().toLowerCase(Locale.ROOT);
        Comparator<Variable> byName =
                Comparator.comparing(each -> each.name().toLowerCase(Locale.ROOT));
        var by =
                switch (order.get()) {
                    case NAME -> byName;
                    case SIZE -> Comparator.comparingLong(Variable::sizeBytes).reversed();
                };
        var fitting =
                newest.variables().stream()
                        .filter(each -> fits(each, letters))
                        .sorted(by.thenComparing(byName))
                        .toList();
        return new Shown.Listed(fitting, newest);
    }

    private static boolean fits(Variable variable, String letters) {
        return variable.name().toLowerCase(Locale.ROOT).contains(letters)
                || variable.type().toLowerCase(Locale.ROOT).contains(letters);
    }
}
