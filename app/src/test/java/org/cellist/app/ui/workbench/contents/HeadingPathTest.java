package org.cellist.app.ui.workbench.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.notebook.model.CellId;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.Entry;
import org.cellist.app.ui.workbench.contents.ContentsViewModel.State;
import org.cellist.app.ui.workbench.contents.HeadingPath.Place;
import org.cellist.app.ui.workbench.contents.HeadingPath.Step;
import org.junit.jupiter.api.Test;

class HeadingPathTest {

    private static final List<Entry> ENTRIES =
            List.of(
                    entry(1, "Data"),
                    entry(2, "Load"),
                    entry(3, "CSV"),
                    entry(2, "Clean"),
                    entry(1, "Model"),
                    entry(3, "Deep"),
                    entry(2, "Train"));

    @Test
    void thePathLeadsFromTheOutermostSectionToTheHeading() {
        assertEquals(List.of("Data", "Load", "CSV"), texts(2));
        assertEquals(List.of("Data", "Clean"), texts(3));
        assertEquals(List.of("Model", "Deep"), texts(5));
        assertEquals(List.of("Model", "Train"), texts(6));
    }

    @Test
    void eachStepKnowsTheSectionsBesideIt() {
        assertEquals(
                List.of(
                        new Step(place("Data"), List.of(place("Data"), place("Model"))),
                        new Step(place("Clean"), List.of(place("Load"), place("Clean")))),
                HeadingPath.of(ENTRIES, 3).steps());
    }

    @Test
    void aLowerHeadingThatComesFirstIsBesideAHigherOneOfTheSameSection() {
        var step = HeadingPath.of(ENTRIES, 6).steps().getLast();

        assertEquals(List.of(place("Deep"), place("Train")), step.siblings());
    }

    @Test
    void aboveTheFirstHeadingAndInANotebookWithoutAnyThereIsNoPath() {
        assertEquals(List.of(), HeadingPath.of(ENTRIES, -1).steps());
        assertEquals(List.of(), HeadingPath.of(List.of(), -1).steps());
        assertEquals(List.of(), HeadingPath.of(List.of(), 3).steps());
    }

    private static List<String> texts(int current) {
        return HeadingPath.of(ENTRIES, current).steps().stream()
                .map(step -> step.heading().text())
                .toList();
    }

    private static Entry entry(int level, String text) {
        return new Entry(level, text, new CellId(text), State.NO_CODE);
    }

    private static Place place(String text) {
        return new Place(text, new CellId(text));
    }
}
