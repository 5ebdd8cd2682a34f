package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --project cmake}, built as its README says. */
@Tag("slow")
class CMakeProjectTest {
    private static final String STRICT =
            "-DCMAKE_C_FLAGS=-Werror -Wconversion -Wshadow -Wundef -Wpedantic -fsanitize=undefined";

    @TempDir
    Path folder;

    private Path build(Path source, String... options) {
        Tool cmake = Tool.find("cmake");
        Path build = folder.resolve("build");
        List<String> configure = new ArrayList<>(List.of("-S", source.toString(), "-B", build.toString()));
        configure.addAll(List.of(options));
        List<String> said = cmake.run(folder, configure);
        assertTrue(said.stream().noneMatch(line -> line.contains("Warning")), said::toString);
        cmake.run(folder, "--build", build.toString());
        return build;
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void buildsTestsAndRunsOnTheHost(ProjectSamples sample) {
        sample.project(ProjectKind.CMAKE).write(folder);
        Path build = build(folder, STRICT);
        List<String> tested = Tool.find("ctest").run(build, "--output-on-failure");
        assertTrue(tested.stream().anyMatch(line -> line.contains("100% tests passed")), tested::toString);
        assertEquals(sample.printed(3), new Tool(build.resolve(sample.model() + "_example")).run(build));
    }

    /** Linked with the C library's empty system calls: nothing but a board's start-up code is missing. */
    @ParameterizedTest
    @ValueSource(
            strings = {"cortex-m0", "cortex-m0plus", "cortex-m3", "cortex-m4", "cortex-m7", "cortex-m33", "cortex-m55"})
    void buildsForCores(String core) throws IOException {
        Tool.find("arm-none-eabi-gcc");
        ProjectSamples sample = core.equals("cortex-m0") ? ProjectSamples.CLASSES : ProjectSamples.VALUES;
        sample.project(ProjectKind.CMAKE).write(folder);
        Path build = build(
                folder,
                "-DCMAKE_TOOLCHAIN_FILE=cmake/arm-none-eabi.cmake",
                "-DMOTE_CORE=" + core,
                "-DCMAKE_C_FLAGS=-Werror",
                "-DCMAKE_BUILD_TYPE=MinSizeRel");
        byte[] elf = Files.readAllBytes(build.resolve(sample.model() + "_example"));
        assertEquals(40, elf[18], "machine is not Arm");
        assertTrue(Files.exists(build.resolve("libmote_" + sample.model() + ".a")));
    }

    @Test
    void isALibraryAndNothingElseInAnotherProject() throws IOException {
        ProjectSamples.CLASSES.project(ProjectKind.CMAKE).write(folder.resolve("app/classes"));
        ProjectSamples.PAIR.project(ProjectKind.CMAKE).write(folder.resolve("app/pair"));
        Files.writeString(folder.resolve("app/CMakeLists.txt"), """
                cmake_minimum_required(VERSION 3.16)
                project(app LANGUAGES C)
                add_subdirectory(classes)
                add_subdirectory(pair)
                add_executable(app app.c)
                target_link_libraries(app PRIVATE mote::classes mote::pair)
                """);
        Files.writeString(folder.resolve("app/app.c"), """
                #include <stdio.h>
                #include "classes.h"
                #include "pair.h"
                static _Alignas(16) unsigned char arena[CLASSES_ARENA_BYTES + PAIR_ARENA_BYTES];
                int main(void) {
                    printf("%ld %ld\\n", (long)classes_self_test(arena), (long)pair_self_test(arena));
                    return 0;
                }
                """);
        Path build = build(folder.resolve("app"));
        assertEquals(List.of("0 0"), new Tool(build.resolve("app")).run(build));
        assertTrue(Files.notExists(build.resolve("classes/classes_example")));
        assertTrue(Files.notExists(build.resolve("classes/CTestTestfile.cmake"))
                || !Files.readString(build.resolve("classes/CTestTestfile.cmake"))
                        .contains("add_test"));
    }
}
