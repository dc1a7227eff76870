package org.cellist.app.ui.workbench.port;

import java.util.Optional;
import java.util.function.Consumer;
import org.cellist.app.variables.TableLanguage;
import org.cellist.app.variables.TableOrder;
import org.cellist.app.variables.TablePart;
import org.cellist.app.variables.VariableList;

/// The variables of a notebook's kernel.
///
/// Confined to the JavaFX Application Thread.
public interface KernelVariables {

    /// Returns a number that is another one when variables may be others: a run has ended, or
    /// another kernel came.
    long moment();

    /// Asks for the variables; the answer may come late, or not at all when another question takes
    /// its place.
    void ask(Consumer<Answer> then);

    /// Returns how the kernel's tables are asked for and written about; empty where they are not.
    Optional<TableLanguage> tables();

    /// Asks for rows of a table; the answer may come late, or not at all when another question
    /// about the same table takes its place.
    ///
    /// @param name the variable's
    /// @param start the first row, in that order
    /// @param count how many rows
    void askRows(String name, TableOrder order, long start, int count, Consumer<RowsAnswer> then);

    /// What the kernel says of rows. Immutable.
    sealed interface RowsAnswer {

        record Rows(TablePart part) implements RowsAnswer {}

        /// It runs code, or works at the answer for longer than a moment.
        record Later() implements RowsAnswer {}

        record NoKernel() implements RowsAnswer {}

        /// The kernel raised an error: the variable is gone, the condition cannot be read.
        ///
        /// @param why its words
        record Failed(String why) implements RowsAnswer {}
    }

    /// What the kernel says. Immutable.
    sealed interface Answer {

        record Listed(VariableList variables) implements Answer {}

        /// It runs code, and answers when that has ended.
        record Busy() implements Answer {}

        record NoKernel() implements Answer {}

        /// Kernels of that language are not asked.
        record OtherLanguage(String language) implements Answer {}

        /// The kernel raised an error.
        ///
        /// @param why its words
        record Failed(String why) implements Answer {}
    }
}
