package org.cellist.app.ui.output.find;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import org.cellist.app.notebook.find.FindQuery;
import org.cellist.app.notebook.find.QueryOutcome;
import org.cellist.app.notebook.find.SearchPattern;
import org.cellist.app.ui.output.find.FindState.Around;
import org.jspecify.annotations.Nullable;

/// Looks for text in the views below a node.
///
/// The views are asked anew at each step: outputs grow and are replaced while somebody searches.
///
/// Confined to the JavaFX Application Thread.
final class OutputSearch {

    /// A text of many parts is shown in as many goes.
    private static final int MOST_GOES = 60;

    private final Node root;
    private final ObjectProperty<FindQuery> query = new SimpleObjectProperty<>(FindQuery.NONE);
    private final ReadOnlyObjectWrapper<FindState> state =
            new ReadOnlyObjectWrapper<>(new FindState.Idle());
    private List<View> views = List.of();
    private int index = -1;

    /// A view and how many matches it has.
    private record View(Node node, Searchable searchable, int count) {}

    /// Where a match is.
    ///
    /// @param place in pixels of the node
    record Found(Node node, Bounds place) {}

    OutputSearch(Node root) {
        this.root = root;
    }

    ObjectProperty<FindQuery> queryProperty() {
        return query;
    }

    ReadOnlyObjectProperty<FindState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Marks what the query finds, and goes to the first match.
    @Nullable Found begin() {
        index = -1;
        return step(1);
    }

    /// Goes on by that many matches, around the ends.
    ///
    /// @param places 1 for the next match, -1 for the one before
    @Nullable Found step(int places) {
        int count =
                switch (SearchPattern.of(query.get())) {
                    case QueryOutcome.Empty _ -> ended(new FindState.Idle());
                    case QueryOutcome.Faulty(var fault, _) -> ended(new FindState.Faulty(fault));
                    case QueryOutcome.Usable(var pattern) -> mark(pattern);
                };
        if (count == 0) {
            index = -1;
            return null;
        }
        int next = index < 0 ? (places > 0 ? 0 : count - 1) : index + places;
        var around = next >= count ? Around.TO_START : next < 0 ? Around.TO_END : Around.NONE;
        index = Math.floorMod(next, count);
        state.set(new FindState.Found(index, count, false, around));
        return stand();
    }

    /// Takes all marks away.
    void end() {
        views(root).forEach(view -> view.searchable.find(TextMatches.none()));
        views = List.of();
        index = -1;
    }

    private int ended(FindState now) {
        end();
        state.set(now);
        return 0;
    }

    private int mark(SearchPattern pattern) {
        int goes = 0;
        while (goes < MOST_GOES && expand(root)) {
            goes++;
        }
        var matches = TextMatches.of(pattern);
        views =
                views(root).stream()
                        .map(
                                view ->
                                        new View(
                                                view.node,
                                                view.searchable,
                                                view.searchable.find(matches)))
                        .toList();
        if (matches.isTooHard()) {
            return ended(new FindState.TooHard());
        }
        int count = views.stream().mapToInt(View::count).sum();
        if (count == 0) {
            state.set(new FindState.Found(-1, 0, false, Around.NONE));
        }
        return count;
    }

    private static boolean expand(Node node) {
        boolean expanded = node instanceof Expandable expandable && expandable.expand();
        if (node instanceof Parent parent) {
            for (var child : List.copyOf(parent.getChildrenUnmodifiable())) {
                expanded |= expand(child);
            }
        }
        return expanded;
    }

    private static List<View> views(Node root) {
        var found = new ArrayList<View>();
        collect(root, found);
        return found;
    }

    private static void collect(Node node, List<View> into) {
        if (node instanceof Searchable searchable) {
            into.add(new View(node, searchable, 0));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, into));
        }
    }

    private @Nullable Found stand() {
        int before = 0;
        Found found = null;
        for (var view : views) {
            boolean isHere = index >= before && index < before + view.count;
            var place = view.searchable.stand(isHere ? index - before : -1);
            if (isHere && place != null) {
                found = new Found(view.node, place);
            }
            before += view.count;
        }
        return found;
    }
}
