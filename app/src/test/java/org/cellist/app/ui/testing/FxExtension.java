package org.cellist.app.ui.testing;

import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.BeforeTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/// Runs a window test: `@ExtendWith(FxExtension.class)`.
///
/// A test, its `@BeforeEach` and its constructor may ask for an [Fx], which shows nodes and works
/// on the JavaFX thread. After each test its stages are closed. The test fails when
///
/// - the JavaFX thread waited for something, or computed longer than allowed, between begin and
///   end of the test method (see [FxWatchdog]; what `@BeforeEach` shows does not count), or
/// - an exception reached the top of the JavaFX thread.
public final class FxExtension
        implements BeforeEachCallback,
                BeforeTestExecutionCallback,
                AfterTestExecutionCallback,
                AfterEachCallback,
                ParameterResolver {

    private final Fx fx = new Fx();
    private final FxWatchdog watchdog = new FxWatchdog(fx);

    @Override
    public void beforeEach(ExtensionContext context) {
        fx.begin();
    }

    @Override
    public void beforeTestExecution(ExtensionContext context) {
        fx.settle();
        watchdog.begin();
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        watchdog.end();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        fx.closeAll();
        fx.failOnUncaught();
        if (context.getExecutionException().isEmpty()) {
            watchdog.failOnStall();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Fx.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        fx.begin();
        return fx;
    }
}
