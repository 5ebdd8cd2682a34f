package dev.mote.device.projects;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.mote.codegen.CProject;
import dev.mote.codegen.ProjectKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The examples of all platforms, compiled for this machine against stubs of what they take from their platform. */
@Tag("slow")
class ExampleProgramsTest {
    @TempDir
    Path folder;

    private static Stream<String> sources(CProject project, String end) {
        return project.files().keySet().stream().filter(file -> file.endsWith(end));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void sketchOfArduino(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.ARDUINO);
        HostExample example = new HostExample(folder, project).withStubs("arduino", "Arduino.h", "core.cpp");
        assertEquals(sample.printed(1), withSketch(example, project, folder).run("g++"));
    }

    /** As the Arduino builder has it: C as gnu11, the sketch behind an include of Arduino.h as gnu++11. */
    private static HostExample withSketch(HostExample example, CProject project, Path folder) throws IOException {
        String sketch = sources(project, ".ino").findFirst().orElseThrow();
        Files.writeString(
                folder.resolve("sketch.ino.cpp"),
                "#include <Arduino.h>\n" + project.files().get(sketch));
        return example.compile("gcc", List.of("-std=gnu11"), sources(project, ".c"))
                .compile("g++", List.of("-std=gnu++11"), Stream.of("sketch.ino.cpp", "stubs/core.cpp"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void nativeOfPlatformIo(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.PLATFORMIO);
        HostExample example = new HostExample(folder, project)
                .compile("gcc", List.of(), sources(project, ".c"))
                .compile("g++", List.of(), sources(project, ".cpp"));
        assertEquals(sample.printed(1), example.run("g++"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void boardsOfPlatformIo(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.PLATFORMIO);
        HostExample example = new HostExample(folder, project)
                .withStubs("arduino", "Arduino.h", "core.cpp")
                .compile("gcc", List.of("-std=gnu11"), sources(project, ".c"))
                .compile(
                        "g++",
                        List.of("-std=gnu++11", "-DARDUINO=10805"),
                        Stream.concat(sources(project, ".cpp"), Stream.of("stubs/core.cpp")));
        assertEquals(sample.printed(1), example.run("g++"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void mainOfEspIdf(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.ESP_IDF);
        HostExample example = new HostExample(folder, project)
                .withStubs("esp-idf", "esp_log.h", "esp_timer.h", "freertos/FreeRTOS.h", "freertos/task.h", "idf.c")
                .compile("gcc", List.of("-std=gnu17"), Stream.concat(sources(project, ".c"), Stream.of("stubs/idf.c")));
        assertEquals(sample.printed(1), example.run("gcc"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void sampleOfZephyr(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.ZEPHYR);
        HostExample example = new HostExample(folder, project)
                .withStubs("zephyr", "zephyr/kernel.h", "zephyr/sys/printk.h")
                .compile("gcc", List.of("-std=c17"), sources(project, ".c"));
        assertEquals(sample.printed(1), example.run("gcc"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void exampleOfCmsisPack(ProjectSamples sample) {
        CProject project = sample.project(ProjectKind.CMSIS_PACK);
        HostExample example =
                new HostExample(folder, project).compile("gcc", List.of("-std=c99"), sources(project, ".c"));
        assertEquals(sample.printed(3), example.run("gcc"));
    }

    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void appOfStm32Cube(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.STM32CUBE);
        HostExample example = new HostExample(folder, project);
        Files.writeString(folder.resolve("main.c"), """
                #include "app_mote.h"
                #include <stdint.h>
                uint32_t HAL_GetTick(void);
                uint32_t HAL_GetTick(void) {
                    static uint32_t milliseconds = UINT32_MAX - 180;
                    return milliseconds += 180;
                }
                int main(void) {
                    MX_Mote_Init();
                    MX_Mote_Process();
                    MX_Mote_Process();
                    return 0;
                }
                """);
        example.compile("gcc", List.of("-std=gnu11"), Stream.concat(sources(project, ".c"), Stream.of("main.c")));
        assertEquals(sample.printed(2), example.run("gcc"));
    }

    /** The clock wraps, does not come evenly, and stands still for ten seconds, after which the lost samples are let go. */
    @Test
    void asksForSamplesAtTheModelsRate() throws IOException {
        CProject project = ProjectSamples.MOTION.project(ProjectKind.CMAKE);
        HostExample example = new HostExample(folder, project);
        Files.writeString(folder.resolve("main.c"), """
                #include <stdio.h>
                #include "motion_example.h"
                static int asked = 0;
                float motion_example_sensor(int32_t input, int32_t index) {
                    asked += input == 0 && index == 0;
                    return 0.0f;
                }
                void motion_example_show(const char *what, const char *number) {
                    (void)what;
                    (void)number;
                }
                int main(void) {
                    uint32_t now_us = UINT32_MAX - 500000;
                    int32_t wait = 0;
                    for (int i = 0; i < 100; i++, now_us += i % 2 == 0 ? 3000 : 17000) {
                        wait = motion_example_poll(now_us);
                    }
                    printf("%d asked, %ld us to wait\\n", asked, (long)wait);
                    wait = motion_example_poll(now_us + 10000000);
                    printf("%d asked, %ld us to wait\\n", asked, (long)wait);
                    return 0;
                }
                """);
        example.compile(
                "gcc",
                List.of("-std=c99", "-fsanitize=undefined"),
                Stream.concat(
                        sources(project, ".c").filter(file -> !file.endsWith("/main.c") && !file.contains("test/")),
                        Stream.of("main.c")));
        example.link("gcc", List.of("-fsanitize=undefined"));
        assertEquals(
                List.of("50 asked, 3000 us to wait", "51 asked, 20000 us to wait"),
                new Tool(folder.resolve("program")).run(folder));
    }

    /** For an Uno, as its core builds: the sketch's own texts take no RAM. */
    @ParameterizedTest
    @EnumSource(ProjectSamples.class)
    void sketchOnAvr(ProjectSamples sample) throws IOException {
        CProject project = sample.project(ProjectKind.ARDUINO);
        HostExample example = new HostExample(folder, project).withStubs("arduino", "Arduino.h", "core.cpp");
        List<String> mcu =
                List.of("-mmcu=atmega328p", "-Os", "-ffunction-sections", "-fdata-sections", "-DARDUINO=10819");
        String sketch = sources(project, ".ino").findFirst().orElseThrow();
        Files.writeString(
                folder.resolve("sketch.ino.cpp"),
                "#include <Arduino.h>\n" + project.files().get(sketch));
        example.compile("avr-gcc", with(mcu, "-std=gnu11"), sources(project, ".c"))
                .compile(
                        "avr-g++",
                        with(mcu, "-std=gnu++11", "-fno-exceptions", "-fno-threadsafe-statics"),
                        Stream.of("sketch.ino.cpp", "stubs/core.cpp"))
                .link("avr-gcc", List.of("-mmcu=atmega328p", "-Wl,--gc-sections"));
        List<String> ram = Tool.find("avr-objcopy").run(folder, "-O", "binary", "-j", ".data", "program", "data");
        String data = Files.readString(folder.resolve("data"), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertEquals(List.of(), ram);
        assertEquals(-1, data.indexOf("self test"), "in RAM: " + data);
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }
}
