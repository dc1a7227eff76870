package org.cellist.app.ui.editor.highlight;

/// The one stretch in which two texts differ: `start` to `oldEnd` became `start` to `newEnd`.
/// Immutable.
public record TextDifference(int start, int oldEnd, int newEnd) {

    public static TextDifference between(String older, String newer) {
        int most = Math.min(older.length(), newer.length());
        int start = 0;
        while (start < most && older.charAt(start) == newer.charAt(start)) {
            start++;
        }
        if (start > 0 && Character.isHighSurrogate(older.charAt(start - 1))) {
            start--;
        }
        int end = 0;
        while (end < most - start
                && older.charAt(older.length() - 1 - end)
                        == newer.charAt(newer.length() - 1 - end)) {
            end++;
        }
        if (end > 0 && Character.isLowSurrogate(older.charAt(older.length() - end))) {
            end--;
        }
        return new TextDifference(start, older.length() - end, newer.length() - end);
    }

    /// Tells whether so little differs that working from the older text pays.
    boolean isSmall(String newer) {
        return newEnd - start < newer.length() / 2;
    }

    /// Moves one value for each unit of the older text to where that unit is in the newer.
    byte[] moved(byte[] older, int newLength) {
        var newer = new byte[newLength];
        System.arraycopy(older, 0, newer, 0, start);
        System.arraycopy(older, oldEnd, newer, newEnd, older.length - oldEnd);
        return newer;
    }
}
