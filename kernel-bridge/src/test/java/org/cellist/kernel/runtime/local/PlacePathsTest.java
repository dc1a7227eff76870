package org.cellist.kernel.runtime.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.cellist.kernel.runtime.files.PlacePaths;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacePathsTest {

    @ParameterizedTest
    @CsvSource({
        "/, a, /a",
        "/a, b, /a/b",
        "'', a, a",
        "a, b c, a/b c",
        "C:/, Users, C:/Users",
        "C:/Users, ada, C:/Users/ada",
    })
    void whatIsInAFolderHasItAsParent(String folder, String name, String path) {
        assertEquals(path, PlacePaths.child(folder, name));
        assertEquals(folder, PlacePaths.parent(path).orElseThrow());
        assertEquals(name, PlacePaths.name(path));
        assertTrue(PlacePaths.isWithin(path, folder));
        assertFalse(PlacePaths.isWithin(folder, path));
    }

    @ParameterizedTest
    @CsvSource({"/", "''", "C:/"})
    void topmostFoldersHaveNone(String top) {
        assertTrue(PlacePaths.parent(top).isEmpty());
        assertTrue(PlacePaths.isWithin(top, top));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "..\\a", "a\u0000"})
    void whatLeadsElsewhereIsNoName(String name) {
        assertFalse(PlacePaths.isName(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", ".a", "...", "결과 1.csv", "a:b"})
    void whatStaysIsAName(String name) {
        assertTrue(PlacePaths.isName(name));
    }

    @Test
    void aNameThatBeginsAlikeIsNotInside() {
        assertFalse(PlacePaths.isWithin("/data2", "/data"));
    }
}
