package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The order of the cells in the result, as numbers of trios.
///
/// The local side's order is the beginning. What only the remote side has, or has moved, is put
/// after the cell that it follows there, and after what only the local side has there.
///
/// Confined to one thread; used once.
final class CellOrder {

    private static final int START = -1;

    private final Trios trios;
    private final Set<Integer> ofRemote;
    private final Map<Integer, List<Integer>> followers = new HashMap<>();
    private final List<Integer> order = new ArrayList<>();

    private CellOrder(Trios trios) {
        this.trios = trios;
        this.ofRemote = new HashSet<>(trios.inRemote());
    }

    /// Returns the trios that the result has, in order.
    static List<Integer> of(Trios trios) {
        var order = new CellOrder(trios);
        var placed = trios.inLocal().stream().filter(order::isPlacedByLocal).toList();
        order.findFollowers(new HashSet<>(placed));
        order.putTogether(placed);
        return List.copyOf(order.order);
    }

    private boolean isPlacedByLocal(int trio) {
        boolean isPlacedByRemote =
                trios.isMovedBy(Side.REMOTE, trio) && !trios.isMovedBy(Side.LOCAL, trio);
        return trios.get(trio).isKept() && !isPlacedByRemote;
    }

    /// Finds behind which cell the others go.
    private void findFollowers(Set<Integer> placed) {
        int leader = START;
        for (int trio : trios.inRemote()) {
            if (placed.contains(trio)) {
                leader = trio;
            } else if (trios.get(trio).isKept()) {
                followers.computeIfAbsent(leader, _ -> new ArrayList<>()).add(trio);
            }
        }
    }

    private void putTogether(List<Integer> placed) {
        var waiting = followers.getOrDefault(START, List.of());
        for (int trio : placed) {
            if (ofRemote.contains(trio)) {
                order.addAll(waiting);
                waiting = followers.getOrDefault(trio, List.of());
            }
            order.add(trio);
        }
        order.addAll(waiting);
    }
}
