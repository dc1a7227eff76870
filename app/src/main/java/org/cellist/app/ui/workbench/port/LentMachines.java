package org.cellist.app.ui.workbench.port;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// The machines that Colab has lent to a person, whether notebooks run on them or not.
///
/// Confined to the JavaFX Application Thread.
public interface LentMachines {

    /// There are none.
    LentMachines NONE =
            new LentMachines() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public List<Lent> known() {
                    return List.of();
                }

                @Override
                public void look(Consumer<String> then) {
                    then.accept("");
                }

                @Override
                public void giveBack(Lent machine, Consumer<String> then) {
                    then.accept("");
                }
            };

    /// Returns whether a person has configured it; nobody is asked otherwise.
    boolean isOn();

    /// Returns those that are known. Asks nobody.
    List<Lent> known();

    /// Asks which there are, in the name of whoever is signed in.
    ///
    /// @param then told what is wrong, in a sentence for people; empty when [#known] is new, or
    ///     nobody is signed in
    void look(Consumer<String> then);

    /// Gives one back, with its kernels and files.
    ///
    /// @param then told what is wrong; empty when it is gone
    void giveBack(Lent machine, Consumer<String> then);

    /// One of them. Immutable.
    ///
    /// @param id tells it from the others
    /// @param name for people
    /// @param place where its kernels are asked for; null where Colab does not say
    /// @param idleLimit after how long without use it is taken back; null where Colab has not said
    record Lent(String id, String name, @Nullable Place place, @Nullable Duration idleLimit) {}
}
