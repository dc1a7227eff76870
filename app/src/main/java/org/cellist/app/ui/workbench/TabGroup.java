package org.cellist.app.ui.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cellist.app.ui.workbench.port.Document;
import org.jspecify.annotations.Nullable;

/// Tabs that share one place of the window, of which one is in front.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class TabGroup {

    private final ObservableList<TabViewModel> tabs = FXCollections.observableArrayList();
    // A field, because such a list hears of changes only as long as something holds it.
    private final ObservableList<TabViewModel> shown =
            FXCollections.unmodifiableObservableList(tabs);
    private final ReadOnlyObjectWrapper<@Nullable TabViewModel> active =
            new ReadOnlyObjectWrapper<>();

    ObservableList<TabViewModel> tabs() {
        return shown;
    }

    /// The tab in front, null when there is none.
    ReadOnlyObjectProperty<@Nullable TabViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// Returns the tab that shows a document.
    Optional<TabViewModel> tabOf(Document document) {
        return tabs.stream()
                .filter(tab -> tab.document().filter(document::equals).isPresent())
                .findFirst();
    }

    void activate(TabViewModel tab) {
        active.set(tab);
    }

    /// Goes so many tabs to the right, around the end.
    void activateNext(int places) {
        var current = active.get();
        if (current != null) {
            int index = tabs.indexOf(current) + places;
            active.set(tabs.get(Math.floorMod(index, tabs.size())));
        }
    }

    void add(TabViewModel tab) {
        add(tab, tabs.size());
    }

    /// Puts a tab before the one at a position, in front.
    void add(TabViewModel tab, int index) {
        tabs.add(Math.clamp(index, 0, tabs.size()), tab);
        active.set(tab);
    }

    /// Puts a tab of this group before the one that is at a position now.
    void move(TabViewModel tab, int index) {
        int from = tabs.indexOf(tab);
        int to = Math.clamp(index > from ? index - 1 : index, 0, tabs.size() - 1);
        if (from >= 0 && to != from) {
            var moved = new ArrayList<>(tabs);
            moved.remove(from);
            moved.add(to, tab);
            tabs.setAll(moved);
        }
    }

    /// Takes a tab away, and shows the one that stands in its place then.
    void remove(TabViewModel tab) {
        int index = tabs.indexOf(tab);
        boolean wasActive = tab.equals(active.get());
        tabs.remove(tab);
        if (wasActive) {
            active.set(tabs.isEmpty() ? null : tabs.get(Math.min(index, tabs.size() - 1)));
        }
    }

    /// Takes all tabs over into a new group, and leaves this one without any.
    TabGroup handOver() {
        var heir = new TabGroup();
        var front = active.get();
        var all = List.copyOf(tabs);
        active.set(null);
        tabs.clear();
        heir.tabs.setAll(all);
        heir.active.set(front);
        return heir;
    }
}
