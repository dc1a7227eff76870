package org.cellist.app.ui.editor.typing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PastedTextTest {

    @Test
    void controlCharactersAndByteOrderMarksAreLeftOutAndCounted() {
        var binary = "\ufeffELF\u0000\u0001\u001b[31mred\u007f\u0085";

        assertEquals(new PastedText("ELF[31mred", 6), PastedText.of(binary));
    }

    @Test
    void allThatIsWrittenStays() {
        var text = "\tx = '한글 😀'\r\n\fy = 1\r# \u200fשלום\n";

        assertEquals(new PastedText(text, 0), PastedText.of(text));
    }
}
