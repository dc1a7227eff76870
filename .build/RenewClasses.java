import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeTransform;
import java.net.URLClassLoader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// Writes the classes of a jar anew in a format that the start cache takes.
///
/// A Java machine's cache leaves classes older than Java 6 out, since they lack the tables (stack
/// maps) by which it verifies later ones; loading and verifying them at each start costs a tenth of
/// a second for a parser of command lines. This adds the tables and changes nothing else.
///
/// `java .build/RenewClasses.java JAR`
public final class RenewClasses {

    private static final int JAVA_6 = 50;
    private static final ClassFileVersion JAVA_8 = ClassFileVersion.of(52, 0);

    public static void main(String[] arguments) throws IOException {
        var jar = Path.of(arguments[0]);
        var renewed = new ByteArrayOutputStream();
        try (var old = new ZipFile(jar.toFile());
                var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
                var zip = new ZipOutputStream(renewed)) {
            var format =
                    ClassFile.of(
                            ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
                            ClassFile.ClassHierarchyResolverOption.of(
                                    ClassHierarchyResolver.ofResourceParsing(loader)));
            for (var entry : Collections.list(old.entries())) {
                var bytes = old.getInputStream(entry).readAllBytes();
                var same = new ZipEntry(entry.getName());
                same.setTimeLocal(entry.getTimeLocal());
                zip.putNextEntry(same);
                zip.write(entry.getName().endsWith(".class") ? renew(format, bytes) : bytes);
                zip.closeEntry();
            }
        }
        var beside = jar.resolveSibling(jar.getFileName() + ".new");
        Files.write(beside, renewed.toByteArray());
        Files.move(beside, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static byte[] renew(ClassFile format, byte[] bytes) {
        var old = format.parse(bytes);
        if (old.majorVersion() >= JAVA_6) {
            return bytes;
        }
        ClassTransform version =
                (builder, element) -> builder.with(newer(element));
        return format.transformClass(
                old,
                ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
    }

    private static ClassElement newer(ClassElement element) {
        return element instanceof ClassFileVersion ? JAVA_8 : element;
    }
}
