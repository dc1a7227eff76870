package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.CodeCompletions;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CompletionAnswer;
import org.cellist.app.ui.editor.completion.InspectionAnswer;
import org.cellist.app.ui.editor.completion.Lack;
import org.cellist.app.ui.editor.completion.Suggestion;
import org.cellist.app.ui.editor.completion.Suggestion.Kind;

/// What the notebook's kernel and its other cells know about the code of one cell.
///
/// Confined to the JavaFX Application Thread.
///
/// @param unasked whether a person wants suggestions while typing
record NotebookAssist(NotebookSession session, CellId cell, ObservableValue<Boolean> unasked)
        implements CodeAssist {

    @Override
    public void complete(String code, int caret, Consumer<CompletionAnswer> then) {
        session.kernel().assist().complete(code, caret, answer -> then.accept(of(answer)));
    }

    private static CompletionAnswer of(KernelAnswer<CodeCompletions> answer) {
        return switch (answer) {
            case KernelAnswer.Given(var it) ->
                    new CompletionAnswer.Found(
                            it.start(),
                            it.end(),
                            it.items().stream().map(NotebookAssist::suggestion).toList());
            case KernelAnswer.Busy<CodeCompletions> _ -> new CompletionAnswer.Missing(Lack.BUSY);
            case KernelAnswer.NoKernel<CodeCompletions> _ ->
                    new CompletionAnswer.Missing(Lack.NO_KERNEL);
            case KernelAnswer.Late<CodeCompletions> _ -> new CompletionAnswer.Missing(Lack.LATE);
        };
    }

    private static Suggestion suggestion(CodeCompletions.Item item) {
        var text = item.text();
        var kind = text.startsWith("%") ? Kind.MAGIC : Kind.named(item.type());
        var detail = item.signature().isEmpty() ? item.type() : item.signature();
        return new Suggestion(text, kind, detail);
    }

    @Override
    public void inspect(String code, int place, int detail, Consumer<InspectionAnswer> then) {
        session.kernel()
                .assist()
                .inspect(code, place, detail, answer -> then.accept(inspected(answer)));
    }

    private static InspectionAnswer inspected(KernelAnswer<String> answer) {
        return switch (answer) {
            case KernelAnswer.Given(var words) -> new InspectionAnswer.Found(words);
            case KernelAnswer.Busy<String> _ -> new InspectionAnswer.Missing(Lack.BUSY);
            case KernelAnswer.NoKernel<String> _ -> new InspectionAnswer.Missing(Lack.NO_KERNEL);
            case KernelAnswer.Late<String> _ -> new InspectionAnswer.Missing(Lack.LATE);
        };
    }

    @Override
    public List<String> words(int caret, boolean members) {
        return new NotebookWords(session.store().notebook().cells(), cell).near(caret, members);
    }

    @Override
    public boolean suggestsUnasked() {
        return unasked.getValue();
    }
}
