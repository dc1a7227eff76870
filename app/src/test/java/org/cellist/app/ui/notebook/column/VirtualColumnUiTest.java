package org.cellist.app.ui.notebook.column;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javafx.scene.layout.Region;
import org.cellist.app.ui.testing.Fx;
import org.cellist.app.ui.testing.FxExtension;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The list under random changes: what is read stays where it is.
@Tag("ui")
@ExtendWith(FxExtension.class)
class VirtualColumnUiTest {

    private static final double HEIGHT = 300;
    private static final int STEPS = 120;

    private final Nodes nodes = new Nodes();
    private final List<Integer> items = new ArrayList<>();
    private int made;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whatIsReadStaysInPlaceAndTheHeightsAddUp(long seed, Fx fx) {
        var column = shown(fx);
        var random = new Random(seed);

        for (int i = 0; i < STEPS; i++) {
            fx.run(() -> step(column, random));
        }
    }

    @Test
    void pinnedItemsKeepTheirNodes(Fx fx) {
        var column = shown(fx);
        var first = fx.call(() -> column.nodeOf(0));
        fx.run(() -> column.pin(Set.of(0, 1)));

        fx.run(() -> column.scrollToTop(50));
        fx.settle();

        assertEquals(first, fx.call(() -> column.nodeOf(0)));
        assertNotNull(fx.call(() -> column.nodeOf(1)));
    }

    private void step(VirtualColumn<Integer> column, Random random) {
        var reading = items.get(column.position().index());
        double offset = column.position().offset();
        int place = random.nextInt(items.size());
        boolean scrolls = false;
        switch (random.nextInt(4)) {
            case 0 -> items.add(place, made++);
            case 1 -> {
                if (items.size() > 30 && !items.get(place).equals(reading)) {
                    nodes.known.remove(items.get(place));
                    items.subList(place, place + 1).clear();
                }
            }
            case 2 -> nodes.grow(items.get(place), items.get(place).equals(reading));
            default -> {
                scrolls = true;
                column.scrollBy(random.nextDouble(-900, 900));
            }
        }
        if (!column.items().equals(items)) {
            column.setItems(items);
        }
        column.layout();
        assertEquals(sum(items.size()), column.prefHeight(-1), 1e-6);
        if (!scrolls && isDeep(reading, offset)) {
            assertEquals(items.indexOf(reading), column.position().index());
            assertEquals(offset, column.position().offset(), 1e-6);
        }
    }

    /// Whether the end of the list is so far away that it cannot pull the list down.
    private boolean isDeep(Integer reading, double offset) {
        double below = -offset;
        for (int i = items.indexOf(reading); i < items.size(); i++) {
            below += nodes.heights.getOrDefault(items.get(i), Nodes.first(items.get(i)));
        }
        return below > HEIGHT;
    }

    private double sum(int count) {
        double sum = 0;
        for (int item : items.subList(0, count)) {
            sum += nodes.known.getOrDefault(item, Nodes.GUESS);
        }
        return sum;
    }

    private VirtualColumn<Integer> shown(Fx fx) {
        var column = fx.call(() -> new VirtualColumn<>(nodes, 0, 0));
        for (made = 0; made < 80; made++) {
            items.add(made);
        }
        fx.run(() -> column.setItems(items));
        fx.show(column, 400, HEIGHT);
        return column;
    }

    /// Nodes of many heights, which can grow; knows which heights were told.
    private static final class Nodes implements ItemNodes<Integer> {

        static final double GUESS = 60;

        final Map<Integer, Double> heights = new HashMap<>();
        final Map<Integer, Double> known = new HashMap<>();
        private final Map<Integer, Region> out = new HashMap<>();

        static double first(int item) {
            return 20 + item * 53 % 149;
        }

        /// @param isRead whether the item lies at the top: it grows below what is read
        void grow(int item, boolean isRead) {
            double before = heights.getOrDefault(item, first(item));
            heights.put(item, isRead ? before + 30 : 20 + (before * 7 + 11) % 200);
            var node = out.get(item);
            if (node != null) {
                node.requestLayout();
            }
        }

        @Override
        public Region show(Integer item) {
            var node =
                    new Region() {
                        @Override
                        protected double computePrefHeight(double width) {
                            double height = heights.getOrDefault(item, first(item));
                            known.put(item, Math.ceil(height));
                            return height;
                        }
                    };
            out.put(item, node);
            return node;
        }

        @Override
        public void release(Integer item, Region node) {
            out.remove(item);
        }

        @Override
        public double estimate(Integer item, double width) {
            return GUESS;
        }
    }
}
