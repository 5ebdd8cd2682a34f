package dev.mote.device;

import dev.mote.codegen.Core;
import dev.mote.codegen.Goal;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Generated C against the bytes of TensorFlow Lite Micro's reference kernels. */
@Tag("slow")
class GoldenFirmwareTest {

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void modelsGiveTheReferencesBytes(String compiler) {
        HostBuild build = HostBuild.optimized(GoldenProjects.compiler(compiler)).withWarningsAsErrors();
        GoldenProjects.of("golden").check(build);
    }

    @Test
    void modelsRunCleanUnderSanitizers() {
        HostBuild build = HostBuild.optimized(GoldenProjects.compiler("gcc")).withSanitizers();
        GoldenProjects.of("golden").check(build);
    }

    @Test
    void operatorsGiveTheReferencesBytes() {
        HostBuild build =
                HostBuild.unoptimized(GoldenProjects.compiler("clang")).withWarningsAsErrors();
        GoldenProjects.of("golden-operators").check(build);
    }

    /** The kernels of a core, in their plain C form. */
    @ParameterizedTest
    @CsvSource({"CORTEX_M4, SPEED", "CORTEX_M4, SIZE", "CORTEX_M55, SPEED"})
    void operatorsGiveTheReferencesBytesOnOtherCores(Core core, Goal goal) {
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc")).withSanitizers();
        GoldenProjects.of("golden-operators", core, goal).withVectorKernels().checkInPlace(build);
    }

    @Test
    void operatorsRunCleanUnderSanitizers() {
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler("gcc")).withSanitizers();
        GoldenProjects.of("golden-operators").checkInPlace(build);
    }
}
