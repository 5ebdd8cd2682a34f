package dev.mote.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertLinesMatch;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Codegen;
import dev.mote.codegen.ModelSource;
import dev.mote.codegen.ProjectKind;
import dev.mote.codegen.Target;
import dev.mote.model.frontend.Stage;
import dev.mote.model.graph.Int8Model;
import dev.mote.model.graph.StreamSamples;
import dev.mote.model.stream.PostProcessing;
import dev.mote.model.stream.StreamEvent;
import dev.mote.model.stream.StreamModel;
import dev.mote.model.stream.StreamRuntime;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated streaming API on this machine: its self test, and a recording of broken times, event for event the runtime. */
class StreamFirmwareTest {
    private static final String MAIN = """
            #include <stdio.h>

            #include "m_stream.h"

            static uint8_t arena[M_ARENA_BYTES] __attribute__((aligned(16)));
            static m_context context;

            static void say(const m_event *e) {
                printf("%lu %d %lu %d %lu %d\\n", (unsigned long)e->at, e->label, (unsigned long)e->begin,
                        e->previous, (unsigned long)e->previous_begin,
                        e->label == MOTE_UNKNOWN ? 0 : m_scores(&context)[0]);
            }

            int main(void) {
                m_event events[M_EVENTS];
                uint32_t time;
                int16_t sample[M_CHANNELS];
                printf("test %ld\\n", (long)m_stream_self_test(&context, arena));
                printf("null %ld %ld %ld\\n", (long)m_start(&context, NULL), (long)m_start(&context, arena + 1),
                        (long)m_push(&context, NULL, events));
                if (m_start(&context, arena) != 0) {
                    return 1;
                }
                while (fread(&time, sizeof time, 1, stdin) == 1 && fread(sample, sizeof sample, 1, stdin) == 1) {
                    const int32_t count = m_push_at(&context, time, sample, events);
                    for (int32_t i = 0; i < count; i++) {
                        say(&events[i]);
                    }
                }
                if (m_flush(&context, events)) {
                    say(events);
                }
                printf("counts %d %d %d %d %d\\n", m_counts(0, 1.0f), m_counts(1, -4.5f), m_counts(0, 9.0f),
                        m_counts(0, 0.00006f), m_counts(0, -2.5f * 4 / 32768));
                printf("defects %lu %lu %lu\\n", (unsigned long)context.state.gaps,
                        (unsigned long)context.state.repeated, (unsigned long)context.state.backward);
                return 0;
            }
            """;

    private static final PostProcessing SMOOTH = new PostProcessing(2, 3, 0.6, 0.4, 2);
    private static final List<Stage> STAGES = List.of(new Stage.LowPass(10, List.of(), false));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"gcc", "clang"})
    void givesTheEventsOfTheRuntime(String compiler) throws IOException {
        Int8Model model = StreamSamples.model(SMOOTH, STAGES);
        ByteBuffer recording = ByteBuffer.allocate(8 * 3000).order(ByteOrder.LITTLE_ENDIAN);
        List<String> expected = new ArrayList<>(List.of("test 0", "null -1 -2 -1"));
        simulate(StreamModel.of(model).start(1), recording, expected);
        Files.write(folder.resolve("recording.bin"), recording.array());
        assertLinesMatch(expected, compiled(model, compiler));
        assertTrue(expected.size() > 50, "lines: " + expected.size());
    }

    private static void simulate(StreamRuntime runtime, ByteBuffer recording, List<String> lines) {
        SplittableRandom random = new SplittableRandom(3);
        double time = (1L << 32) - 10_000_000.0;
        int[] level = new int[2];
        while (recording.hasRemaining()) {
            time += switch (random.nextInt(60)) {
                case 0 -> random.nextDouble(700_000);
                case 1 -> -random.nextDouble(50_000);
                case 2 -> 0;
                default -> random.nextDouble(12_000, 28_000);
            };
            short[] sample = new short[2];
            for (int c = 0; c < 2; c++) {
                level[c] = random.nextInt(30) == 0 ? random.nextInt(-30_000, 30_000) : level[c];
                sample[c] = (short) (level[c] + random.nextInt(-2000, 2000));
            }
            int micros = (int) (long) time;
            recording.putInt(micros).putShort(sample[0]).putShort(sample[1]);
            runtime.pushAt(micros, sample, event -> lines.add(text(event, runtime)));
        }
        runtime.flush().ifPresent(event -> lines.add(text(event, runtime)));
        lines.add("counts 8192 -32768 32767 0 -2");
        lines.add("defects %d %d %d"
                .formatted(
                        runtime.defects().gaps(),
                        runtime.defects().repeated(),
                        runtime.defects().backward()));
    }

    private static String text(StreamEvent event, StreamRuntime runtime) {
        return "%d %d %d %d %d %d"
                .formatted(
                        event.at(),
                        event.label(),
                        event.begin(),
                        event.previous(),
                        event.previousBegin(),
                        event.label() == StreamEvent.UNKNOWN ? 0 : runtime.lastScores()[0]);
    }

    private List<String> compiled(Int8Model model, String compiler) throws IOException {
        Map<String, String> files = new TreeMap<>(project(model).files());
        files.put("main.c", MAIN);
        return run(files, compiler, folder.resolve("recording.bin"));
    }

    private List<String> run(Map<String, String> files, String compiler, Path input) throws IOException {
        for (var file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> sources =
                files.keySet().stream().filter(file -> file.endsWith(".c")).toList();
        HostBuild build = HostBuild.unoptimized(GoldenProjects.compiler(compiler))
                .withWarningsAsErrors()
                .withSanitizers();
        Path binary = folder.resolve("stream");
        build.compiler().compile(folder, sources, build.options(), binary);
        Path said = folder.resolve("said.txt");
        HostProcess.Result result = new HostProcess(List.of(binary.toString()), folder, Duration.ofMinutes(1))
                .run(input, said, folder.resolve("errors.txt"));
        assertEquals(0, result.exitCode(), Files.readString(folder.resolve("errors.txt")));
        return Files.readAllLines(said);
    }

    private static CProject project(Int8Model model) {
        ModelSource source = new ModelSource("m.tflite", new byte[] {1});
        return Codegen.generate(model, source, new Target("m", ProjectKind.PLAIN));
    }

    @Test
    void theExampleShowsWhereTheLabelChanges() throws IOException {
        Int8Model model = StreamSamples.model(PostProcessing.NONE);
        CProject project = Codegen.generate(
                model, new ModelSource("m.tflite", new byte[] {1}), new Target("m", ProjectKind.CMAKE));
        List<String> said = run(
                project.files().entrySet().stream()
                        .filter(file -> file.getKey().matches("(src|include|example)/.*"))
                        .collect(Collectors.toMap(
                                file -> Path.of(file.getKey()).getFileName().toString(), Map.Entry::getValue)),
                "gcc",
                null);
        assertEquals(List.of("self test: passed", "left: 2"), said);
    }

    @Test
    void isOnlyWrittenForModelsWithAFrontEnd() {
        assertTrue(project(StreamSamples.model(PostProcessing.NONE)).files().containsKey("m_stream.c"));
        Int8Model model = StreamSamples.model(PostProcessing.NONE);
        Int8Model bare = new Int8Model(dev.mote.model.graph.ModelCard.EMPTY.in(model.graph()));
        assertFalse(project(bare).files().containsKey("m_stream.c"));
    }
}
