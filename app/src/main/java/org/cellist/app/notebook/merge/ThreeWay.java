package org.cellist.app.notebook.merge;

import java.util.ArrayList;
import java.util.List;
import org.cellist.app.notebook.diff.SequenceDiff;
import org.cellist.app.notebook.diff.SequenceDiff.Hunk;

/// Two edits of one list, put together: what diff3 does to lines.
///
/// Stretches that one side changed are taken from it. Where both changed the same stretch, or two
/// that touch, what they have in common at both ends is taken once and the rest is disputed.
///
/// Confined to one thread; used once.
final class ThreeWay<T> {

    private final List<T> local;
    private final List<T> remote;
    private final List<Hunk> localHunks;
    private final List<Hunk> remoteHunks;
    private final List<Region> regions = new ArrayList<>();

    private int nextLocal;
    private int nextRemote;
    private int baseAt;
    private int localAt;
    private int remoteAt;

    /// A stretch of the result. Immutable.
    sealed interface Region {

        /// Items of one side, which the other one agrees to or knows nothing of.
        record Agreed(Side side, int from, int to) implements Region {}

        /// Items of both, one of them perhaps none.
        record Disputed(int localFrom, int localTo, int remoteFrom, int remoteTo)
                implements Region {}
    }

    private ThreeWay(List<T> base, List<T> local, List<T> remote) {
        this.local = local;
        this.remote = remote;
        this.localHunks = SequenceDiff.between(base, local);
        this.remoteHunks = SequenceDiff.between(base, remote);
    }

    static <T> List<Region> regions(List<T> base, List<T> local, List<T> remote) {
        var merge = new ThreeWay<>(base, local, remote);
        while (merge.hasHunks()) {
            merge.step();
        }
        merge.agree(Side.LOCAL, merge.localAt, local.size());
        return List.copyOf(merge.regions);
    }

    private boolean hasHunks() {
        return nextLocal < localHunks.size() || nextRemote < remoteHunks.size();
    }

    private static int start(List<Hunk> hunks, int next) {
        return next < hunks.size() ? hunks.get(next).beforeFrom() : Integer.MAX_VALUE;
    }

    /// Takes what both left alone, and the next stretch that somebody changed.
    private void step() {
        int start = Math.min(start(localHunks, nextLocal), start(remoteHunks, nextRemote));
        int kept = start - baseAt;
        agree(Side.LOCAL, localAt, localAt + kept);
        localAt += kept;
        remoteAt += kept;
        int firstLocal = nextLocal;
        int firstRemote = nextRemote;
        int end = start;
        while (start(localHunks, nextLocal) <= end || start(remoteHunks, nextRemote) <= end) {
            boolean isLocal = start(localHunks, nextLocal) <= end;
            var hunk = isLocal ? localHunks.get(nextLocal++) : remoteHunks.get(nextRemote++);
            end = Math.max(end, hunk.beforeTo());
        }
        int localTo = end(localHunks, firstLocal, nextLocal, end, localAt + end - start);
        int remoteTo = end(remoteHunks, firstRemote, nextRemote, end, remoteAt + end - start);
        if (nextRemote == firstRemote) {
            agree(Side.LOCAL, localAt, localTo);
        } else if (nextLocal == firstLocal) {
            agree(Side.REMOTE, remoteAt, remoteTo);
        } else {
            dispute(localTo, remoteTo);
        }
        baseAt = end;
        localAt = localTo;
        remoteAt = remoteTo;
    }

    /// Returns where a stretch ends that ends there in the base.
    private static int end(List<Hunk> hunks, int first, int next, int baseEnd, int unchanged) {
        if (first == next) {
            return unchanged;
        }
        var last = hunks.get(next - 1);
        return last.afterTo() + baseEnd - last.beforeTo();
    }

    private void dispute(int localTo, int remoteTo) {
        int from = 0;
        int most = Math.min(localTo - localAt, remoteTo - remoteAt);
        while (from < most && local.get(localAt + from).equals(remote.get(remoteAt + from))) {
            from++;
        }
        int same = 0;
        while (same < most - from
                && local.get(localTo - same - 1).equals(remote.get(remoteTo - same - 1))) {
            same++;
        }
        agree(Side.LOCAL, localAt, localAt + from);
        if (localAt + from < localTo - same || remoteAt + from < remoteTo - same) {
            regions.add(
                    new Region.Disputed(
                            localAt + from, localTo - same, remoteAt + from, remoteTo - same));
        }
        agree(Side.LOCAL, localTo - same, localTo);
    }

    private void agree(Side side, int from, int to) {
        if (from < to) {
            regions.add(new Region.Agreed(side, from, to));
        }
    }
}
