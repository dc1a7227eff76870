package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Orientation;
import javafx.geometry.Side;
import org.cellist.app.ui.fx.Nested;
import org.cellist.app.ui.workbench.TabViewModel.Content;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Documents.Opened;
import org.cellist.app.ui.workbench.split.Arrangement;
import org.cellist.app.ui.workbench.split.Place;
import org.cellist.app.ui.workbench.trail.Trail;
import org.jspecify.annotations.Nullable;

/// The tabs of a window in their groups, and opening and choosing among them. [Saving] closes and
/// saves; [WindowSet] knows the other windows.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
public final class WorkbenchViewModel {

    private final WindowSet windows;
    private final Jumps jumps;
    private final WindowTools tools;
    private final ReadOnlyObjectWrapper<Arrangement<TabGroup>> arrangement;
    private final ReadOnlyObjectWrapper<TabGroup> focused;

    /// Its own, so that what follows it goes with the window.
    private final ReadOnlyObjectWrapper<List<Path>> recent = new ReadOnlyObjectWrapper<>(List.of());

    private final ReadOnlyObjectWrapper<@Nullable TabViewModel> active =
            new ReadOnlyObjectWrapper<>();

    /// A window without tabs.
    WorkbenchViewModel(WindowSet windows) {
        this(
                windows,
                new Arrangement.One<>(new TabGroup()),
                0,
                new Trail(),
                WindowTools.of(windows.documents()));
    }

    private WorkbenchViewModel(
            WindowSet windows,
            Arrangement<TabGroup> groups,
            int indexOfFocused,
            Trail trail,
            WindowTools tools) {
        this.windows = windows;
        this.tools = tools;
        recent.bind(windows.recentProperty());
        this.arrangement = new ReadOnlyObjectWrapper<>(groups);
        this.focused = new ReadOnlyObjectWrapper<>(groups.groups().get(indexOfFocused));
        active.bind(Nested.in(focused, TabGroup::activeProperty));
        jumps = new Jumps(this, trail);
    }

    /// Takes the tabs over into a new model for another view, and leaves this one without any.
    public WorkbenchViewModel handOver() {
        int index = groups().indexOf(focused.get());
        var heirs = arrangement.get().map(TabGroup::handOver);
        var heir = new WorkbenchViewModel(windows, heirs, index, jumps.trail(), tools);
        windows.replace(this, heir);
        return heir;
    }

    /// The windows of the program, of which this is one.
    WindowSet windows() {
        return windows;
    }

    /// The ways to other places, and back.
    Jumps jumps() {
        return jumps;
    }

    /// What the window has besides its tabs.
    WindowTools tools() {
        return tools;
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

    /// Returns the tabs of all groups, those of the group that has the keys first.
    List<TabViewModel> tabsFromFront() {
        return Stream.concat(focused.get().tabs().stream(), tabs().stream()).distinct().toList();
    }

    /// The tab in front of the group that has the keys, null when there is none.
    public ReadOnlyObjectProperty<@Nullable TabViewModel> activeProperty() {
        return active.getReadOnlyProperty();
    }

    /// The document in front.
    public Optional<Document> activeDocument() {
        return Optional.ofNullable(active.get()).flatMap(TabViewModel::document);
    }

    /// Whether the tab in front may hold a notebook, which is run.
    ObservableBooleanValue mayBeNotebook() {
        var content = Nested.in(active, TabViewModel::contentProperty);
        return Bindings.createBooleanBinding(
                () -> {
                    var now = content.getValue();
                    return now != null && now.mayBeNotebook();
                },
                content);
    }

    /// Returns the folder of the file in front, null when it has none.
    @Nullable Path folder() {
        var tab = active.get();
        var file = tab == null ? null : tab.file();
        return file == null ? null : file.getParent();
    }

    /// The files opened and saved last, the newest first.
    public ReadOnlyObjectProperty<List<Path>> recentProperty() {
        return recent.getReadOnlyProperty();
    }

    /// Looks which files were opened and saved last.
    void refreshRecent() {
        windows.refreshRecent();
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

    /// Puts the tab in front so many places to the right, as far as its row goes.
    void shift(int places) {
        var tab = active.get();
        var group = focused.get();
        if (tab != null) {
            int index = group.tabs().indexOf(tab) + places;
            group.move(tab, places > 0 ? index + 1 : index);
        }
    }

    // ---- groups

    /// Sends keys and commands to a group.
    void focus(TabGroup group) {
        focused.set(group);
    }

    private void focusNext() {
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
                            boolean isBeside = direction == Orientation.HORIZONTAL;
                            var side = isBeside ? Side.RIGHT : Side.BOTTOM;
                            addGroup(focused.get(), side, added);
                        });
    }

    private void addGroup(TabGroup place, Side side, TabGroup added) {
        arrangement.set(arrangement.get().split(place, side, added));
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
        if (isAlone) {
            put(tab, new Place.Beside<>(from, Side.RIGHT));
        } else {
            focusNext();
            var next = focused.get();
            put(tab, new Place.Among<>(next, next.tabs().size()));
        }
    }

    /// Puts a tab of this window to a place of it.
    void put(TabViewModel tab, Place<TabGroup> place) {
        switch (place) {
            case Place.Among<TabGroup>(var group, int index) when group.tabs().contains(tab) ->
                    group.move(tab, index);
            case Place.Beside<TabGroup>(var group, var _) when group.tabs().equals(List.of(tab)) ->
                    activate(tab); // it would come where it is
            default -> {
                var from = groupOf(tab);
                from.ifPresent(group -> group.remove(tab));
                take(tab, place);
                from.ifPresent(this::dropIfEmpty);
            }
        }
    }

    /// Takes a tab that is in no window.
    void take(TabViewModel tab, Place<TabGroup> place) {
        switch (place) {
            case Place.Among<TabGroup>(var group, int index) -> {
                focused.set(group);
                take(tab, group, index);
            }
            case Place.Beside<TabGroup>(var group, var side) -> {
                var added = new TabGroup();
                added.add(tab);
                addGroup(group, side, added);
            }
        }
    }

    /// Gives a tab up that another window takes.
    void release(TabViewModel tab) {
        groupOf(tab)
                .ifPresent(
                        group -> {
                            group.remove(tab);
                            dropIfEmpty(group);
                        });
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
            take(tab, heir, heir.tabs().size());
        }
        dropIfEmpty(gone);
    }

    /// A document that the group shows already is not shown there twice.
    private static void take(TabViewModel tab, TabGroup group, int index) {
        var already = tab.document().flatMap(group::tabOf);
        if (already.isPresent()) {
            group.activate(already.get());
            tab.close();
        } else {
            group.add(tab, index);
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
        focused.get().add(new TabViewModel(new Content.Open(windows.documents().create())));
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
            windows.documents().openText(file, opened -> show(tab, opened));
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

    /// Opens a file, and returns the tab that shows it, perhaps of another window.
    TabViewModel open(Path file) {
        var already = windows.activate(file, this);
        if (already.isPresent()) {
            return already.get();
        }
        var tab = new TabViewModel(new Content.Loading(file));
        focused.get().add(tab);
        read(tab, file);
        return tab;
    }

    private void read(TabViewModel tab, Path file) {
        windows.documents().open(file, opened -> show(tab, opened));
    }

    private void show(TabViewModel tab, Opened opened) {
        boolean closedMeanwhile = !windows.tabs().contains(tab);
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
