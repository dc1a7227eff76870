package org.cellist.app.ui.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.ScriptedPrompts.Answer;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.Document.SaveOutcome;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavingTest {

    private final FakeDocuments documents = new FakeDocuments();
    private final WorkbenchViewModel model = new WindowSet(documents).add();
    private final ScriptedPrompts person = new ScriptedPrompts();
    private final List<Document> committed = new ArrayList<>();
    private final Saving saving = new Saving(model, person, committed::add);

    @Test
    void aNewNotebookAsksForAName() {
        var document = created("1 + 1");
        person.fileToSave = Path.of("/n/mine");

        saving.save(document);

        assertEquals(List.of("saveAs mine.ipynb"), document.asked);
    }

    @Test
    void aReadOnlyNotebookIsSavedUnderAnotherName() {
        var document = opened();
        document.set(document.with(new Access.ReadOnly("duplicate keys")));
        person.fileToSave = Path.of("/n/copy.ipynb");

        saving.save(document);

        assertEquals(List.of("saveAs other a.ipynb"), person.questions);
        assertEquals(List.of("saveAs copy.ipynb"), document.asked);
    }

    @Test
    void aForeignChangeIsOverwrittenOnlyOnAPersonsWord() {
        var document = opened();
        document.nextOutcome = new SaveOutcome.ChangedOnDisk();

        saving.save(document);
        assertEquals(List.of("save"), document.asked);

        person.answer = Answer.OVERWRITE;
        saving.save(document);
        assertEquals(List.of("save", "save", "overwrite"), document.asked);
    }

    @Test
    void aSavedTabClosesWithoutAQuestion() {
        var document = opened();

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("close"), document.asked);
        assertEquals(List.of(), person.questions);
    }

    @Test
    void pendingEditsAreSavedBeforeATabCloses() {
        var document = opened();
        document.set(document.with(new SaveState.Unsaved()));

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("save", "close"), document.asked);
        assertEquals(List.of(), person.questions);
    }

    @Test
    void aTabWhoseSaveFailsStaysUntilThePersonDecides() {
        var document = opened();
        document.set(document.with(new SaveState.Unsaved()));
        document.nextOutcome = new SaveOutcome.Failed("The disk is full.");

        saving.close(model.tabs().getFirst());
        assertEquals(1, model.tabs().size());
        assertEquals(List.of("unsavable: The disk is full."), person.questions);

        person.answer = Answer.DISCARD;
        saving.close(model.tabs().getFirst());
        assertEquals(0, model.tabs().size());
    }

    @Test
    void anUntouchedNewNotebookClosesWithoutAQuestion() {
        created("");

        saving.close(model.tabs().getFirst());

        assertEquals(0, model.tabs().size());
        assertEquals(List.of(), person.questions);
    }

    @Test
    void aNewNotebookWithTextIsKeptWhenThePersonCancels() {
        created("1 + 1");

        saving.close(model.tabs().getFirst());

        assertEquals(1, model.tabs().size());
        assertEquals(List.of("unsaved Untitled.ipynb"), person.questions);
    }

    @Test
    void whoeverKeepsOneTabKeepsThemAll() {
        var first = opened();
        created("1 + 1");
        var went = new ArrayList<String>();

        saving.closeAll(() -> went.add("on"));
        assertEquals(List.of(), went);
        assertEquals(2, model.tabs().size());
        assertEquals(List.of(), first.asked);

        person.answer = Answer.DISCARD;
        saving.closeAll(() -> went.add("on"));
        assertEquals(List.of("on"), went);
        assertEquals(List.of(), model.tabs());
    }

    @Test
    void whatAPersonChangesDuringTheLastSaveIsSavedToo() {
        var document = opened();
        document.set(document.with(new SaveState.Unsaved()));
        document.duringSaves.add(() -> change(document, "more"));

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("save", "save", "close"), document.asked);
    }

    @Test
    void aRunThatGoesOnPrintingDoesNotKeepItsTabOpen() {
        var document = opened();
        document.set(document.with(new RuntimeState.Busy("Python 3.12")));
        document.set(document.with(new SaveState.Unsaved()));
        document.duringSaves.add(() -> change(document, ""));
        person.answer = ScriptedPrompts.Answer.DISCARD;

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("save", "close"), document.asked);
    }

    @Test
    void aKernelAtWorkRunsOnAfterItsTabIfThePersonSaysSo() {
        var document = opened();
        document.set(document.with(new RuntimeState.Busy("Python 3.12")));
        person.answer = ScriptedPrompts.Answer.SAVE_AS;

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("kernels [a.ipynb]"), person.questions);
        assertEquals(List.of("keepKernel", "close"), document.asked);
    }

    @Test
    void aTabWithAnIdleKernelClosesWithoutAQuestionAndAWindowAsks() {
        var document = opened();
        document.set(document.with(new RuntimeState.Idle("Python 3.12")));

        saving.closeAll(() -> document.asked.add("closed"));
        assertEquals(List.of("kernels [a.ipynb]"), person.questions);
        assertEquals(List.of(), document.asked, "the person went back");
        saving.close(model.tabs().getFirst());

        assertEquals(List.of("close"), document.asked);
        assertEquals(1, person.questions.size());
    }

    @Test
    void whatAnEndedRunPrintedDuringTheLastSaveIsSavedToo() {
        var document = opened();
        document.set(document.with(new SaveState.Unsaved()));
        document.duringSaves.add(() -> change(document, ""));

        saving.close(model.tabs().getFirst());

        assertEquals(List.of("save", "save", "close"), document.asked);
    }

    @Test
    void whatIsStillComposedIsPartOfWhatIsSaved() {
        var document = opened();

        saving.save(document);
        saving.saveAs(document);
        saving.keepBoth(document);
        saving.close(model.tabs().getFirst());

        assertEquals(List.of(document, document, document, document), committed);
    }

    @Test
    void aNameWithADotGetsItsExtensionToo() {
        var document = created("x = 1");
        person.fileToSave = Path.of("/n/analysis.v2");

        saving.save(document);

        assertEquals(List.of("saveAs analysis.v2.ipynb"), document.asked);
    }

    @Test
    void aNameTypedWithoutItsExtensionDoesNotReplaceAFileUnasked(@TempDir Path folder)
            throws IOException {
        var existing = Files.writeString(folder.resolve("b.ipynb"), "other work");
        person.fileToSave = folder.resolve("b");
        var document = created("x = 1");
        saving.save(document);
        assertEquals(List.of("saveAs Untitled.ipynb", "replace b.ipynb"), person.questions);
        assertEquals(List.of(), document.asked);
        person.answer = Answer.OVERWRITE;
        saving.save(document);
        assertEquals(List.of("saveAs b.ipynb"), document.asked);
        assertEquals(existing, document.file());
    }

    private FakeDocument opened() {
        var document = documents.notebook("a.ipynb");
        model.open(List.of(FakeDocuments.path("a.ipynb")));
        return document;
    }

    /// Leaves the document with that source, and unsaved.
    private static void change(FakeDocument document, String source) {
        if (!source.isEmpty()) {
            document.set(FakeDocument.notebookOf(FakeDocument.code("a", source)));
        }
        document.set(document.with(new SaveState.Unsaved()));
    }

    private FakeDocument created(String source) {
        model.create();
        var document = documents.created.getFirst();
        document.set(FakeDocument.notebookOf(FakeDocument.code("a", source)));
        return document;
    }
}
