package org.cellist.app.ui.workbench.session;

import java.util.List;
import java.util.function.Consumer;
import org.cellist.app.explain.ServerProblemWords;
import org.cellist.app.text.Texts;
import org.cellist.app.ui.runtime.colab.ColabWords;
import org.cellist.app.ui.workbench.port.LentMachines;
import org.cellist.app.ui.workbench.port.Place;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerProblem;

/// Colab's machines of a person, as the window shows them outside the list of runtimes.
///
/// Confined to the JavaFX Application Thread, but for [#name].
final class SessionLent implements LentMachines {

    private final Desk desk;

    SessionLent(Desk desk) {
        this.desk = desk;
    }

    @Override
    public boolean isOn() {
        return desk.colab().isOn();
    }

    @Override
    public List<Lent> known() {
        var runtimes = desk.colab().known();
        return runtimes.stream().map(it -> lent(it, runtimes)).toList();
    }

    private static Lent lent(ColabRuntime runtime, List<ColabRuntime> all) {
        var server = runtime.server();
        return new Lent(
                runtime.endpoint(),
                name(runtime, all),
                server == null ? null : new Place.OnServer(server),
                runtime.idleLimit());
    }

    /// Two machines of a kind are told apart by what Colab calls them.
    private static String name(ColabRuntime runtime, List<ColabRuntime> all) {
        var texts = Texts.of("colab");
        var machine = new ColabWords().name(runtime.machine());
        long alike = all.stream().filter(it -> it.machine().equals(runtime.machine())).count();
        return alike < 2
                ? texts.get("lent.name", machine)
                : texts.get("lent.one", machine, runtime.endpoint());
    }

    /// Returns what the machine is called whose server that is; else what the server is.
    static String name(Desk desk, ServerAddress server) {
        var all = desk.colab().known();
        return all.stream()
                .filter(it -> server.equals(it.server()))
                .findFirst()
                .map(it -> name(it, all))
                .orElseGet(server::shown);
    }

    @Override
    public void look(Consumer<String> then) {
        ask(
                () -> desk.colab().list(),
                answer ->
                        then.accept(
                                answer instanceof ServerAnswer.Refused(var problem)
                                                && !isNobody(problem)
                                        ? words(problem)
                                        : ""));
    }

    /// Who has not signed in wants nothing of Colab. One whose sign-in was taken back does.
    private static boolean isNobody(ServerProblem problem) {
        return problem instanceof ServerProblem.Colab(var colabs)
                && switch (colabs) {
                    case ColabProblem.SignInNeeded(var why) -> why.isEmpty();
                    case ColabProblem.NotConfigured _ -> true;
                    case ColabProblem.NotEntitled _,
                            ColabProblem.TooMany _,
                            ColabProblem.Unavailable _,
                            ColabProblem.QuotaDenied _,
                            ColabProblem.TimeExceeded _,
                            ColabProblem.Denylisted _,
                            ColabProblem.CaptchaWanted _,
                            ColabProblem.Ended _,
                            ColabProblem.Strange _ ->
                            false;
                };
    }

    @Override
    public void giveBack(Lent machine, Consumer<String> then) {
        var runtime =
                desk.colab().known().stream()
                        .filter(it -> it.endpoint().equals(machine.id()))
                        .findFirst();
        if (runtime.isEmpty()) {
            then.accept("");
            return;
        }
        ask(
                () -> desk.colab().release(runtime.get()),
                answer ->
                        then.accept(
                                answer instanceof ServerAnswer.Refused(var problem)
                                        ? words(problem)
                                        : ""));
    }

    private static String words(ServerProblem problem) {
        var name = Texts.of("colab").get("account.name");
        return new ServerProblemWords().explain(name, problem).happened();
    }

    private interface Question<T> {
        ServerAnswer<T> ask() throws InterruptedException;
    }

    private <T> void ask(Question<T> question, Consumer<ServerAnswer<T>> then) {
        desk.background()
                .execute(
                        () -> {
                            try {
                                var answer = question.ask();
                                desk.owner().thread().execute(() -> then.accept(answer));
                            } catch (InterruptedException _) {
                                Thread.currentThread().interrupt(); // the program ends
                            }
                        });
    }
}
