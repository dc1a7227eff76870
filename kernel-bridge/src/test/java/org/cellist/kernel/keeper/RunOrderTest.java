package org.cellist.kernel.keeper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cellist.kernel.recording.RecordKind;
import org.junit.jupiter.api.Test;

class RunOrderTest {

    private final RunOrder order = new RunOrder();

    @Test
    void whatIsToldBeforeTheRunBeganWaitsForIt() {
        var busy = record(RecordKind.IOPUB, "busy");
        var input = record(RecordKind.IOPUB, "execute_input");
        var question = record(RecordKind.STDIN, "input_request");
        var answer = record(RecordKind.IOPUB, "answer");

        assertEquals(List.of(), order.told("one", question));
        assertEquals(List.of(busy), order.heard("one", false, busy));
        assertEquals(List.of(), order.told("one", answer));
        assertEquals(List.of(input, question, answer), order.heard("one", true, input));
    }

    @Test
    void whatIsToldOfARunThatBeganIsRecordedAtOnce() {
        var input = record(RecordKind.IOPUB, "execute_input");
        var reply = record(RecordKind.SHELL, "execute_reply");
        order.heard("one", true, input);

        assertEquals(List.of(), order.told("two", reply));
        assertEquals(List.of(reply), order.told("one", reply));
    }

    @Test
    void whatWaitsForRunsThatNeverBeginIsRecordedInTheEnd() {
        int recorded = 0;
        for (int i = 0; i < 3000; i++) {
            recorded += order.told("run " + i, record(RecordKind.SHELL, "execute_reply")).size();
        }

        assertEquals(3000 - 1024, recorded);
    }

    private static LogRecord record(RecordKind kind, String text) {
        return new LogRecord(kind, "", List.of(text.getBytes(StandardCharsets.UTF_8)));
    }
}
