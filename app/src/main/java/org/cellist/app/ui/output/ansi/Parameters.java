package org.cellist.app.ui.output.ansi;

/// The numbers of a control sequence. Immutable.
final class Parameters {

    private static final int LARGEST = 1_000_000;

    private final int[] numbers;
    private final boolean[] colons;

    private Parameters(int[] numbers, boolean[] colons) {
        this.numbers = numbers;
        this.colons = colons;
    }

    /// @param text digits, `;` and `:`
    static Parameters of(CharSequence text) {
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (isSeparator(text.charAt(i))) {
                count++;
            }
        }
        var numbers = new int[text.isEmpty() ? 0 : count];
        var colons = new boolean[numbers.length];
        int at = 0;
        if (numbers.length > 0) {
            numbers[0] = -1;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (isSeparator(c)) {
                at++;
                numbers[at] = -1;
                colons[at] = c == ':';
            } else if (c >= '0' && c <= '9') {
                numbers[at] = Math.min(LARGEST, Math.max(0, numbers[at]) * 10 + c - '0');
            }
        }
        return new Parameters(numbers, colons);
    }

    int count() {
        return numbers.length;
    }

    /// Returns a number, or `otherwise` when it is missing or was left out.
    int at(int index, int otherwise) {
        return index < numbers.length && numbers[index] >= 0 ? numbers[index] : otherwise;
    }

    /// Returns a number of steps: at least one.
    int steps() {
        return Math.max(1, at(0, 1));
    }

    /// Returns whether a `:` stood before the number.
    boolean isColon(int index) {
        return index < colons.length && colons[index];
    }

    /// Returns how many numbers in a row, from there on, have a `:` before them.
    int colonsFrom(int index) {
        int end = index;
        while (isColon(end)) {
            end++;
        }
        return end - index;
    }

    private static boolean isSeparator(char c) {
        return c == ';' || c == ':';
    }
}
