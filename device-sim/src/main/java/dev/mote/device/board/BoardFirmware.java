package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Goal;
import dev.mote.device.HostProcess;
import dev.mote.device.Leftovers;
import dev.mote.model.BadInputException;
import dev.mote.model.CheckFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** A generated project as firmware of an emulated board. */
public final class BoardFirmware implements AutoCloseable {
    /** The most: as the peers were measured. */
    private static final int MOST_STACK = 32 * 1024;

    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration EACH_SAMPLE = Duration.ofSeconds(10);
    /** For floating point in software, on an emulator that makes 100 million instructions a second. */
    private static final long EACH_MAC_MICROS = 1;

    private final String title;
    private final Board board;
    private final Path folder;
    private final BoardBuild build;
    private final Duration eachSample;
    private Optional<Duration> limit = Optional.empty();
    private ImageSizes sizes;
    private List<KernelCode> kernels = List.of();

    private BoardFirmware(String title, Board board, Path folder, BoardBuild build, Duration eachSample) {
        this.title = title;
        this.board = board;
        this.folder = folder;
        this.build = build;
        this.eachSample = eachSample;
    }

    /**
     * Compiles a plain project.
     *
     * @param title of the model, for messages
     * @throws DoesNotFitException if it is too large for the board
     * @throws dev.mote.model.MissingToolException if the compiler or the emulator is not installed
     */
    public static BoardFirmware build(String title, CProject project, Board board, Goal goal) {
        try {
            Path folder = Leftovers.createFolder("mote-board-");
            BoardFirmware firmware = new BoardFirmware(
                    title,
                    board,
                    folder,
                    new BoardBuild(folder, title, project, board, goal),
                    EACH_SAMPLE.plus(project.figures().macs() * EACH_MAC_MICROS, ChronoUnit.MICROS));
            try {
                board.prepare(folder);
                firmware.build.compile();
                firmware.kernels = firmware.build.kernels();
                firmware.sizes = firmware.build.sizes(
                        firmware.build.sizeImage(board.family().leastStack()));
                return firmware;
            } catch (IOException | RuntimeException e) {
                firmware.close();
                throw e;
            }
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    /** A run may take so long, instead of 30 s and, for each sample, 10 s and 1 s more for a million MACs. */
    BoardFirmware withLimit(Duration longest) {
        limit = Optional.of(longest);
        return this;
    }

    /** Code, constants and initialized memory of an image that runs the model and does nothing else. */
    long flashBytes() {
        return sizes.flash();
    }

    /** Code of each kernel that a run needs, functions included that a linker drops. */
    List<KernelCode> kernels() {
        return kernels;
    }

    /** Static memory of that image, the arena and the outputs included. */
    long ramBytes() {
        return sizes.ram()
                - (board.family().hasOwnLinkerScript() ? board.family().leastStack() : 0);
    }

    /**
     * Runs samples, one after the other, each as if nothing went before.
     *
     * @param samples any number, each with all inputs in graph order
     * @throws CheckFailedException if the board faults, the model returns an error, or the time is up
     */
    BoardText run(List<byte[]> samples) {
        return run("bench.c", samples);
    }

    /** As {@link #run(List)}, with ticks of each of {@code layers} layers. */
    BoardText runLayers(List<byte[]> samples, int layers) {
        try {
            return emulate(build.layerImage(layers, stackBytes()), samples);
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    /** What the self test of the project returns: 0, or 1 + index of the first wrong output element. */
    public long selfTest() {
        return run("bench_self_test.c", List.of())
                .selfTest()
                .orElseThrow(() -> new CheckFailedException(describe("said nothing")));
    }

    /** As {@link #run(List)}, of the front end over a window of noise, which it takes twice. */
    BoardText runFrontEnd() {
        return run("bench_front_end.c", List.of());
    }

    /**
     * Pushes a recording through the streaming API.
     *
     * @param windows that it has, about
     * @throws CheckFailedException if the board faults, the model returns an error, samples are lost, or the time is up
     */
    StreamText runStream(StreamRecording recording, long windows) {
        if (!build.hasStream()) {
            throw new BadInputException(title + ": the model has no front end, so its firmware has no streaming API;"
                    + " train it again with: mote train");
        }
        try {
            Path image = build.image("bench_stream.c", stackBytes());
            Files.write(folder.resolve("samples.bin"), recording.bytes());
            StreamText text = StreamText.parse(
                    emulated(image, recording.samples(), longest(windows)).lines());
            if (text.failure().isPresent()) {
                throw new CheckFailedException(describe(text.failure().get()));
            }
            if (text.numbers().getOrDefault("samples", 0L) != recording.samples()) {
                throw new CheckFailedException(describe("stopped before the end of the recording"));
            }
            return text;
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    private BoardText run(String main, List<byte[]> samples) {
        try {
            return emulate(build.image(main, stackBytes()), samples);
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }

    /** What the model leaves; the link takes off what the program around it needs. */
    private int stackBytes() {
        long free = board.ramBytes() - ramBytes();
        return Math.clamp(free, board.family().leastStack(), MOST_STACK) & -16;
    }

    private BoardText emulate(Path image, List<byte[]> samples) throws IOException {
        try (var file = Files.newOutputStream(folder.resolve("samples.bin"))) {
            for (byte[] sample : samples) {
                file.write(sample);
            }
        }
        Emulated emulated = emulated(image, samples.size(), longest(samples.size()));
        int exitCode = emulated.exitCode();
        List<String> lines = emulated.lines();
        BoardText text = BoardText.parse(lines);
        if (text.failure().isPresent()) {
            throw new CheckFailedException(describe(text.failure().get()));
        }
        if (exitCode != 0 || text.outputs().size() != samples.size()) {
            throw new CheckFailedException(
                    describe("stopped after " + text.outputs().size() + " of " + samples.size()
                            + " samples with exit code " + exitCode + ": "
                            + (lines.isEmpty() ? "no message" : lines.getLast())));
        }
        return text;
    }

    private Duration longest(long runs) {
        return limit.orElse(START.plus(eachSample.multipliedBy(runs)));
    }

    private record Emulated(int exitCode, List<String> lines) {}

    /** @param samples how many {@code samples.bin} holds */
    private Emulated emulated(Path image, int samples, Duration longest) throws IOException {
        Path said = folder.resolve("said.txt");
        try {
            int exitCode = new HostProcess(board.emulator().command(image, samples), folder, longest)
                    .run(null, null, said)
                    .exitCode();
            String text = new String(Files.readAllBytes(said), StandardCharsets.ISO_8859_1);
            return new Emulated(exitCode, text.lines().toList());
        } catch (HostProcess.TimeLimitException e) {
            throw new CheckFailedException(describe("did not end within " + longest.toSeconds() + " s"));
        }
    }

    private String describe(String what) {
        return title + " on " + board.option() + ": " + what;
    }

    /** Removes the images and everything that was written for them. */
    @Override
    public void close() {
        try {
            Leftovers.delete(folder);
        } catch (IOException e) {
            throw Leftovers.failure(e);
        }
    }
}
