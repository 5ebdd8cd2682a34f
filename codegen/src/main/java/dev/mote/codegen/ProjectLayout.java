package dev.mote.codegen;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the files of a project stand. Paths hold {@code @name@} for the model's name.
 *
 * @param sources folder of the model's {@code .c} files
 * @param headers folder of the model's {@code .h} files
 * @param example folder of the example's files that depend on the model
 * @param main the main program of {@code firmware-templates/projects/common}, for a console; none where the platform wants its own
 * @param templates files of {@code firmware-templates/projects/<kind>}, under the path that they have in the project
 */
record ProjectLayout(String sources, String headers, String example, Optional<String> main, List<String> templates) {

    /** @throws IllegalArgumentException for the flat kinds */
    static ProjectLayout of(ProjectKind kind) {
        return switch (kind) {
            case PLAIN, ARRAY -> throw new IllegalArgumentException(kind + " projects are flat");
            case CMAKE ->
                layout(
                                "src",
                                "include",
                                "example",
                                "CMakeLists.txt README.md cmake/arm-none-eabi.cmake test/self_test.c")
                        .withMain("example/main.c");
            case ARDUINO ->
                layout(
                        "src",
                        "src",
                        "examples/@name@_demo",
                        "library.properties keywords.txt README.md src/Mote_@name@.h"
                                + " examples/@name@_demo/@name@_demo.ino");
            case PLATFORMIO ->
                layout(
                        "lib/@name@/src",
                        "lib/@name@/src",
                        "src",
                        "platformio.ini README.md lib/@name@/library.json src/main.cpp");
            case ESP_IDF ->
                layout(
                        "components/mote_@name@/src",
                        "components/mote_@name@/include",
                        "main",
                        "CMakeLists.txt README.md sdkconfig.defaults components/mote_@name@/CMakeLists.txt"
                                + " components/mote_@name@/idf_component.yml main/CMakeLists.txt main/main.c");
            case ZEPHYR ->
                layout(
                        "src",
                        "include",
                        "samples/@name@/src",
                        "README.md zephyr/module.yml zephyr/CMakeLists.txt zephyr/Kconfig"
                                + " samples/@name@/CMakeLists.txt samples/@name@/prj.conf samples/@name@/sample.yaml"
                                + " samples/@name@/src/main.c");
            case CMSIS_PACK ->
                layout(
                                "src",
                                "include",
                                "examples/@name@",
                                "Mote.@name@.pdsc LICENSE README.md examples/@name@/README.md"
                                        + " examples/@name@/@name@.csolution.yml examples/@name@/@name@.cproject.yml")
                        .withMain("examples/@name@/main.c");
            case STM32CUBE ->
                layout(
                        "Middlewares/Mote/@name@/Src",
                        "Middlewares/Mote/@name@/Inc",
                        "Mote/App",
                        "Middlewares/Mote/@name@/README.md Mote/App/app_mote.h Mote/App/app_mote.c");
        };
    }

    private static ProjectLayout layout(String sources, String headers, String example, String templates) {
        return new ProjectLayout(
                sources,
                headers,
                example,
                Optional.empty(),
                Stream.of(templates.split(" ")).toList());
    }

    private ProjectLayout withMain(String path) {
        return new ProjectLayout(sources, headers, example, Optional.of(path), templates);
    }
}
