package org.cellist.app.ui.cell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunTimeTest {

    private final Locale before = Locale.getDefault();

    @BeforeEach
    void speakEnglish() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @AfterEach
    void speakAsBefore() {
        Locale.setDefault(before);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0 s",
        "490, 0.4 s",
        "59940, 59.9 s",
        "59999, 59.9 s",
        "60000, 1:00",
        "125000, 2:05",
        "3599999, 59:59",
        "3600000, 1:00 h",
        "3723000, 1:02 h",
        "360000000, 100:00 h"
    })
    void aRunTakesFewCharactersToName(long millis, String words) {
        assertEquals(words, RunTime.words(Duration.ofMillis(millis)));
    }
}
