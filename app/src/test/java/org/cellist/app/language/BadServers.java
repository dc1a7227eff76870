package org.cellist.app.language;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cellist.kernel.runtime.Tool;

/// Servers in processes of their own that speak the protocol, and then do what they must not.
/// Immutable.
final class BadServers {

    /// Greets, waits for a program, notes its id, and does what its argument says.
    private static final String SCRIPT =
            """
            import json, os, subprocess, sys

            def read():
                length = 0
                while True:
                    line = sys.stdin.buffer.readline()
                    if not line:
                        sys.exit()
                    if line == b'\\r\\n':
                        return json.loads(sys.stdin.buffer.read(length))
                    if line.lower().startswith(b'content-length:'):
                        length = int(line.split(b':')[1])

            def write(**message):
                body = json.dumps({'jsonrpc': '2.0', **message}).encode()
                sys.stdout.buffer.write(b'Content-Length: %d\\r\\n\\r\\n' % len(body) + body)
                sys.stdout.buffer.flush()

            def told(uri):
                place = {'line': 1, 'character': 0}
                found = {'range': {'start': place, 'end': place}, 'message': 'wrong', 'severity': 1}
                write(method='textDocument/publishDiagnostics',
                      params={'uri': uri, 'diagnostics': [found]})

            how, note = sys.argv[1:]
            starts = os.path.getsize(note) if os.path.exists(note) else 0
            with open(note, 'a') as file:
                file.write('.')
            child = subprocess.Popen(['sleep', '1000']) if how == 'stay' else None
            while True:
                message = read()
                method = message.get('method')
                if method == 'initialize':
                    write(id=message['id'], result={'capabilities': {}})
                elif method == 'textDocument/didOpen':
                    uri = message['params']['textDocument']['uri']
                    with open(note + '.ids', 'w') as file:
                        print(os.getpid(), child.pid if child else '', file=file)
                    if how == 'crash' and starts == 0:
                        sys.exit('it broke')
                    if how == 'stay':
                        child.wait()  # whatever becomes of the input
                    if how == 'flood':
                        while True:
                            told(uri)
                elif method == 'textDocument/definition' and how != 'silent':
                    write(id=message['id'], result=[])
            """;

    private BadServers() {}

    /// @param how `crash` at the first program, `flood`, be `silent` when asked, or `stay`
    /// @param note a file that grows by a byte with each start; ids of processes come to `.ids`
    ///     beside it
    static LanguageServers that(String how, Path note) throws IOException {
        var script = note.resolveSibling("bad_server.py");
        Files.writeString(script, SCRIPT);
        return RealServers.only(
                new Tool("python3", List.of(script.toString(), how, note.toString())));
    }
}
