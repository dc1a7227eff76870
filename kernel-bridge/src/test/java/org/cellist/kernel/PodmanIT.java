package org.cellist.kernel;

import java.nio.file.Path;

/// Kernels in a container of a real Podman, where one runs.
class PodmanIT extends ContainerRules {

    @Override
    ContainerPeer peer(Path empty) throws Exception {
        return RealPodman.start(empty);
    }
}
