package org.cellist.app.ui.editor.vim;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldKeysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    j      | NORMAL      | ''  | LEAVE
                    <Down> | NORMAL      | 3   | LEAVE
                    d      | NORMAL      | f   | LEAVE
                    d      | NORMAL      | "f  | OPEN_ALL
                    d      | NORMAL      | ''  | OPEN_ALL
                    y      | NORMAL      | ''  | OPEN_ALL
                    u      | NORMAL      | ''  | LEAVE
                    u      | NORMAL      | g   | OPEN_ALL
                    ~      | NORMAL      | g   | OPEN_ALL
                    i      | NORMAL      | ''  | OPEN_LINES
                    <Del>  | NORMAL      | ''  | OPEN_LINES
                    S      | NORMAL      | 5   | OPEN_ALL
                    .      | NORMAL      | ''  | OPEN_ALL
                    G      | NORMAL      | ''  | LEAVE
                    G      | NORMAL      | 12  | OPEN_ALL
                    d      | NORMAL      | :   | LEAVE
                    <CR>   | NORMAL      | :12 | OPEN_ALL
                    j      | VISUAL_LINE | ''  | LEAVE
                    d      | VISUAL_LINE | ''  | OPEN_LINES
                    u      | VISUAL      | ''  | OPEN_ALL
                    x      | INSERT      | ''  | LEAVE
                    """)
    void onlyKeysThatMoveTheCaretLeaveFolds(
            String key, VimMode mode, String begun, FoldKeys expected) {
        assertEquals(expected, FoldKeys.of(key, mode, begun));
    }
}
