package org.cellist.app.language;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cellist.app.language.Question.Asked;
import org.cellist.app.language.Question.Query;
import org.eclipse.lsp4j.DefinitionParams;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.eclipse.lsp4j.Location;
import org.eclipse.lsp4j.MarkedString;
import org.eclipse.lsp4j.RenameParams;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.WorkspaceEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;
import org.jspecify.annotations.Nullable;

/// The questions that a server is asked, and how its answers are read. Immutable.
final class Queries {

    private Queries() {}

    // ---- where something is defined

    static final Query<Definition> DEFINITION =
            (server, asked) ->
                    server.definition(new DefinitionParams(asked.file(), asked.position()))
                            .thenApply(found -> definition(locations(found), asked));

    private static List<? extends Location> locations(
            @Nullable Either<List<? extends Location>, ? extends List<?>> found) {
        return found == null || !found.isLeft() ? List.of() : found.getLeft();
    }

    private static Definition definition(List<? extends Location> found, Asked asked) {
        for (var location : found) {
            var range = location.getRange();
            if (SameFile.is(location.getUri(), asked.file().getUri())) {
                var place = asked.document().place(range);
                if (place.isPresent()) {
                    var it = place.get();
                    return new Definition.InCell(it.cell(), it.start(), it.end());
                }
            } else {
                var file = SameFile.path(location.getUri());
                if (file.isPresent()) {
                    var start = range.getStart();
                    return new Definition.InFile(
                            file.get(), start.getLine() + 1, start.getCharacter() + 1);
                }
            }
        }
        return new Definition.Unknown();
    }

    // ---- what something is

    /// The answer is plain text; empty when the server knows nothing.
    static final Query<String> HOVER =
            (server, asked) ->
                    server.hover(new HoverParams(asked.file(), asked.position()))
                            .thenApply(Queries::words);

    private static String words(@Nullable Hover hover) {
        if (hover == null || hover.getContents() == null) {
            return "";
        }
        var contents = hover.getContents();
        var text =
                contents.isRight()
                        ? contents.getRight().getValue()
                        : contents.getLeft().stream()
                                .map(Queries::words)
                                .collect(Collectors.joining("\n\n"));
        return plain(text);
    }

    /// Returns words without the fences around code, which some servers send to whoever asked for
    /// plain text.
    static String plain(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("```"))
                .collect(Collectors.joining("\n"))
                .strip();
    }

    private static String words(Either<String, MarkedString> piece) {
        return piece.isLeft() ? piece.getLeft() : piece.getRight().getValue();
    }

    // ---- other names

    /// What a program would be under another name.
    ///
    /// @param text of the whole program; null when there is nothing to rename
    /// @param elsewhere another file that would be changed as well; null for none
    record Renamed(VirtualDocument document, @Nullable String text, @Nullable Path elsewhere) {}

    static Query<Renamed> rename(String name) {
        return (server, asked) ->
                server.rename(new RenameParams(asked.file(), asked.position(), name))
                        .thenApply(edit -> renamed(edit, asked));
    }

    private static Renamed renamed(@Nullable WorkspaceEdit edit, Asked asked) {
        var own = new ArrayList<TextEdit>();
        Path elsewhere = null;
        for (var each : edit == null ? List.<FileEdits>of() : files(edit)) {
            if (SameFile.is(each.file(), asked.file().getUri())) {
                own.addAll(each.edits());
            } else {
                elsewhere = SameFile.path(each.file()).orElse(Path.of(each.file()));
            }
        }
        var text = own.isEmpty() ? null : applied(own, asked.document());
        return new Renamed(asked.document(), text, elsewhere);
    }

    private record FileEdits(String file, List<TextEdit> edits) {}

    private static List<FileEdits> files(WorkspaceEdit edit) {
        if (edit.getDocumentChanges() != null) {
            return edit.getDocumentChanges().stream()
                    .filter(Either::isLeft)
                    .map(Either::getLeft)
                    .map(
                            each ->
                                    new FileEdits(
                                            each.getTextDocument().getUri(),
                                            each.getEdits().stream()
                                                    .filter(Either::isLeft)
                                                    .map(Either::getLeft)
                                                    .toList()))
                    .toList();
        }
        return edit.getChanges() == null
                ? List.of()
                : edit.getChanges().entrySet().stream()
                        .map(entry -> new FileEdits(entry.getKey(), entry.getValue()))
                        .toList();
    }

    /// Edits of one answer do not overlap, as the protocol has it; the last goes first.
    private static String applied(List<TextEdit> edits, VirtualDocument document) {
        var text = new StringBuilder(document.text());
        Stream<TextEdit> ordered =
                edits.stream()
                        .sorted(
                                Comparator.comparingInt(
                                                (TextEdit it) ->
                                                        document.offset(it.getRange().getStart()))
                                        .reversed());
        ordered.forEach(
                edit -> {
                    int start = document.offset(edit.getRange().getStart());
                    int end = Math.max(start, document.offset(edit.getRange().getEnd()));
                    text.replace(start, Math.min(end, text.length()), edit.getNewText());
                });
        return text.toString();
    }
}
