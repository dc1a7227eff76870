package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Orientation;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.cellist.app.ui.workbench.split.Arrangement;
import org.jspecify.annotations.Nullable;

/// The tabs of the window in their groups, and opening and choosing among them. [Saving] closes and
/// saves.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class WorkbenchViewModel {

    private final Documents documents;
    private final ReadOnlyObjectWrapper<Arrangement<TabGroup>> arrangement;
    private final ReadOnlyObjectWrapper<TabGroup> focused;
    private final ReadOnlyObjectWrapper<@Nullable TabViewModel> active =
            new ReadOnlyObjectWrapper<>();

    private final ReadOnlyObjectWrapper<List<Path>> recent;

    public WorkbenchViewModel(Documents documents) {
        this(documents, new Arrangement.One<>(new TabGroup()), 0);
    }

    private WorkbenchViewModel(
            Documents documents, Arrangement<TabGroup> groups, int indexOfFocused) {
        this.documents = documents;
        this.recent = new ReadOnlyObjectWrapper<>(documents.recent());
        this.arrangement = new ReadOnlyObjectWrapper<>(groups);
        this.focused = new ReadOnlyObjectWrapper<>(groups.groups().get(indexOfFocused));
        active.bind(Nested.in(focused, TabGroup::activeProperty));
    }

    /// Takes the tabs over into a new model for another view, and leaves this one without any.
    public WorkbenchViewModel handOver() {
        int index = groups().indexOf(focused.get());
        return new WorkbenchViewModel(documents, arrangement.get().map(TabGroup::handOver), index);
    }

    /// How the groups share the window.
    ReadOnlyObjectProperty<Arrangement<TabGroup>> arrangementProperty() {
        return arrangement.getReadOnlyProperty();
    }

    /// The group that keys and commands go to.
    ReadOnlyObjectProperty<TabGroup> focusedProperty() {
        return focused.getReadOnlyProperty();
    }

    private List<TabGroup> groups() {
        return arrangement.get().groups();
    }

    private Optional<TabGroup> groupOf(TabViewModel tab) {
        return groups().stream().filter(group -> group.tabs().contains(tab)).findFirst();
    }

    /// Returns the tabs of all groups.
    public List<TabViewModel> tabs() {
        return groups().stream().flatMap(group -> group.tabs().stream()).toList();
    }

    /// The tab in front of the group that has the keys, null when there is none.
    public ReadOnlyObjectProperty<@Nullable TabViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// The document in front.
    public Optional<Document> activeDocument() {
        return Optional.ofNullable(active.get()).flatMap(TabViewModel::document);
    }

    /// The files opened and saved last, the newest first.
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /// Looks which files were opened and saved last.
    void refreshRecent() {
        recent.set(documents.recent());
    }

    public void activate(TabViewModel tab) {
        groupOf(tab)
                .ifPresent(
                        group -> {
                            group.activate(tab);
                            focused.set(group);
                        });
    }

    /// Goes so many tabs to the right in the group, around the end.
    public void activateNext(int places) {
        focused.get().activateNext(places);
    }

    // ---- groups

    /// Sends keys and commands to a group.
    void focus(TabGroup group) {
        focused.set(group);
    }

    /// Sends them to the next group, around the end.
    void focusNext() {
        int next = (groups().indexOf(focused.get()) + 1) % groups().size();
        focused.set(groups().get(next));
    }

    /// Shows the document in front a second time, beside or below.
    ///
    /// @param direction horizontal for beside
    void split(Orientation direction) {
        activeDocument()
                .ifPresent(
                        document -> {
                            document.retain();
                            var added = new TabGroup();
                            added.add(new TabViewModel(new Content.Open(document)));
                            addGroup(direction, added);
                        });
    }

    private void addGroup(Orientation direction, TabGroup added) {
        arrangement.set(arrangement.get().split(focused.get(), direction, added));
        focused.set(added);
    }

    /// Moves the tab in front to the next group; the only group is split for it.
    void moveTab() {
        var tab = active.get();
        var from = focused.get();
        boolean isAlone = groups().size() == 1;
        if (tab == null || (isAlone && from.tabs().size() == 1)) {
            return;
        }
        from.remove(tab);
        if (isAlone) {
            var added = new TabGroup();
            added.add(tab);
            addGroup(Orientation.HORIZONTAL, added);
        } else {
            focusNext();
            take(tab, focused.get());
            dropIfEmpty(from);
        }
    }

    /// Puts the tabs of the group in front into the one before it.
    void closeSplit() {
        var gone = focused.get();
        int index = groups().indexOf(gone);
        if (groups().size() == 1) {
            return;
        }
        var heir = groups().get(index == 0 ? 1 : index - 1);
        var front = gone.activeProperty().get();
        var tabs = new ArrayList<>(gone.tabs());
        if (front != null && tabs.remove(front)) {
            tabs.add(front);
        }
        focused.set(heir);
        for (var tab : tabs) {
            gone.remove(tab);
            take(tab, heir);
        }
        dropIfEmpty(gone);
    }

    /// A document that the group shows already is not shown there twice.
    private static void take(TabViewModel tab, TabGroup group) {
        var already = tab.document().flatMap(group::tabOf);
        if (already.isPresent()) {
            group.activate(already.get());
            tab.close();
        } else {
            group.add(tab);
        }
    }

    private void dropIfEmpty(TabGroup group) {
        if (!group.tabs().isEmpty() || groups().size() == 1) {
            return;
        }
        int index = groups().indexOf(group);
        var left = arrangement.get().without(group);
        if (left.isPresent()) {
            if (focused.get().equals(group)) {
                focused.set(groups().get(index == 0 ? 1 : index - 1));
            }
            arrangement.set(left.get());
        }
    }

    // ---- opening and closing

    /// Opens each file in a tab of its own and shows the last; one that is open is shown again.
    public void open(List<Path> files) {
        for (var file : files) {
            open(file.toAbsolutePath().normalize());
        }
    }

    /// Opens a new, empty notebook.
    public void create() {
        focused.get().add(new TabViewModel(new Content.Open(documents.create())));
    }

    /// Tries a file again whose tab shows why it was refused.
    public void retry(TabViewModel tab) {
        var file = tab.file();
        if (file != null) {
            tab.set(new Content.Loading(file));
            read(tab, file);
        }
    }

    /// Shows a refused file as text.
    public void openAsText(TabViewModel tab) {
        var file = tab.file();
        if (file != null) {
            tab.set(new Content.Loading(file));
            documents.openText(file, opened -> show(tab, opened));
        }
    }

    /// Takes a tab away, without asking; its document ends when no other tab shows it.
    void remove(TabViewModel tab) {
        groupOf(tab)
                .ifPresent(
                        group -> {
                            group.remove(tab);
                            tab.close();
                            dropIfEmpty(group);
                        });
    }

    private void open(Path file) {
        var already =
                Stream.concat(focused.get().tabs().stream(), tabs().stream())
                        .filter(tab -> Objects.equals(tab.file(), file))
                        .findFirst();
        if (already.isPresent()) {
            activate(already.get());
            return;
        }
        var tab = new TabViewModel(new Content.Loading(file));
        focused.get().add(tab);
        read(tab, file);
    }

    private void read(TabViewModel tab, Path file) {
        documents.open(file, opened -> show(tab, opened));
    }

    private void show(TabViewModel tab, Opened opened) {
        boolean closedMeanwhile = groupOf(tab).isEmpty();
        switch (opened) {
            case Opened.Ready(var document) -> {
                if (closedMeanwhile) {
                    document.close();
                } else {
                    tab.set(new Content.Open(document));
                }
            }
            case Opened.Refused(var refusal) -> tab.set(new Content.Refused(refusal));
        }
        refreshRecent();
    }
}
