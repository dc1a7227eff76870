package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.Documents.Refusal;
import org.jspecify.annotations.Nullable;

/// One tab: what it holds, its title, and the state of its document.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class TabViewModel {

    private final ReadOnlyObjectWrapper<Content> content;
    private final ReadOnlyObjectWrapper<String> title = new ReadOnlyObjectWrapper<>("");
    private final ReadOnlyObjectWrapper<@Nullable DocumentState> state =
            new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Long> changes = new ReadOnlyObjectWrapper<>(0L);
    private final List<Runnable> closing = new ArrayList<>();
    private Runnable unsubscribe = () -> {};

    TabViewModel(Content content) {
        this.content = new ReadOnlyObjectWrapper<>(content);
        follow(content);
    }

    public ReadOnlyObjectProperty<Content> contentProperty() {
        return content.getReadOnlyProperty();
    }

    /// The name on the tab.
    public ReadOnlyObjectProperty<String> titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// The state of the document, null while the tab holds none.
    public ReadOnlyObjectProperty<@Nullable DocumentState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Grows with every change of the document.
    ReadOnlyObjectProperty<Long> changesProperty() {
        return changes.getReadOnlyProperty();
    }

    /// Whether there is something that this disk does not have yet.
    public boolean isPending() {
        var now = state.get();
        return now != null && now.save().isPending();
    }

    public Optional<Document> document() {
        return content.get() instanceof Content.Open(var document)
                ? Optional.of(document)
                : Optional.empty();
    }

    /// The file that the tab is about, null for a notebook that has none.
    public @Nullable Path file() {
        return switch (content.get()) {
            case Content.Loading(var file) -> file;
            case Content.Open(var document) -> document.file();
            case Content.Refused(var refusal) -> refusal.file();
        };
    }

    /// Returns where its file lies: on this computer, or on which machine; empty if nowhere.
    String whereabouts() {
        var away = document().flatMap(Document::away);
        if (away.isPresent()) {
            return away.get().place() + ": " + away.get().path();
        }
        var file = file();
        return file == null ? "" : file.toString();
    }

    void set(Content now) {
        follow(now);
        content.set(now);
    }

    /// Sets what runs when the tab ends, while its document still is there.
    void whenClosed(Runnable action) {
        closing.add(action);
    }

    /// Ends the document, if the tab holds one.
    void close() {
        closing.forEach(Runnable::run);
        unsubscribe.run();
        document().ifPresent(Document::close);
    }

    private void follow(Content now) {
        unsubscribe.run();
        unsubscribe = () -> {};
        state.set(null);
        if (now instanceof Content.Open(var document)) {
            unsubscribe = document.onChange(() -> refresh(document));
            refresh(document);
        } else if (now instanceof Content.Loading(var file)) {
            title.set(nameOf(file));
        } else if (now instanceof Content.Refused(var refusal)) {
            title.set(nameOf(refusal.file()));
        }
    }

    private void refresh(Document document) {
        title.set(document.name());
        state.set(document.state());
        changes.set(changes.get() + 1);
    }

    private static String nameOf(Path file) {
        var name = file.getFileName();
        return name == null ? file.toString() : name.toString();
    }

    /// What a tab holds. Immutable.
    public sealed interface Content {

        record Loading(Path file) implements Content {}

        record Open(Document document) implements Content {}

        record Refused(Refusal refusal) implements Content {}

        /// Returns false for what is known not to be a notebook. What is read or refused does not
        /// say yet what it is.
        default boolean mayBeNotebook() {
            return !(this instanceof Open(var document)) || document.isNotebook();
        }
    }
}
