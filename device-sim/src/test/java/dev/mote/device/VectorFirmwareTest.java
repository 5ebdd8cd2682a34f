package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.mote.model.vectors.Exceptions;
import dev.mote.model.vectors.Outputs;
import dev.mote.model.vectors.VectorCase;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The project's own vectors of single operators in generated C; the Java interpreter takes the same ones. */
class VectorFirmwareTest {
    private static final Exceptions EXCEPTIONS = Exceptions.of("refused-by-c.txt");

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> givesTheReferencesOutputs() {
        return tests(HostBuild.unoptimized(GoldenProjects.compiler("clang")).withWarningsAsErrors(), true);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> runsCleanUnderSanitizers() {
        return tests(HostBuild.unoptimized(GoldenProjects.compiler("gcc")).withSanitizers(), false);
    }

    @Test
    void generatesAllButTheListed() throws IOException {
        List<VectorProject> projects = projects().toList();
        EXCEPTIONS.update(projects.stream()
                .filter(project -> project.refusal().isPresent())
                .map(VectorProject::vectors));
        EXCEPTIONS.requireKnown();
        assertAll(projects.stream().map(project -> () -> EXCEPTIONS.check(project.vectors(), project.refusal())));
    }

    /** All models in one program, one test for each. */
    private static Stream<DynamicTest> tests(HostBuild build, boolean everyWay) {
        List<VectorProject> projects =
                projects().filter(project -> project.refusal().isEmpty()).toList();
        HostFirmware firmware = HostFirmware.build(
                projects.stream()
                        .map(VectorProject::project)
                        .flatMap(Optional::stream)
                        .toList(),
                build);
        return IntStream.range(0, projects.size())
                .mapToObj(i -> dynamicTest(
                        projects.get(i).vectors().name(), () -> check(i, projects.get(i), firmware, everyWay)))
                .onClose(firmware::close);
    }

    private static Stream<VectorProject> projects() {
        return VectorProject.all().stream()
                .filter(project -> project.vectors().refusal().isEmpty());
    }

    private static void check(int index, VectorProject project, HostFirmware firmware, boolean everyWay) {
        VectorCase vectors = project.vectors();
        if (vectors.isSequence()) {
            compare(project, firmware.runSequence(index, vectors.input()));
        } else {
            compare(project, firmware.runInPlace(index, vectors.input()));
            if (everyWay) {
                compare(project, firmware.run(index, vectors.input()));
            }
        }
        if (everyWay) {
            assertEquals(0, firmware.selfTest(index), "self test");
        }
    }

    private static void compare(VectorProject project, byte[] outputs) {
        VectorCase vectors = project.vectors();
        Outputs.compare(vectors.read().requireValid(), vectors.output(), outputs);
    }
}
