package org.cellist.app.ui.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import org.jspecify.annotations.Nullable;

/// What can have the keys in a part of a window.
///
/// Confined to the JavaFX Application Thread.
public final class Keyable {

    private Keyable() {}

    /// Returns whether a node is another one or in it.
    public static boolean isWithin(@Nullable Node node, Node around) {
        for (var each = node; each != null; each = each.getParent()) {
            if (each.equals(around)) {
                return true;
            }
        }
        return false;
    }

    /// Returns what has the keys in the window of a node; null for nothing.
    public static @Nullable Node owner(Node node) {
        return node.getScene() == null ? null : node.getScene().getFocusOwner();
    }

    /// Returns what in a part wants the keys, as it lies there.
    public static List<Node> wanting(Node part) {
        var found = new ArrayList<Node>();
        collect(part, Node::isFocusTraversable, true, found);
        return found;
    }

    /// Gives the keys to the first node in a part that wants them, and shows that; nothing if none
    /// does.
    public static void enterFirst(Node part) {
        if (!wanting(part).isEmpty()) {
            part.requestFocusTraversal(TraversalDirection.NEXT);
        }
    }

    /// Returns the buttons and tabs of a bar, as they lie there. Whether a click gives them the
    /// keys does not matter.
    public static List<Node> buttons(Node bar) {
        var found = new ArrayList<Node>();
        collect(bar, Keyable::isButton, false, found);
        return found;
    }

    private static boolean isButton(Node node) {
        return node instanceof ButtonBase || node.getAccessibleRole() == AccessibleRole.TAB_ITEM;
    }

    /// Finds the nodes of a kind that are seen and can be used.
    ///
    /// @param isInner whether they are looked for in each other, too
    private static void collect(
            Node node, Predicate<Node> wanted, boolean isInner, List<Node> found) {
        if (!node.isVisible() || node.isDisabled()) {
            return;
        }
        boolean isWanted = wanted.test(node);
        if (isWanted) {
            found.add(node);
        }
        if ((isInner || !isWanted) && node instanceof Parent parent) {
            parent.getChildrenUnmodifiable()
                    .forEach(child -> collect(child, wanted, isInner, found));
        }
    }
}
