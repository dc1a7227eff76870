package org.cellist.app.ui.workbench.variables;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.ui.workbench.port.KernelVariables;
import org.cellist.app.ui.workbench.port.KernelVariables.RowsAnswer;
import org.cellist.app.variables.TableLanguage;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.cellist.app.variables.TablePart.Row;
import org.cellist.app.variables.Variable;
import org.jspecify.annotations.Nullable;

/// A table of the kernel, of which only the rows that are looked at are fetched.
///
/// Rows come in pages; one page is asked for at a time, always the one that was looked at last.
/// Sorting and filtering are done where the data is. When something ran, the rows are asked for
/// again.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class TableViewModel {

    /// How many rows one answer brings.
    static final int PAGE = 200;

    private static final int MOST_PAGES = 50;

    private final Variable variable;
    private final KernelVariables kernel;
    private final Optional<TableLanguage> language;
    private final ReadOnlyObjectWrapper<State> state =
            new ReadOnlyObjectWrapper<>(new State.Waiting());
    private final ObjectProperty<TableOrder> order = new SimpleObjectProperty<>(TableOrder.ALL);
    private final Map<Long, TablePart> pages =
            new LinkedHashMap<>(16, 0.75f, true) {
                private static final long serialVersionUID = 1;

                @Override
                protected boolean removeEldestEntry(Map.Entry<Long, TablePart> eldest) {
                    return size() > MOST_PAGES;
                }
            };
    private long wanted;
    private boolean isAsked;
    private long moment;

    TableViewModel(Variable variable, KernelVariables kernel) {
        this.variable = variable;
        this.kernel = kernel;
        this.language = kernel.tables();
        this.moment = kernel.moment();
        order.subscribe(_ -> forget());
    }

    /// What the window shows. Immutable.
    sealed interface State {

        /// Nothing is known yet.
        record Waiting() implements State {}

        /// Rows are there.
        ///
        /// @param newest the part that came last; it names the columns and counts the rows
        /// @param isBusy whether more is asked for, and the kernel works at something
        record Shown(TablePart newest, boolean isBusy) implements State {}

        record NoKernel() implements State {}

        /// The kernel raised an error.
        ///
        /// @param why its words
        record Failed(String why) implements State {}
    }

    ReadOnlyObjectProperty<State> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Which rows are wanted, and in which order.
    ObjectProperty<TableOrder> orderProperty() {
        return order;
    }

    Variable variable() {
        return variable;
    }

    /// Returns a row; null while it is not there, which asks for it.
    @Nullable Row row(long index) {
        long start = index / PAGE * PAGE;
        var page = pages.get(start);
        if (page == null) {
            wanted = start;
            ask();
            return null;
        }
        int place = (int) (index - start);
        return place < page.rows().size() ? page.rows().get(place) : null;
    }

    /// Takes over that something ran.
    void refresh() {
        if (kernel.moment() != moment) {
            moment = kernel.moment();
            forget();
        } else if (!isAsked && !pages.containsKey(wanted)) {
            ask();
        }
    }

    /// Returns the code that gives what is shown; just the name where no other can be written.
    String code() {
        var columns =
                state.get() instanceof State.Shown(var part, _)
                        ? part.columns()
                        : List.<String>of();
        return language.map(tables -> tables.code(variable, order.get(), columns))
                .orElse(variable.name());
    }

    /// Returns a condition as an example; empty where rows cannot be picked by one.
    ///
    /// @param city the name of one
    String condition(String city) {
        return variable.table().isFiltered()
                ? language.map(tables -> tables.condition(variable, city)).orElse("")
                : "";
    }

    private void forget() {
        pages.clear();
        wanted = 0;
        isAsked = false;
        ask();
    }

    private void ask() {
        if (isAsked) {
            return;
        }
        isAsked = true;
        var asked = order.get();
        long at = moment;
        long start = wanted;
        kernel.askRows(
                variable.name(),
                asked,
                start,
                PAGE,
                answer -> {
                    if (asked.equals(order.get()) && at == moment) {
                        answered(start, answer);
                    }
                });
    }

    private void answered(long start, RowsAnswer answer) {
        isAsked = false;
        switch (answer) {
            case RowsAnswer.Rows(var part) -> {
                pages.put(start, part);
                if (!pages.containsKey(wanted)) {
                    ask();
                }
                state.set(new State.Shown(part, isAsked));
            }
            case RowsAnswer.Later() -> {
                if (state.get() instanceof State.Shown(var part, _)) {
                    state.set(new State.Shown(part, true));
                }
            }
            case RowsAnswer.NoKernel() -> state.set(new State.NoKernel());
            case RowsAnswer.Failed(var why) -> state.set(new State.Failed(why));
        }
    }
}
