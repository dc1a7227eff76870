package org.cellist.app.ui.workbench;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.cellist.app.text.Sizes;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.RuntimeState;
import org.cellist.app.ui.workbench.notice.Banner;
import org.cellist.app.ui.workbench.notice.Banner.Action;
import org.cellist.app.ui.workbench.notice.Banner.Tone;
import org.cellist.app.ui.workbench.port.Away;
import org.cellist.app.ui.workbench.port.Document;
import org.cellist.app.ui.workbench.port.DocumentState;
import org.cellist.app.ui.workbench.port.DocumentState.Access;
import org.cellist.app.ui.workbench.port.DocumentState.SaveState;
import org.cellist.app.ui.workbench.port.Notice;
import org.jspecify.annotations.Nullable;

/// Decides what stands above the notebook in front.
///
/// Confined to the JavaFX Application Thread. Knows no `Node`.
final class Banners {

    private final Texts texts = Texts.of("workbench");
    private final Saving saving;
    private final Runnable chooseRuntime;
    private final ReadOnlyObjectWrapper<List<Banner>> shown =
            new ReadOnlyObjectWrapper<>(List.of());
    private final Map<Document, DocumentState> postponed = new WeakHashMap<>();
    private @Nullable DocumentState known;
    private @Nullable Document document;

    Banners(Saving saving, Runnable chooseRuntime) {
        this.saving = saving;
        this.chooseRuntime = chooseRuntime;
    }

    ReadOnlyObjectProperty<List<Banner>> shownProperty() {
        return shown.getReadOnlyProperty();
    }

    /// Follows the document in front. A state like the one before changes nothing, so that what a
    /// person unfolded stays so.
    void show(@Nullable Document now, @Nullable DocumentState state) {
        var relevant = state == null ? null : relevant(state);
        if (Objects.equals(now, document) && Objects.equals(relevant, known)) {
            return;
        }
        document = now;
        known = relevant;
        shown.set(now == null || relevant == null ? List.of() : banners(now, relevant));
    }

    /// The part of a state that banners speak of: neither saving nor running changes it.
    private static DocumentState relevant(DocumentState state) {
        var save = state.save() instanceof SaveState.Failed ? state.save() : new SaveState.Saved();
        var runtime =
                switch (state.runtime()) {
                    case RuntimeState.Dead dead -> dead;
                    case RuntimeState.Unresponsive silent -> silent;
                    case RuntimeState.Disconnected lost -> lost;
                    case RuntimeState.Unheard lost -> lost;
                    case RuntimeState.Missing missing -> missing;
                    case RuntimeState.Failed failed -> failed;
                    case RuntimeState.NotChosen _,
                            RuntimeState.Wanted _,
                            RuntimeState.Ready _,
                            RuntimeState.Starting _,
                            RuntimeState.Restarting _,
                            RuntimeState.Idle _,
                            RuntimeState.Busy _ ->
                            new RuntimeState.NotChosen();
                };
        return new DocumentState(
                save, state.access(), runtime, state.foreignChange(), state.notices());
    }

    private List<Banner> banners(Document of, DocumentState state) {
        var banners = new ArrayList<Banner>();
        if (state.foreignChange() && !state.equals(postponed.get(of))) {
            banners.add(foreignChange(of, state));
        }
        access(of, state.access(), banners);
        if (state.save() instanceof SaveState.Failed(var why)) {
            banners.add(
                    new Banner(
                            Tone.ERROR,
                            texts.get("banner.notsaved"),
                            why,
                            "",
                            List.of(
                                    action("banner.saveas", () -> saving.saveAs(of)),
                                    action("banner.retry", () -> saving.save(of)))));
        }
        kernel(of, state.runtime(), banners);
        state.notices().forEach(notice -> banners.add(banner(of, notice)));
        return banners;
    }

    private void access(Document of, Access access, List<Banner> banners) {
        switch (access) {
            case Access.Writable _ -> {}
            case Access.ReadOnly(var why) -> {
                var key = of.isNotebook() ? "banner.readonly" : "banner.readonly.text";
                var saveAs = action("banner.saveas", () -> saving.saveAs(of));
                banners.add(new Banner(Tone.NOTE, texts.get(key), why, "", List.of(saveAs)));
            }
            case Access.Library(var why) -> {
                var edit = action("banner.library.edit", of::allowWriting);
                var happened = texts.get("banner.library");
                banners.add(new Banner(Tone.NOTE, happened, why, "", List.of(edit)));
            }
        }
    }

    private Banner foreignChange(Document of, DocumentState state) {
        return new Banner(
                Tone.WARNING,
                texts.get("banner.foreign"),
                texts.get("banner.foreign.words"),
                "",
                List.of(
                        action("banner.foreign.later", () -> postpone(of, state)),
                        action("banner.foreign.both", () -> saving.keepBoth(of)),
                        action("banner.foreign.reload", of::reload)));
    }

