package org.cellist.app.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.cellist.app.storage.SaveOutcome;
import org.cellist.app.storage.history.History;
import org.cellist.app.storage.history.HistoryKeeper;
import org.cellist.app.storage.history.Version;
import org.cellist.kernel.runtime.ConsentStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// That what an open notebook saves is kept.
class HistorySessionTest {

    private final PlayedTime time = new PlayedTime();
    @TempDir private Path folder;
    private Path path = Path.of("");

    @BeforeEach
    void write() throws IOException {
        path = folder.resolve("a.ipynb");
        Files.writeString(path, text("0"));
        time.pass(Duration.ofDays(365));
        Files.setLastModifiedTime(path, FileTime.from(time.instant().minusSeconds(500)));
    }

    @Test
    void whatIsSavedIsKeptAndWhatTheFileHeldBefore() throws Exception {
        var history = new History(folder.resolve("history"), 1 << 20, time);
        var keeper = new HistoryKeeper(history);
        try (var page =
                new PlayedSession(PlayedSession.opened(path), ConsentStore.NOTHING, time, keeper)) {
            for (var text : List.of("1", "2")) {
                page.type(text);
                time.pass(Duration.ofSeconds(2));
                page.untilIs(new SaveState.Saved());
            }
        }
        keeper.close();

        var versions = history.versions(path);
        assertEquals(
                List.of(text("210"), text("10"), text("0")),
                versions.stream().map(it -> content(history, it)).toList());
        assertEquals(
                List.of(later(4), later(2), later(-500)),
                versions.stream().map(Version::at).toList());
    }

    @Test
    void aSaveSucceedsWhereNothingCanBeKept() throws Exception {
        var taken = Files.writeString(folder.resolve("history"), "a file where a folder is needed");
        var keeper = new HistoryKeeper(new History(taken, 1 << 20, time));
        try (var page =
                new PlayedSession(PlayedSession.opened(path), ConsentStore.NOTHING, time, keeper)) {
            var outcome = new SaveOutcome[1];
            page.type("1");

            page.session.save(it -> outcome[0] = it);
            page.until(() -> outcome[0] != null);

            assertInstanceOf(SaveOutcome.Saved.class, outcome[0]);
        }
        keeper.close();
        assertEquals(text("10"), Files.readString(path));
    }

    private Instant later(long seconds) {
        return Instant.EPOCH.plus(Duration.ofDays(365)).plusSeconds(seconds);
    }

    private String content(History history, Version version) {
        return new String(history.content(path, version).orElseThrow(), StandardCharsets.UTF_8);
    }

    private static String text(String source) {
        return """
        {"cells": [{"cell_type": "code", "execution_count": null, "metadata": {}, "outputs": [],
         "source": "%s"}], "metadata": {}, "nbformat": 4, "nbformat_minor": 4}
        """
                .formatted(source);
    }
}
