package org.cellist.app.ui.editor.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.ui.editor.completion.Suggestion.Kind;

/// Knows what the test says, when the test says it.
///
/// Confined to the thread that asks it.
public final class PlayedAssist implements CodeAssist {

    /// Each question, as `code|rest` with the caret at the bar; of an inspection also the detail.
    public final List<String> asked = new ArrayList<>();

    public List<String> words = List.of();
    public List<String> members = List.of();
    public boolean suggestsUnasked = true;
    private final List<Consumer<CompletionAnswer>> completions = new ArrayList<>();
    private final List<Consumer<InspectionAnswer>> inspections = new ArrayList<>();

    @Override
    public void complete(String code, int caret, Consumer<CompletionAnswer> then) {
        asked.add(withCaret(code, caret));
        completions.add(then);
    }

    @Override
    public void inspect(String code, int place, int detail, Consumer<InspectionAnswer> then) {
        asked.add(detail + " " + withCaret(code, place));
        inspections.add(then);
    }

    @Override
    public List<String> words(int caret, boolean onlyMembers) {
        return onlyMembers ? members : words;
    }

    @Override
    public boolean suggestsUnasked() {
        return suggestsUnasked;
    }

    private static String withCaret(String code, int caret) {
        return new StringBuilder(code).insert(caret, '|').toString();
    }

    /// Answers the question of that number, from 0.
    public void complete(int question, CompletionAnswer answer) {
        completions.get(question).accept(answer);
    }

    /// Answers the newest question with names for a range.
    public void complete(int start, int end, String... names) {
        completions.getLast().accept(found(start, end, names));
    }

    /// The newest question has no answer.
    public void lack(Lack why) {
        completions.getLast().accept(new CompletionAnswer.Missing(why));
    }

    /// Answers the newest inspection.
    public void tell(String words) {
        inspections.getLast().accept(new InspectionAnswer.Found(words));
    }

    public void tell(Lack why) {
        inspections.getLast().accept(new InspectionAnswer.Missing(why));
    }

    public static CompletionAnswer.Found found(int start, int end, String... names) {
        var suggestions = new ArrayList<Suggestion>();
        for (var name : names) {
            suggestions.add(new Suggestion(name, Kind.FUNCTION, "()"));
        }
        return new CompletionAnswer.Found(start, end, suggestions);
    }
}