    private void kernel(Document of, RuntimeState runtime, List<Banner> banners) {
        switch (runtime) {
            case RuntimeState.Dead(var name, var lastWords) ->
                    banners.add(
                            new Banner(
                                    Tone.ERROR,
                                    texts.get("banner.dead", name),
                                    texts.get("banner.dead.words"),
                                    lastWords,
                                    List.of(action("banner.dead.restart", of::restart))));
            case RuntimeState.Unresponsive(var name) ->
                    banners.add(
                            new Banner(
                                    Tone.WARNING,
                                    texts.get("banner.unresponsive", name),
                                    texts.get("banner.unresponsive.words"),
                                    "",
                                    List.of(action("banner.dead.restart", of::restart))));
            case RuntimeState.Disconnected(var name, var next) -> {
                if (next != null) { // else it is back before anybody has read of it
                    banners.add(disconnected(of, name, next));
                }
            }
            case RuntimeState.Unheard(var name, var why, var next) -> {
                if (next != null) {
                    banners.add(unheard(of, name, why, next));
                }
            }
            case RuntimeState.Failed(_, var happened, var remedy, var details) ->
                    banners.add(
                            new Banner(
                                    Tone.ERROR,
                                    happened,
                                    remedy,
                                    details,
                                    List.of(
                                            action("banner.missing.choose", chooseRuntime),
                                            action("banner.retry", of::restart))));
            case RuntimeState.Missing(var kernelspec) ->
                    banners.add(
                            new Banner(
                                    Tone.WARNING,
                                    texts.get("banner.missing", kernelspec),
                                    texts.get("banner.missing.words"),
                                    "",
                                    List.of(action("banner.missing.choose", chooseRuntime))));
            case RuntimeState.NotChosen _,
                    RuntimeState.Wanted _,
                    RuntimeState.Ready _,
                    RuntimeState.Starting _,
                    RuntimeState.Restarting _,
                    RuntimeState.Idle _,
                    RuntimeState.Busy _ -> {}
        }
    }

    private Banner disconnected(Document of, String name, Instant next) {
        return new Banner(
                Tone.WARNING,
                texts.get("banner.disconnected", name),
                texts.get("banner.disconnected.words", time(next)),
                "",
                List.of(action("banner.disconnected.now", of::connectNow)));
    }

    private Banner unheard(Document of, String name, String why, Instant next) {
        return new Banner(
                Tone.WARNING,
                texts.get("banner.unheard", name),
                texts.get("banner.unheard.words", time(next)),
                why,
                List.of(action("banner.unheard.now", of::connectNow)));
    }

    private static String time(Instant moment) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
                .withZone(ZoneId.systemDefault())
                .format(moment);
    }

    private Banner banner(Document of, Notice notice) {
        var putAway = action("banner.putaway", () -> of.putAway(notice));
        return switch (notice) {
            case Notice.MemoryLow(var place, long free, long total, long kernel) -> {
                var whole = Sizes.words(total);
                var left =
                        place.isEmpty()
                                ? texts.get("banner.memory", Sizes.words(free), whole)
                                : texts.get("banner.memory.there", Sizes.words(free), whole, place);
                yield new Banner(
                        Tone.WARNING,
                        left,
                        kernel < 0
                                ? texts.get("banner.memory.words")
                                : texts.get("banner.memory.kernel", Sizes.words(kernel)),
                        "",
                        List.of(action("banner.dead.restart", of::restart), putAway));
            }
            case Notice.Unused(var machine, var keep) ->
                    new Banner(
                            Tone.WARNING,
                            texts.get("banner.unused", machine),
                            texts.get("banner.unused.words"),
                            "",
                            List.of(action("banner.unused.keep", keep), putAway));
            case Notice.AccessWanted wanted -> access(wanted);
            case Notice.NotSent(var place, var why) ->
                    new Banner(
                            Tone.WARNING,
                            texts.get("banner.notsent", place),
                            why,
                            "",
                            List.of(putAway, away("banner.notsent.again", of, Away::send)));
            case Notice.ChangedThere(var place) ->
                    new Banner(
                            Tone.WARNING,
                            texts.get("banner.there", place),
                            texts.get("banner.there.words"),
                            "",
                            List.of(
                                    away("banner.there.overwrite", of, Away::overwrite),
                                    away("banner.foreign.both", of, Away::keepBoth),
                                    away("banner.there.take", of, Away::takeTheirs)));
            case Notice.NoAccelerator(var asked) ->
                    new Banner(
                            Tone.NOTE,
                            texts.get("banner.noaccelerator", asked),
                            "",
                            "",
                            List.of(putAway));
        };
    }

    private Banner access(Notice.AccessWanted wanted) {
        var answer = wanted.answer();
        var key = wanted.isDrive() ? "banner.access.drive" : "banner.access.account";
        return wanted.isInBrowser()
                ? new Banner(
                        Tone.WARNING,
                        texts.get(key, wanted.machine()),
                        texts.get("banner.access.browser"),
                        "",
                        List.of(
                                action("banner.access.refuse", () -> answer.accept(false)),
                                action("banner.access.agreed", () -> answer.accept(true))))
                : new Banner(
                        Tone.WARNING,
                        texts.get(key, wanted.machine()),
                        texts.get(
                                wanted.isDrive()
                                        ? "banner.access.drive.words"
                                        : "banner.access.account.words"),
                        "",
                        List.of(
                                action("banner.access.refuse", () -> answer.accept(false)),
                                action("banner.access.allow", () -> answer.accept(true))));
    }

    private Action away(String key, Document of, Consumer<Away> what) {
        return action(key, () -> of.away().ifPresent(what));
    }

    private void postpone(Document of, DocumentState state) {
        postponed.put(of, state);
        shown.set(banners(of, state));
    }

    private Action action(String key, Runnable run) {
        return new Action(texts.get(key), run);
    }
}
