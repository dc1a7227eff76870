package org.cellist.app.ui.notebook.plain;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import org.cellist.app.language.Completion;
import org.cellist.app.language.Completions;
import org.cellist.app.language.LanguageAnswer;
import org.cellist.app.language.LanguageState;
import org.cellist.app.session.NotebookSession;
import org.cellist.app.ui.editor.completion.CodeAssist;
import org.cellist.app.ui.editor.completion.CompletionAnswer;
import org.cellist.app.ui.editor.completion.Identifiers;
import org.cellist.app.ui.editor.completion.InspectionAnswer;
import org.cellist.app.ui.editor.completion.Lack;
import org.cellist.app.ui.editor.completion.Suggestion;
import org.cellist.app.ui.notebook.words.NotebookWords;
import org.jspecify.annotations.Nullable;

/// What a language server, and for want of one the text itself, know about a file of Python.
///
/// The server is asked one thing at a time about how the text goes on: of questions that wait the
/// newest takes the place of the one before, which is never answered.
///
/// Confined to the JavaFX Application Thread.
final class PlainAssist implements CodeAssist {

    private final PlainHelp help;
    private final NotebookSession session;
    private final PlainSource source;
    private final ObservableValue<Boolean> unasked;
    private final NotebookWords words = new NotebookWords();
    private List<Completion> offered = List.of();
    private boolean isAsking;
    private @Nullable Runnable waiting; // the newest question meanwhile

    /// @param unasked whether a person wants suggestions while typing
    PlainAssist(
            PlainHelp help,
            NotebookSession session,
            PlainSource source,
            ObservableValue<Boolean> unasked) {
        this.help = help;
        this.session = session;
        this.source = source;
        this.unasked = unasked;
    }

    // ---- how the text goes on

    @Override
    public void complete(String code, int caret, Consumer<CompletionAnswer> then) {
        if (help.known() == null) {
            then.accept(new CompletionAnswer.Missing(Lack.NO_SERVER)); // none is wanted
            return;
        }
        waiting = () -> ask(caret, then);
        if (!isAsking) {
            askNext();
        }
    }

    private void askNext() {
        var next = waiting;
        waiting = null;
        isAsking = next != null;
        if (next != null) {
            next.run();
        }
    }

    private void ask(int caret, Consumer<CompletionAnswer> then) {
        session.language()
                .complete(
                        source.cellId(),
                        caret,
                        answer -> {
                            then.accept(read(answer));
                            askNext();
                        });
    }

    private CompletionAnswer read(LanguageAnswer<Completions> answer) {
        return switch (answer) {
            case LanguageAnswer.Given(var it) when it.all().isEmpty() ->
                    new CompletionAnswer.Missing(Lack.SERVER_NOTHING);
            case LanguageAnswer.Given(var it) -> {
                offered = it.all();
                yield new CompletionAnswer.Found(
                        it.start(),
                        it.end(),
                        offered.stream().map(PlainAssist::suggestion).toList());
            }
            case LanguageAnswer.NoServer<Completions> _ -> new CompletionAnswer.Missing(lack());
            case LanguageAnswer.Refused<Completions> _, LanguageAnswer.Late<Completions> _ ->
                    new CompletionAnswer.Missing(Lack.SERVER_LATE);
        };
    }

    private static Suggestion suggestion(Completion it) {
        var detail = it.detail().isEmpty() ? it.type() : it.detail();
        return new Suggestion(it.text(), Suggestion.Kind.named(it.type()), detail);
    }

    private Lack lack() {
        return switch (session.language().state()) {
            case LanguageState.Unused _, LanguageState.Starting _ -> Lack.SERVER_STARTS;
            case LanguageState.Ready _ -> Lack.SERVER_LATE;
            case LanguageState.Missing _, LanguageState.ConsentNeeded _, LanguageState.Off _ ->
                    Lack.NO_SERVER;
        };
    }

    @Override
    public Lack slow() {
        return Lack.SERVER_SLOW;
    }

    @Override
    public List<String> words(int caret, boolean members) {
        return words.near(session.store().notebook().cells(), source.cellId(), caret, members);
    }

    @Override
    public boolean suggestsUnasked() {
        return unasked.getValue();
    }

    // ---- what something is

    @Override
    public void inspect(String code, int place, int detail, Consumer<InspectionAnswer> then) {
        if (code.contentEquals(source.editor().text())) {
            describe(Math.max(0, place - 1), "", then);
        } else {
            describeOffered(code.substring(Identifiers.startBefore(code, place), place), then);
        }
    }

    /// Tells of a completion that may be chosen, of which the text has nothing yet.
    private void describeOffered(String name, Consumer<InspectionAnswer> then) {
        offered.stream()
                .filter(it -> it.text().equals(name))
                .findFirst()
                .ifPresent(
                        it ->
                                session.language()
                                        .explain(
                                                source.cellId(),
                                                it,
                                                answer -> tell(given(answer), then)));
    }

    @Override
    public void describe(String code, int place, int end, Consumer<InspectionAnswer> then) {
        var model = help.known();
        var wrong =
                model != null && help.showsProblems()
                        ? model.problemsAt(source.cellId(), place)
                        : "";
        describe(place, wrong, then);
    }

    private void describe(int place, String wrong, Consumer<InspectionAnswer> then) {
        var model = help.known();
        if (model != null) {
            model.describe(
                    source.cellId(),
                    place,
                    told -> {
                        var gap = wrong.isEmpty() || told.isEmpty() ? "" : "\n\n";
                        tell(wrong + gap + told, then);
                    });
        }
    }

    private static void tell(String told, Consumer<InspectionAnswer> then) {
        if (!told.isBlank()) {
            then.accept(new InspectionAnswer.Found(told));
        }
    }

    private static String given(LanguageAnswer<String> answer) {
        return answer instanceof LanguageAnswer.Given(var it) ? it : "";
    }

    /// Some servers leave the name out of a signature.
    @Override
    public void callAround(String code, int calleeEnd, int caret, Consumer<InspectionAnswer> then) {
        if (help.known() == null) {
            return;
        }
        var name = code.substring(Identifiers.startBefore(code, calleeEnd), calleeEnd);
        session.language()
                .callAround(
                        source.cellId(),
                        caret,
                        answer -> {
                            var told = given(answer);
                            var call = told.startsWith("(") ? name + told : told;
                            then.accept(new InspectionAnswer.Found("Signature: " + call));
                        });
    }

    @Override
    public void follow(int place) {
        help.goToDefinition(place);
    }
}
