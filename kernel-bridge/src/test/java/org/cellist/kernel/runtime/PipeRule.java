package org.cellist.kernel.runtime;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.Set;

/// Who reads from a program does so on a [PipeThread].
public final class PipeRule {

    private static final Set<String> STREAMS =
            Set.of("getInputStream", "getErrorStream", "inputReader", "errorReader");

    private PipeRule() {}

    /// Returns the names of classes that take a stream of a process and know no thread for it.
    public static List<String> careless(JavaClasses classes) {
        return classes.stream()
                .filter(PipeRule::readsFromAProgram)
                .filter(each -> !knows(each))
                .map(JavaClass::getName)
                .toList();
    }

    private static boolean readsFromAProgram(JavaClass each) {
        return each.getMethodCallsFromSelf().stream()
                .map(call -> call.getTarget())
                .anyMatch(
                        it ->
                                it.getOwner().isEquivalentTo(Process.class)
                                        && STREAMS.contains(it.getName()));
    }

    private static boolean knows(JavaClass each) {
        return each.getDirectDependenciesFromSelf().stream()
                .anyMatch(it -> it.getTargetClass().isEquivalentTo(PipeThread.class));
    }
}
