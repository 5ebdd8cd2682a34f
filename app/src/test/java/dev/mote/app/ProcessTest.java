package dev.mote.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What shows only in a process of its own: signals, and an environment without tools. */
@Tag("slow")
class ProcessTest {
    private static final int MISSING_TOOL = 3;

    @TempDir
    Path folder;

    @Test
    void saysThatTheCompilerIsMissingBeforeAnythingIsTrained() throws Exception {
        for (Map<String, String> environment : List.of(
                Map.of("CC", "nonsense-cc"), Map.of("CC", "", "PATH", folder.toString()), Map.of("CC", "/bin/false"))) {
            String line = mote(environment)
                    .run(List.of("demo", "activity", "--out", "run"))
                    .failure(MISSING_TOOL);
            assertTrue(line.contains("C compiler") && line.contains("install one (Debian: apt install gcc"), line);
            assertFalse(Files.exists(folder.resolve("run")));
        }
        Path run = TestRuns.activity().toAbsolutePath();
        List<String> compare = List.of(
                "compare",
                run.resolve("float.tflite").toString(),
                run.resolve("int8.tflite").toString(),
                "--data",
                "synthetic-activity");
        mote(Map.of("CC", "nonsense-cc")).run(compare).failure(MISSING_TOOL);
    }

    @Test
    void saysThatTensorFlowDoesNotRunOnThisMachine() throws Exception {
        Path recipe = TestRuns.activity().resolve("recipe.yaml").toAbsolutePath();
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Dorg.bytedeco.javacpp.platform=other-machine");
        Ran ran = mote(environment).run(List.of("train", recipe.toString(), "--out", "run"));
        assertEquals(MISSING_TOOL, ran.code(), ran.err());
        assertTrue(ran.err().contains("mote: a library cannot be loaded (Platform \"other-machine\""), ran.err());
        assertFalse(ran.err().contains("\tat "), ran.err());
        assertEquals(List.of(), TestRuns.names(folder.resolve("run")));
    }

    @Test
    void leavesOnlyWhatResumesBehindWhenTrainingIsInterrupted() throws Exception {
        String recipe = TestRuns.ACTIVITY_RECIPE.replace("epochs: 2", "epochs: 100000");
        Files.writeString(folder.resolve("recipe.yaml"), recipe);
        Path err = folder.resolve("err");
        Process process =
                mote(Map.of()).start(List.of("train", "recipe.yaml", "--out", "run"), folder.resolve("out"), err);
        try {
            waitFor(err, "epoch 3/100000");
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(143, process.exitValue(), "128 + SIGTERM");
        List<String> left = TestRuns.names(folder.resolve("run"));
        assertTrue(
                List.of(".training.lock", "checkpoint.mote", "progress.json", "tensorboard")
                        .containsAll(left),
                left.toString());
        assertFalse(Files.readString(err).contains("Exception"), Files.readString(err));
    }

    /** A plain kill reaches this process only, not the emulator that it started. */
    @Test
    void endsTheEmulatorWithABench() throws Exception {
        Path model = TestRuns.digits().resolve("int8.tflite").toAbsolutePath();
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path input = Files.write(folder.resolve("in.bin"), new byte[784 * 20_000]);
        Map<String, String> environment = Map.of("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary);
        List<String> bench = List.of("bench", model.toString(), "--board", "mps2-an386", "--input", input.toString());
        Process process = mote(environment).start(bench, folder.resolve("out"), folder.resolve("err"));
        List<ProcessHandle> programs = List.of();
        try {
            for (int i = 0; i < 600 && process.isAlive() && !says(programs, "qemu-system-arm"); i++) {
                Thread.sleep(100);
                programs = process.descendants().toList();
            }
            assumeTrue(says(programs, "qemu-system-arm"), () -> "skipped: no emulator was started");
            process.destroy();
            assertTrue(process.waitFor(20, TimeUnit.SECONDS), "still running");
        } finally {
            process.destroyForcibly();
        }
        assertEquals(143, process.exitValue(), "128 + SIGTERM");
        assertTrue(programs.stream().noneMatch(ProcessHandle::isAlive), "an emulator still runs");
        assertEquals(List.of(), TestRuns.list(temporary));
    }

    private static boolean says(List<ProcessHandle> programs, String name) {
        return programs.stream()
                .anyMatch(program -> program.info().command().orElse("").endsWith(name));
    }

    private static void waitFor(Path log, String text) throws IOException, InterruptedException {
        for (int i = 0; i < 600; i++) {
            if (Files.exists(log) && Files.readString(log).contains(text)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new AssertionError("never said: " + text + "\n" + Files.readString(log));
    }

    private MoteProcess mote(Map<String, String> environment) {
        return new MoteProcess(TestRuns.home(), folder, environment);
    }
}
