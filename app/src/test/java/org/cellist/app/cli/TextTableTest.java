package org.cellist.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    @Test
    void columnsLineUpAndHangulIsTwoColumnsWide() {
        var out = new StringWriter();

        new TextTable(List.of(List.of("이름", "LANGUAGE"), List.of("python3", "")))
                .printTo(new PrintWriter(out));

        assertEquals("이름     LANGUAGE\npython3\n", out.toString());
    }
}
