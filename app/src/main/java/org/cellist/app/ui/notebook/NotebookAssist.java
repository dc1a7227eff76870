package org.cellist.app.ui.notebook;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.value.ObservableValue;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.session.CellSession;
import org.cellist.app.session.CodeCompletions;
import org.cellist.app.session.KernelAnswer;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CompletionAnswer;
import org.cellist.app.ui.editor.completion.InspectionAnswer;
import org.cellist.app.ui.editor.completion.Lack;
import org.cellist.app.ui.editor.completion.Suggestion;
import org.cellist.app.ui.editor.completion.Suggestion.Kind;
import org.cellist.app.ui.notebook.language.LanguageViewModel;
import org.cellist.app.ui.notebook.words.NotebookWords;
import org.jspecify.annotations.Nullable;

/// What the notebook's kernel, its other cells and a language server know about the code of one
/// cell. The kernel knows best: it has run the code.
///
/// Confined to the JavaFX Application Thread.
///
/// @param unasked whether a person wants suggestions while typing
/// @param language what the server knows; not there yet when the first cells are shown
/// @param words of the notebook, the same for all cells
record NotebookAssist(
        CellSession session,
        CellId cell,
        ObservableValue<Boolean> unasked,
        Supplier<@Nullable LanguageViewModel> language,
        NotebookWords words)
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
                .inspect(code, place, detail, answer -> inspected(answer, place, then));
    }

    /// What the kernel does not know, or has no time to tell, the server may.
    private void inspected(
            KernelAnswer<String> answer, int place, Consumer<InspectionAnswer> then) {
        if (answer instanceof KernelAnswer.Given(var words) && !words.isBlank()) {
            then.accept(new InspectionAnswer.Found(words));
            return;
        }
        describe(
                Math.max(0, place - 1),
                words ->
                        then.accept(
                                words.isBlank()
                                        ? inspected(answer)
                                        : new InspectionAnswer.Found(words)));
    }

    @Override
    public void describe(String code, int place, int end, Consumer<InspectionAnswer> then) {
        var server = language.get();
        var wrong = server == null ? "" : server.problemsAt(cell, place);
        if (end == place) {
            tell(wrong, "", then);
        } else {
            session.kernel()
                    .assist()
                    .inspect(code, end, 0, answer -> described(answer, place, wrong, then));
        }
    }

    private void described(
            KernelAnswer<String> answer, int place, String wrong, Consumer<InspectionAnswer> then) {
        if (answer instanceof KernelAnswer.Given(var words) && !words.isBlank()) {
            tell(wrong, words, then);
        } else {
            describe(place, words -> tell(wrong, words, then));
        }
    }

    private void describe(int place, Consumer<String> then) {
        var server = language.get();
        if (server == null) {
            then.accept("");
        } else {
            server.describe(cell, place, then);
        }
    }

    private static void tell(String wrong, String words, Consumer<InspectionAnswer> then) {
        var all = wrong.isEmpty() || words.isEmpty() ? wrong + words : wrong + "\n\n" + words;
        if (!all.isBlank()) {
            then.accept(new InspectionAnswer.Found(all));
        }
    }

    @Override
    public void follow(int place) {
        var server = language.get();
        if (server != null) {
            server.goToDefinition(cell, place);
        }
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
        return words.near(session.named(), cell, caret, members);
    }

    @Override
    public boolean suggestsUnasked() {
        return unasked.getValue();
    }
}
