package org.cellist.app.settings;

/// How letters are set on pages. Immutable.
///
/// @param family of code; empty for the program's own. It may be one that this machine lacks
/// @param codeSize in pixels
/// @param linePercent height of a line of code, in percent of its size
/// @param textSize of formatted text, in pixels
/// @param ruler the column after which editors of code show a line; 0 for none
public record TypeSettings(String family, int codeSize, int linePercent, int textSize, int ruler) {

    /// What holds before anything was chosen.
    public static final TypeSettings DEFAULT = new TypeSettings("", 13, 160, 14, 0);
}
