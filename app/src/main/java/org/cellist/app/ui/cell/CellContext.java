package org.cellist.app.ui.cell;

import java.time.Clock;
import java.util.function.Function;
import javafx.beans.value.ObservableValue;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.cell.markdown.TextChoices;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CodeAssistant;
import org.cellist.app.ui.editor.fold.FoldedCells;
import org.cellist.app.ui.editor.highlight.CodeHighlighter;
import org.cellist.app.ui.editor.highlight.EditorLanguage;
import org.cellist.app.ui.editor.vim.VimDesk;
import org.cellist.app.ui.output.port.OutputContext;

/// What all cells of one notebook's page share. Immutable.
///
/// @param highlighter colours the sources
/// @param language the notebook's
/// @param lineNumbers whether editors show the numbers of lines
/// @param outputs where outputs and Markdown are shown; another one once the notebook is saved
///     elsewhere
/// @param texts how Markdown is written
/// @param found what a search has found
/// @param problems what a language server has found
/// @param folded what is folded in their code
/// @param vim what editors share for Vim's keys
/// @param clock tells how long a cell has been running
/// @param assistant helps in the editor that has the focus
/// @param assist tells what is known about the code of a cell
public record CellContext(
        CodeHighlighter highlighter,
        ObservableValue<EditorLanguage> language,
        ObservableValue<Boolean> lineNumbers,
        ObservableValue<OutputContext> outputs,
        TextChoices texts,
        ObservableValue<FoundMarks> found,
        ObservableValue<ProblemMarks> problems,
        FoldedCells folded,
        VimDesk vim,
        Clock clock,
        CodeAssistant assistant,
        Function<CellId, CodeAssist> assist) {}
