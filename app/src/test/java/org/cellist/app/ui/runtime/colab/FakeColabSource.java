package org.cellist.app.ui.runtime.colab;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.cellist.app.ui.runtime.FakeServers;
import org.cellist.kernel.runtime.jupyter.ColabAccount;
import org.cellist.kernel.runtime.jupyter.ColabListing;
import org.cellist.kernel.runtime.jupyter.ColabMachine;
import org.cellist.kernel.runtime.jupyter.ColabMachine.Kind;
import org.cellist.kernel.runtime.jupyter.ColabProblem;
import org.cellist.kernel.runtime.jupyter.ColabResources;
import org.cellist.kernel.runtime.jupyter.ColabRuntime;
import org.cellist.kernel.runtime.jupyter.ServerAddress;
import org.cellist.kernel.runtime.jupyter.ServerAnswer;
import org.cellist.kernel.runtime.jupyter.ServerListing;
import org.cellist.kernel.runtime.jupyter.ServerProblem;
import org.jspecify.annotations.Nullable;

/// Colab as a test wants it; off at first. Confined to the test's thread.
public final class FakeColabSource implements ColabSource {

    public static final ColabMachine T4 = new ColabMachine(Kind.GPU, "T4", false);
    private static final ColabMachine A100 = new ColabMachine(Kind.GPU, "A100", false);
    private static final ColabMachine TPU = new ColabMachine(Kind.TPU, "V5E1", false);
    private static final ColabAccount ACCOUNT =
            new ColabAccount(
                    "PRO",
                    83.25,
                    1.76,
                    -1,
                    Instant.EPOCH,
                    List.of(ColabMachine.CPU, T4, TPU),
                    List.of(A100));

    public final List<ColabRuntime> runtimes = new ArrayList<>();
    public final List<String> asked = new ArrayList<>();
    public boolean isOn;
    public boolean isSignedIn = true;
    public boolean tellsAccount = true;
    public @Nullable ColabProblem assignProblem;
    public @Nullable ColabProblem listProblem;
    private List<ColabRuntime> listed = List.of();

    /// Returns choices of it that attach nothing and answer at once.
    public static ColabChoices choices(FakeColabSource source) {
        return new ColabChoices(source, null, null, (_, _) -> {}, Runnable::run, Runnable::run);
    }

    public static ColabRuntime runtime(ColabMachine machine) {
        return new ColabRuntime(
                "gpu-t4-s-1",
                machine,
                new ServerAddress(URI.create("https://8080-gpu-t4-s-1.colab.example/")),
                Duration.ofMinutes(90));
    }

    @Override
    public boolean isOn() {
        return isOn;
    }

    @Override
    public boolean signsInHere() {
        return true;
    }

    @Override
    public ServerAnswer<ColabListing> look() {
        asked.add("look");
        return isSignedIn
                ? new ServerAnswer.Given<>(
                        new ColabListing(runtimes, tellsAccount ? ACCOUNT : null))
                : refused(new ColabProblem.SignInNeeded(""));
    }

    @Override
    public ServerAnswer<List<ColabRuntime>> list() {
        asked.add("list");
        if (listProblem != null) {
            return refused(listProblem);
        }
        listed = List.copyOf(runtimes);
        return isSignedIn
                ? new ServerAnswer.Given<>(listed)
                : refused(new ColabProblem.SignInNeeded(""));
    }

    @Override
    public List<ColabRuntime> known() {
        return isOn ? listed : List.of();
    }

    @Override
    public ServerAnswer<ServerListing> kernels(ServerAddress server) {
        return new ServerAnswer.Given<>(FakeServers.LISTING);
    }

    @Override
    public ServerAnswer<ColabResources> resources(ServerAddress server) {
        var gpu = new ColabResources.Gpu("Tesla T4", 16_000_000_000L, 2_000_000_000L, 0.25);
        return new ServerAnswer.Given<>(
                new ColabResources(
                        13_000_000_000L,
                        11_000_000_000L,
                        120_000_000_000L,
                        30_000_000_000L,
                        List.of(gpu)));
    }

    @Override
    public ServerAnswer<ColabRuntime> assign(ColabMachine wish) {
        asked.add("assign " + wish.model() + (wish.isLarge() ? " large" : ""));
        if (assignProblem != null) {
            return refused(assignProblem);
        }
        var runtime = runtime(wish);
        runtimes.add(runtime);
        return new ServerAnswer.Given<>(runtime);
    }

    @Override
    public ServerAnswer<ColabRuntime> release(ColabRuntime runtime) {
        asked.add("release " + runtime.endpoint());
        runtimes.remove(runtime);
        listed = List.copyOf(runtimes);
        return new ServerAnswer.Given<>(runtime);
    }

    @Override
    public ServerAnswer<String> end(ServerAddress server, String kernel) {
        asked.add("end " + kernel);
        return new ServerAnswer.Given<>(kernel);
    }

    @Override
    public ServerAnswer<Boolean> signIn() {
        isSignedIn = true;
        return new ServerAnswer.Given<>(true);
    }

    @Override
    public void openInBrowser() {
        asked.add("browser");
    }

    @Override
    public void signOut() {
        isSignedIn = false;
    }

    private static <T> ServerAnswer<T> refused(ColabProblem problem) {
        return new ServerAnswer.Refused<>(new ServerProblem.Colab(problem));
    }
}
