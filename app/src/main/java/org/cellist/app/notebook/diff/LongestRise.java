package org.cellist.app.notebook.diff;

/// The longest part of a list of numbers, not necessarily connected, that rises: what kept its
/// order. Immutable.
final class LongestRise {

    private LongestRise() {}

    /// Returns the indices of that part, in order.
    ///
    /// @param numbers distinct
    static int[] of(int[] numbers) {
        int[] ends = new int[numbers.length]; // index of the least end of a rise of each length
        int[] previous = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int place = place(numbers, ends, length, numbers[i]);
            previous[i] = place == 0 ? -1 : ends[place - 1];
            ends[place] = i;
            length = Math.max(length, place + 1);
        }
        int[] rise = new int[length];
        int at = length == 0 ? -1 : ends[length - 1];
        for (int i = length - 1; i >= 0; i--) {
            rise[i] = at;
            at = previous[at];
        }
        return rise;
    }

    private static int place(int[] numbers, int[] ends, int length, int number) {
        int low = 0;
        int high = length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (numbers[ends[middle]] < number) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
