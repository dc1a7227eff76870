package org.cellist.kernel.runtime.jupyter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the address of a server tells of its hub.
class HubPlaceTest {

    @Test
    void aPersonsServersAreTakenApartAndPutTogether() {
        var first = address("https://hub.example/deep/user/ada%40x.org/lab/tree/a.ipynb");
        var named = address("https://hub.example/user/ada/gpu/");

        var hub = address("https://hub.example/deep/hub/home");
        assertEquals(Optional.of(new HubPlace(hub, "ada%40x.org", "")), HubPlace.of(first));
        assertEquals("gpu", HubPlace.of(named).orElseThrow().name());
        assertEquals(first, HubPlace.of(first).orElseThrow().server());
        assertEquals(named, HubPlace.of(named).orElseThrow().server());
    }

    @Test
    void otherServersAreOnNoHub() {
        assertEquals(Optional.empty(), HubPlace.of(address("https://gpu-box:8888/")));
        assertEquals(Optional.empty(), HubPlace.of(address("https://gpu-box:8888/user/")));
        assertEquals(Optional.empty(), HubPlace.of(address("https://h/user/ada/gpu/more/")));
    }

    private static ServerAddress address(String text) {
        return ServerAddress.parse(text).orElseThrow().address();
    }
}
