package org.cellist.kernel.runtime.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cellist.kernel.runtime.host.Container;
import org.cellist.kernel.runtime.host.Container.Engine;
import org.cellist.kernel.runtime.host.HostAddress;
import org.cellist.kernel.runtime.host.NearbyHost;
import org.junit.jupiter.api.Test;

/// What the programs of the engines print, as they printed it.
class ContainerListTest {

    private static final String DOCKER =
            """
            WARNING: Error loading config file: /root/.docker/config.json: permission denied
            {"Command":"\\"sleep 9\\"","ID":"5f1d","Image":"python:3.12","Names":"lab","State":"running","Status":"Up 2 hours"}
            {"Command":"\\"db\\"","ID":"9a8b","Image":"postgres:17","Names":"db,web/db","State":"exited","Status":"Exited (0)"}
            {"ID":"77","Image":"x","Names":"held","State":"paused","Status":"Up 2 minutes (Paused)"}
            {"ID":"78","Image":"old","Names":"of_19.03","Status":"Up 2 minutes"}
            {"ID":"79","Image":"evil","Names":"-v/:/all","State":"running","Status":"Up 1 second"}
            """;

    private static final String PODMAN =
            """
            [
              {
                "AutoRemove": false,
                "Command": ["sleep", "100000"],
                "Id": "ec51aef2311513c1afc439e7e52ed2da4ca52eab1e24b757c86cacf2c5ba096b",
                "Image": "",
                "Names": ["box1"],
                "Pid": 0,
                "Ports": null,
                "State": "created",
                "Status": "Created"
              },
              {
                "Id": "aa51",
                "Image": "docker.io/library/python:3.12",
                "Names": ["lab"],
                "State": "running",
                "Status": "Up 3 seconds ago"
              }
            ]
            """;

    private static final String WSL =
            """
              NAME                   STATE           VERSION
            * Ubuntu-22.04           Running         2
              docker-desktop         Running         2
              docker-desktop-data    Stopped         2
              Debian                 Stopped         1
              $(calc)                Stopped         2
            """;

    private static final String KOREAN =
            """
              이름            상태              버전
            * Ubuntu          중지됨            2
            """;

    @Test
    void dockersLinesAreRead() {
        assertEquals(
                List.of(
                        "docker://lab python:3.12 running true",
                        "docker://db postgres:17 exited false",
                        "docker://held x paused false",
                        "docker://of_19.03 old running true"),
                words(listed(Engine.DOCKER, DOCKER)));
        assertEquals(List.of(), words(listed(Engine.DOCKER, "")));
        assertEquals(List.of(), words(listed(Engine.DOCKER, "json\njson\n")));
    }

    @Test
    void podmansArrayIsRead() {
        assertEquals(
                List.of(
                        "podman://box1  created false",
                        "podman://lab docker.io/library/python:3.12 running true"),
                words(listed(Engine.PODMAN, PODMAN)));
        assertEquals(List.of(), words(listed(Engine.PODMAN, "[]")));
    }

    @Test
    void wslsTableIsReadInItsWideCharacters() {
        var lines = WSL.replace("\n", "\r\n");
        var expected = List.of("wsl://Ubuntu-22.04  Running true", "wsl://Debian  Stopped true");

        assertEquals(expected, words(WslList.read(lines.getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(expected, words(WslList.read(lines.getBytes(StandardCharsets.UTF_8))));
        assertEquals(
                List.of("wsl://Ubuntu  중지됨 true"),
                words(WslList.read(("\uFEFF" + KOREAN).getBytes(StandardCharsets.UTF_16LE))));
        assertEquals(List.of(), words(WslList.read(new byte[0])));
    }

    @Test
    void addressesAreReadAsTheyWereWrittenAndOddNamesAreNone() {
        for (var uri :
                List.of("docker://lab", "podman://my_lab.2", "wsl://Ubuntu-22.04", "ssh://a@b:2")) {
            assertEquals(Optional.of(uri), HostAddress.read(uri).map(HostAddress::uri));
        }
        for (var odd :
                List.of(
                        "docker://",
                        "docker://-it",
                        "docker://a b",
                        "podman://a;b",
                        "wsl://$x",
                        "box")) {
            assertEquals(Optional.empty(), HostAddress.read(odd), odd);
        }
        assertThrows(
                IllegalArgumentException.class, () -> new Container(Engine.DOCKER, "--privileged"));
    }

    private static Stream<NearbyHost> listed(Engine engine, String said) {
        return ContainerList.read(engine, said).map(ContainerList.Listed::host);
    }

    private static List<String> words(Stream<NearbyHost> hosts) {
        return hosts.map(
                        it ->
                                "%s %s %s %s"
                                        .formatted(
                                                it.address().uri(),
                                                it.image(),
                                                it.state(),
                                                it.canBeEntered()))
                .toList();
    }
}
