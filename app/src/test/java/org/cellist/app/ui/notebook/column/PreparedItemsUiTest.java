package org.cellist.app.ui.notebook.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/// How the nodes beyond the viewport are made ready: one step in a pulse.
@Tag("ui")
@ExtendWith(FxExtension.class)
class PreparedItemsUiTest {

    private static final double WIDTH = 400;
    private static final double HEIGHT = 300;
    private static final double ITEM = 100;

    private final Nodes nodes = new Nodes();

    @Test
    void whatIsVisibleIsThereInTheFirstPulse(Fx fx) {
        var column = shown(fx);

        var visible = IntStream.range(0, (int) (HEIGHT / ITEM)).boxed().toList();

        assertEquals(visible, nodes.builtInOnePulse.getFirst());
        assertNotNull(fx.call(() -> column.nodeOf(2)));
    }

    @Test
    void inEachLaterPulseOneItemIsBuiltOrLaidOut(Fx fx) {
        var column = shown(fx);
        fx.await("all near items have nodes", () -> column.nodeOf(7) != null);

        for (var built : nodes.builtInOnePulse.subList(1, nodes.builtInOnePulse.size())) {
            assertEquals(1, built.size(), () -> "built in one pulse: " + built);
        }
        nodes.builtAt.forEach(
                (item, pulse) -> {
                    var entered = nodes.enteredAt.get(item);
                    boolean wasVisible = item * ITEM < HEIGHT;
                    assertTrue(
                            wasVisible || entered == null || entered > pulse,
                            () -> item + " was built and laid out in pulse " + pulse);
                });
    }

    @Test
    void whatIsScrolledToBeforeItIsReadyIsShownAtOnce(Fx fx) {
        var column = shown(fx);

        fx.run(() -> column.scrollToTop(60));
        fx.settle();

        assertNotNull(fx.call(() -> column.nodeOf(60)));
        assertNotNull(fx.call(() -> column.nodeOf(62)));
    }

    @Test
    void everyNodeIsTakenBackOnce(Fx fx) {
        var column = shown(fx);
        for (int item : new int[] {30, 90, 5, 60}) {
            fx.run(() -> column.scrollToTop(item));
            fx.settle();
        }

        fx.run(() -> column.setItems(List.of()));
        fx.settle();

        assertEquals(Set.of(), nodes.out);
        assertEquals(List.of(), nodes.wrong);
    }

    private VirtualColumn<Integer> shown(Fx fx) {
        var column = fx.call(() -> new VirtualColumn<>(nodes, 0, 0));
        var stage = fx.show(column, WIDTH, HEIGHT);
        fx.run(
                () -> {
                    nodes.scene = stage.getScene();
                    column.setItems(IntStream.range(0, 100).boxed().toList());
                });
        fx.settle();
        return column;
    }

    /// Notes which item was built and shown in which pulse.
    private static final class Nodes implements ItemNodes<Integer> {

        final List<List<Integer>> builtInOnePulse = new ArrayList<>();
        final Map<Integer, Integer> builtAt = new HashMap<>();
        final Map<Integer, Integer> enteredAt = new HashMap<>();
        final Set<Integer> out = new HashSet<>();
        final List<String> wrong = new ArrayList<>();
        @Nullable Scene scene;
        private boolean isWatching;
        private boolean isNewPulse = true;

        @Override
        public Region show(Integer item) {
            watchPulses();
            if (isNewPulse) {
                isNewPulse = false;
                builtInOnePulse.add(new ArrayList<>());
            }
            builtInOnePulse.getLast().add(item);
            builtAt.put(item, builtInOnePulse.size());
            if (!out.add(item)) {
                wrong.add("built twice: " + item);
            }
            var node = new Region();
            node.setPrefHeight(ITEM);
            node.parentProperty().addListener((_, _, _) -> enteredAt.putIfAbsent(item, pulse()));
            return node;
        }

        private int pulse() {
            return isNewPulse ? builtInOnePulse.size() + 1 : builtInOnePulse.size();
        }

        private void watchPulses() {
            if (!isWatching && scene != null) {
                isWatching = true;
                scene.addPostLayoutPulseListener(() -> isNewPulse = true);
            }
        }

        @Override
        public void release(Integer item, Region node) {
            if (!out.remove(item)) {
                wrong.add("taken back twice: " + item);
            }
        }

        @Override
        public double estimate(Integer item, double width) {
            return ITEM;
        }
    }
}
