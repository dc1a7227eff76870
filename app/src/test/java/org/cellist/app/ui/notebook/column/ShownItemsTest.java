package org.cellist.app.ui.notebook.column;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.scene.layout.Region;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/// Whatever happens to the items, the list knows the heights that it could know.
class ShownItemsTest {

    private static final double WIDTH = 100;

    @Property(tries = 300)
    void theSumIsThatOfTheLastHeightsAndOfGuesses(
            @ForAll @Size(max = 60) List<@IntRange(max = 99_999) Integer> steps) {
        var nodes = new Nodes();
        var items = new ShownItems<Integer>(nodes, FXCollections.observableArrayList());
        items.setRoom(WIDTH, 1);
        List<Integer> now = new ArrayList<>();
        int made = 0;

        for (int step : steps) {
            int place = now.isEmpty() ? 0 : step / 4 % now.size();
            switch (now.isEmpty() ? 0 : step % 4) {
                case 0 -> now.add(place, made++);
                case 1 -> {
                    nodes.known.remove(now.get(place));
                    now.subList(place, place + 1).clear();
                }
                case 2 -> items.measure(place);
                default -> {
                    var gone = now.get(place);
                    var kept = new HashSet<>(now);
                    kept.remove(gone);
                    items.releaseAllBut(kept);
                }
            }
            if (!items.items().equals(now)) {
                items.setItems(now);
            }
            assertSums(items, nodes, now);
        }

        items.setItems(List.of());
        assertEquals(Set.of(), nodes.out);
    }

    private static void assertSums(ShownItems<Integer> items, Nodes nodes, List<Integer> now) {
        double sum = 0;
        for (int i = 0; i < now.size(); i++) {
            assertEquals(sum, items.heights().top(i), 1e-6);
            sum += nodes.known.getOrDefault(now.get(i), guess(now.get(i)));
        }
        assertEquals(sum, items.heights().total(), 1e-6);
    }

    private static double guess(int item) {
        return 10 + item % 7;
    }

    private static double height(int item) {
        return 5 + item * 37 % 101;
    }

    /// Nodes of fixed heights; knows which were measured, and which are out.
    private static final class Nodes implements ItemNodes<Integer> {

        final Map<Integer, Double> known = new HashMap<>();
        final Set<Integer> out = new HashSet<>();

        @Override
        public Region show(Integer item) {
            out.add(item);
            return new Region() {
                @Override
                protected double computePrefHeight(double width) {
                    known.put(item, height(item));
                    return height(item);
                }
            };
        }

        @Override
        public void release(Integer item, Region node) {
            out.remove(item);
        }

        @Override
        public double estimate(Integer item, double width) {
            return guess(item);
        }
    }
}
