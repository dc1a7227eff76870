package org.cellist.app.ui.workbench.palette;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.cellist.app.ui.workbench.palette.PaletteViewModel.Choice;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final PaletteViewModel model =
            new PaletteViewModel(
                    List.of(
                            choice("run.all", "모두 실행", "Run all", "실행", true),
                            choice("cell.cut", "잘라내기", "Cut", "셀", true),
                            choice("kernel.restart", "커널 다시 시작", "Restart", "커널", false),
                            choice("run.before", "이전 셀 모두 실행", "Run all before", "실행", true)),
                    List.of("cell.cut"));

    @Test
    void whatIsImpossibleNowIsNotOffered() {
        assertEquals(List.of("cell.cut", "run.all", "run.before"), shown());
    }

    @Test
    void aCommandIsFoundByItsEnglishNameToo() {
        model.queryProperty().set("cut");

        assertEquals(List.of("cell.cut"), shown());
    }

    @Test
    void theShorterNameComesFirst() {
        model.queryProperty().set("모두");

        assertEquals(List.of("run.all", "run.before"), shown());
    }

    @Test
    void aGroupFindsItsCommands() {
        model.queryProperty().set("셀 잘라");

        assertEquals(List.of("cell.cut"), shown());
    }

    @Test
    void theSelectionStopsAtTheEndsAndBeginsAnewWithEachLetter() {
        model.move(10);
        assertEquals(2, model.selectedProperty().get());

        model.queryProperty().set("실");
        assertEquals(0, model.selectedProperty().get());

        model.queryProperty().set("zzz");
        assertEquals(-1, model.selectedProperty().get());
        model.move(1);
        assertEquals(true, model.selected().isEmpty());
    }

    private List<String> shown() {
        return model.rowsProperty().get().stream().map(row -> row.choice().id()).toList();
    }

    private static Choice choice(
            String id, String name, String english, String group, boolean possible) {
        return new Choice(id, name, english, group, "", possible, () -> {});
    }
}
