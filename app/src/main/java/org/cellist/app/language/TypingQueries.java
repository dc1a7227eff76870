package org.cellist.app.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.cellist.app.language.Question.Asked;
import org.cellist.app.language.Question.Query;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.CompletionParams;
import org.eclipse.lsp4j.InsertReplaceEdit;
import org.eclipse.lsp4j.InsertTextFormat;
import org.eclipse.lsp4j.MarkupContent;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.SignatureHelp;
import org.eclipse.lsp4j.SignatureHelpParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/// What a server is asked while somebody types, and how its answers are read. Immutable.
final class TypingQueries {

    /// More than anybody looks through.
    private static final int MOST = 2000;

    private TypingQueries() {}

    // ---- how code may go on

    static final Query<Completions> COMPLETIONS =
            (server, asked) ->
                    server.completion(new CompletionParams(asked.file(), asked.position()))
                            .thenApply(told -> completions(items(told), asked));

    private static List<CompletionItem> items(
            @Nullable Either<List<CompletionItem>, CompletionList> told) {
        if (told == null) {
            return List.of();
        }
        var items = told.isLeft() ? told.getLeft() : told.getRight().getItems();
        return items == null ? List.of() : items;
    }

    /// Takes those that replace what the first one does, and nothing elsewhere.
    private static Completions completions(List<CompletionItem> told, Asked asked) {
        var usable =
                told.stream()
                        .filter(TypingQueries::isUsable)
                        .sorted(Comparator.comparing(TypingQueries::order))
                        .toList();
        if (usable.isEmpty()) {
            return Completions.NONE;
        }
        var own = new Span(nameStart(asked), asked.offset());
        var span = span(usable.getFirst(), asked, own);
        var seen = new HashSet<String>();
        var all = new ArrayList<Completion>();
        for (var item : usable) {
            var text = text(item);
            if (all.size() < MOST && span.equals(span(item, asked, own)) && seen.add(text)) {
                all.add(new Completion(text, item));
            }
        }
        return asked.document()
                .place(span.start(), span.end())
                .map(place -> new Completions(place.start(), place.end(), all))
                .orElse(Completions.NONE);
    }

    /// A range of the program.
    private record Span(int start, int end) {}

    private static boolean isUsable(CompletionItem item) {
        var more = item.getAdditionalTextEdits();
        return !text(item).isBlank()
                && item.getInsertTextFormat() != InsertTextFormat.Snippet
                && (more == null || more.isEmpty());
    }

    private static String order(CompletionItem item) {
        return Objects.requireNonNullElse(item.getSortText(), item.getLabel());
    }

    private static String text(CompletionItem item) {
        var edit = item.getTextEdit();
        if (edit != null) {
            return edit.map(TextEdit::getNewText, InsertReplaceEdit::getNewText);
        }
        return Objects.requireNonNullElse(item.getInsertText(), item.getLabel());
    }

    private static Span span(CompletionItem item, Asked asked, Span own) {
        var edit = item.getTextEdit();
        if (edit == null) {
            return own;
        }
        Range range = edit.map(TextEdit::getRange, InsertReplaceEdit::getInsert);
        var document = asked.document();
        return new Span(document.offset(range.getStart()), document.offset(range.getEnd()));
    }

    private static int nameStart(Asked asked) {
        var text = asked.document().text();
        int start = asked.offset();
        while (start > 0 && Character.isUnicodeIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /// Asks for words about one of them; empty when the server has none.
    static Query<String> words(Completion completion) {
        return (server, asked) ->
                server.resolveCompletionItem(completion.told()).thenApply(TypingQueries::words);
    }

    private static String words(@Nullable CompletionItem item) {
        if (item == null) {
            return "";
        }
        Either<String, MarkupContent> told = item.getDocumentation();
        var words =
                told == null
                        ? ""
                        : told.map(it -> it, content -> Queries.plain(content.getValue()));
        var detail = Objects.requireNonNullElse(item.getDetail(), "");
        return words.contains(detail) ? words : (detail + "\n\n" + words).strip();
    }

    // ---- what a call takes

    /// The answer is the signature of the call around the place; empty without one.
    static final Query<String> SIGNATURE =
            (server, asked) ->
                    server.signatureHelp(new SignatureHelpParams(asked.file(), asked.position()))
                            .thenApply(TypingQueries::signature);

    private static String signature(@Nullable SignatureHelp told) {
        var all = told == null ? null : told.getSignatures();
        if (told == null || all == null || all.isEmpty()) {
            return "";
        }
        var active = told.getActiveSignature();
        int index = active == null ? 0 : Math.clamp(active, 0, all.size() - 1);
        return Objects.requireNonNullElse(all.get(index).getLabel(), "");
    }
}
