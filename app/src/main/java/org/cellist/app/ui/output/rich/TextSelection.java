package org.cellist.app.ui.output.rich;

import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.control.MenuItem;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.output.menu.MenuPlace;
import org.jspecify.annotations.Nullable;

/// Selecting and copying formatted text across its paragraphs.
///
/// Confined to the JavaFX Application Thread.
final class TextSelection {

    private static final KeyCombination COPY =
            new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination ALL =
            new KeyCodeCombination(KeyCode.A, KeyCombination.SHORTCUT_DOWN);

    private record Place(int flow, int at) implements Comparable<Place> {
        @Override
        public int compareTo(Place other) {
            return flow == other.flow
                    ? Integer.compare(at, other.at)
                    : Integer.compare(flow, other.flow);
        }
    }

    private final RichView view;
    private @Nullable Place anchor;
    private @Nullable Place head;

    TextSelection(RichView view) {
        this.view = view;
    }

    void install() {
        view.addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        view.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        view.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        view.addEventHandler(ContextMenuEvent.CONTEXT_MENU_REQUESTED, this::menu);
    }

    void clear() {
        anchor = null;
        head = null;
        draw();
    }

    private void pressed(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        view.requestFocus();
        var place = placeAt(event.getSceneX(), event.getSceneY());
        if (event.getClickCount() == 2 && place != null) {
            selectWord(place);
        } else if (event.getClickCount() > 2 && place != null) {
            anchor = new Place(place.flow, 0);
            head = new Place(place.flow, view.flows().get(place.flow).length());
        } else if (event.isShiftDown() && anchor != null) {
            head = place;
        } else {
            anchor = place;
            head = place;
        }
        draw();
    }

    private void selectWord(Place place) {
        var text = view.flows().get(place.flow).plainText();
        int start = Math.min(place.at, text.length());
        int end = start;
        while (start > 0 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
            end++;
        }
        anchor = new Place(place.flow, start);
        head = new Place(place.flow, end);
    }

    private void dragged(MouseEvent event) {
        if (anchor != null && event.isPrimaryButtonDown()) {
            head = placeAt(event.getSceneX(), event.getSceneY());
            draw();
            event.consume();
        }
    }

    private void key(KeyEvent event) {
        if (COPY.match(event) && !isEmpty()) {
            copy();
            event.consume();
        } else if (ALL.match(event)) {
            selectAll();
            event.consume();
        }
    }

    private void menu(ContextMenuEvent event) {
        var texts = Texts.of("output");
        var copy = new MenuItem(texts.get("copy"));
        copy.setDisable(isEmpty());
        copy.setOnAction(_ -> copy());
        var all = new MenuItem(texts.get("selectAll"));
        all.setOnAction(
                _ -> {
                    view.requestFocus();
                    selectAll();
                });
        MenuPlace.show(view, event, copy, all);
    }

    private void selectAll() {
        int last = view.flows().size() - 1;
        if (last >= 0) {
            anchor = new Place(0, 0);
            head = new Place(last, view.flows().get(last).length());
            draw();
        }
    }

    private boolean isEmpty() {
        return anchor == null || anchor.equals(head);
    }

    private void copy() {
        var content = new ClipboardContent();
        content.putString(copied());
        Clipboard.getSystemClipboard().setContent(content);
    }

    /// Returns what is selected, as it is copied.
    String copied() {
        var text = new StringBuilder();
        var flows = view.flows();
        for (int i = 0; i < flows.size(); i++) {
            int from = from(i);
            int to = to(i, flows);
            if (from < to) {
                text.append(text.isEmpty() ? "" : "\n").append(flows.get(i).copied(from, to));
            }
        }
        return text.toString();
    }

    private void draw() {
        var flows = view.flows();
        for (int i = 0; i < flows.size(); i++) {
            flows.get(i).select(from(i), to(i, flows));
        }
    }

    private int from(int flow) {
        var first = first();
        if (first == null || flow < first.flow) {
            return 0;
        }
        return flow == first.flow ? first.at : 0;
    }

    private int to(int flow, List<RichFlow> flows) {
        var first = first();
        var last = last();
        if (first == null || last == null || flow < first.flow || flow > last.flow) {
            return 0;
        }
        return flow == last.flow ? last.at : flows.get(flow).length();
    }

    private @Nullable Place first() {
        return anchor == null || head == null || anchor.compareTo(head) <= 0 ? anchor : head;
    }

    private @Nullable Place last() {
        return anchor == null || head == null || anchor.compareTo(head) <= 0 ? head : anchor;
    }

    /// Returns the place nearest to a point of the scene.
    private @Nullable Place placeAt(double sceneX, double sceneY) {
        var flows = view.flows();
        int nearest = -1;
        double least = Double.MAX_VALUE;
        for (int i = 0; i < flows.size(); i++) {
            double distance = distance(flows.get(i), sceneX, sceneY);
            if (distance < least) {
                least = distance;
                nearest = i;
            }
        }
        if (nearest < 0) {
            return null;
        }
        var flow = flows.get(nearest);
        var point = flow.sceneToLocal(sceneX, sceneY);
        double x = Math.max(0, Math.min(flow.getWidth(), point.getX()));
        double y = Math.max(0, Math.min(flow.getHeight(), point.getY()));
        return new Place(nearest, flow.placeAt(x, y));
    }

    /// How far a point is from a paragraph; lines above and below count more than the sides.
    private static double distance(RichFlow flow, double sceneX, double sceneY) {
        Point2D point = flow.sceneToLocal(sceneX, sceneY);
        if (point == null || !flow.isVisible()) {
            return Double.MAX_VALUE;
        }
        double x = outside(point.getX(), flow.getWidth());
        double y = outside(point.getY(), flow.getHeight());
        return x + 100 * y;
    }

    private static double outside(double at, double length) {
        return at < 0 ? -at : Math.max(0, at - length);
    }
}
