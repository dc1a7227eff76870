package org.cellist.app.ui.notebook;

import java.time.Clock;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cellist.app.session.CellSession;
import org.cellist.app.ui.cell.CellContext;
import org.cellist.app.ui.cell.FoundMarks;
import org.cellist.app.ui.cell.ProblemMarks;
import org.cellist.app.ui.editor.completion.AssistLayer;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.completion.Delay;
import org.cellist.app.ui.editor.fold.FoldedCells;
import org.cellist.app.ui.fx.FxExecutor;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.words.NotebookWords;
import org.jspecify.annotations.Nullable;

/// What all rows of a page share. Rows are made before the frame that marks things in them.
///
/// Confined to the JavaFX Application Thread.
final class RowContext {

    private final NotebookWords words = new NotebookWords();
    private final CellSession session;
    private final PageServices services;
    private final ObjectProperty<FoundMarks> found = new SimpleObjectProperty<>(FoundMarks.NONE);
    private final ObjectProperty<ProblemMarks> problems =
            new SimpleObjectProperty<>(ProblemMarks.NONE);
    private @Nullable LanguageViewModel language; // of the frame

    RowContext(CellSession session, PageServices services) {
        this.session = session;
        this.services = services;
    }

    /// Follows what the frame of the page marks.
    void follow(PageFrame frame) {
        language = frame.language();
        found.bind(frame.marksProperty());
        problems.bind(frame.language().marksProperty());
    }

    /// Returns it for the rows.
    ///
    /// @param assistLayer where help while typing floats
    CellContext ofRows(NotebookViewModel model, PageOutputs outputs, AssistLayer assistLayer) {
        return new CellContext(
                services.highlighter(),
                model.languageProperty(),
                services.lineNumbers(),
                outputs.contextProperty(),
                services.texts(),
                found,
                problems,
                new FoldedCells(),
                services.vim(),
                Clock.systemUTC(),
                new CodeAssistant(assistLayer, Delay.on(new FxExecutor())),
                cell ->
                        new NotebookAssist(
                                session, cell, services.suggestsUnasked(), () -> language, words));
    }
}
