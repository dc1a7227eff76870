package org.cellist.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.container.Containers;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.cellist.kernel.runtime.host.NearbyHosts;
import org.junit.jupiter.api.Test;

/// Kernels in a container of a program that stands in for `docker`, on every machine.
class ContainerIT extends ContainerRules {

    @Override
    ContainerPeer peer(Path empty) throws Exception {
        return StandInDocker.start(empty);
    }

    @Test
    void containersAreListedAndAnEngineThatIsNotThereHasNone() throws Exception {
        var containers = new Containers(StandInDocker.start(folder).here());
        assertEquals(
                List.of("lab python:3.12-slim running true", "db postgres:17 exited false"),
                containers.nearby().hosts().stream().map(ContainerIT::words).toList());

        Files.createFile(folder.resolve("down"));
        assertEquals(NearbyHosts.NONE, containers.nearby());

        Files.createFile(folder.resolve("closed"));
        assertEquals(List.of(Engine.DOCKER), containers.nearby().forbidden());
        assertEquals(NearbyHosts.NONE, Containers.none().nearby());
    }

    private static String words(NearbyHost it) {
        return "%s %s %s %s".formatted(it.address(), it.image(), it.state(), it.canBeEntered());
    }
}
