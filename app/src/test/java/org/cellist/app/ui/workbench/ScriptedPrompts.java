package org.cellist.app.ui.workbench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A person whose answers a test decides.
final class ScriptedPrompts implements Prompts {

    enum Answer {
        SAVE_AS,
        DISCARD,
        OVERWRITE,
        CANCEL
    }

    final List<String> questions = new ArrayList<>();
    Answer answer = Answer.CANCEL;
    List<Path> filesToOpen = List.of();
    @Nullable Path fileToSave;

    @Override
    public void chooseOpen(@Nullable Path folder, Consumer<List<Path>> then) {
        questions.add("open");
        if (!filesToOpen.isEmpty()) {
            then.accept(filesToOpen);
        }
    }

    @Override
    public void choosePackages(@Nullable Path folder, Consumer<Path> then) {
        questions.add("packages");
        filesToOpen.stream().findFirst().ifPresent(then);
    }

    @Override
    public void chooseSave(String name, @Nullable Path folder, Consumer<Path> then) {
        questions.add("saveAs " + name);
        if (fileToSave != null) {
            then.accept(fileToSave);
        }
    }

    @Override
    public void chooseFolder(@Nullable Path folder, Consumer<Path> then) {
        questions.add("folder " + folder);
    }

    @Override
    public void tellNotSaved(String name, String why, Runnable saveAs) {
        questions.add("notSaved: " + why);
        answer(saveAs, () -> {}, () -> {});
    }

    @Override
    public void askUnsaved(String name, Runnable saveAs, Runnable discard) {
        questions.add("unsaved " + name);
        answer(saveAs, discard, () -> {});
    }

    @Override
    public void askUnapplied(String name, Runnable discard) {
        questions.add("unapplied " + name);
        answer(() -> {}, discard, () -> {});
    }

    @Override
    public void askKernels(List<String> names, Consumer<Boolean> then) {
        questions.add("kernels " + names);
        switch (answer) {
            case SAVE_AS -> then.accept(true);
            case DISCARD -> then.accept(false);
            case OVERWRITE, CANCEL -> {}
        }
    }

    @Override
    public void askFreeGpu(String name, Runnable restart) {
        questions.add("gpu " + name);
        answer(() -> {}, restart, () -> {});
    }

    @Override
    public void askGiveBack(String machine, Runnable giveBack) {
        questions.add("give back " + machine);
        answer(() -> {}, giveBack, () -> {});
    }

    @Override
    public void askTerminals(List<String> names, Runnable close) {
        questions.add("terminals " + names);
        answer(() -> {}, close, () -> {});
    }

    @Override
    public void askTransfers(int count, Runnable stop) {
        questions.add("transfers " + count);
        answer(() -> {}, stop, () -> {});
    }

    @Override
    public void askUnsavable(String name, String why, Runnable saveAs, Runnable discard) {
        questions.add("unsavable: " + why);
        answer(saveAs, discard, () -> {});
    }

    @Override
    public void askReplace(String name, Runnable replace, Runnable saveAs) {
        questions.add("replace " + name);
        answer(() -> {}, () -> {}, replace);
    }

    @Override
    public void askChangedOnDisk(String name, Runnable overwrite, Runnable saveAs) {
        questions.add("changed " + name);
        answer(saveAs, () -> {}, overwrite);
    }

    private void answer(Runnable saveAs, Runnable discard, Runnable overwrite) {
        switch (answer) {
            case SAVE_AS -> saveAs.run();
            case DISCARD -> discard.run();
            case OVERWRITE -> overwrite.run();
            case CANCEL -> {}
        }
    }
}
