package dev.mote.device.board;

import dev.mote.codegen.CProject;
import dev.mote.codegen.Goal;
import dev.mote.device.HostProcess;
import dev.mote.firmware.FirmwareFiles;
import dev.mote.model.CheckFailedException;
import dev.mote.model.MissingToolException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Compiles a project and links images of it. The project's files lie in {@code folder}, those of the board in its folder {@code bench},
 * so that no model's name can meet theirs.
 */
final class BoardBuild {
    private static final String LOG = "compiler.log";
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final List<String> COMMON = List.of(
            "board.h",
            "text.h",
            "text.c",
            "bench.c",
            "bench_size.c",
            "bench_self_test.c",
            "bench_front_end.c",
            "bench_stream.c",
            "bench_model.h",
            "bench_layer.h");
    private static final Pattern OVERFLOW = Pattern.compile(
            "region [`'](\\w+)' overflowed by (\\d+) bytes|section .* will not fit in region [`'](\\w+)'");
    /** How the linker of AVR says it of RAM. */
    private static final Pattern AVR_OVERFLOW =
            Pattern.compile("address 0x(\\p{XDigit}+) of .* is not within region [`']data'");

    private static final Pattern NOT_INSTALLED = Pattern.compile(
            "cannot read spec file|cannot find (-l|\\S+\\.o\\b)|fatal error: <?[\\w/]+\\.h>?: No such file");

    private static final Pattern ERROR =
            Pattern.compile("error: (?!ld returned)|undefined reference|relocation truncated|multiple definition");

    /** The compiler of AVR has no larger ones than 32,767 bytes. */
    private static final Pattern LARGE_ARRAY = Pattern.compile("size of array .* is too large");

    private final Path folder;
    private final String title;
    private final CProject project;
    private final Board board;
    private final Goal goal;

    BoardBuild(Path folder, String title, CProject project, Board board, Goal goal) {
        this.folder = folder;
        this.title = title;
        this.project = project;
        this.board = board;
        this.goal = goal;
    }

    /** Writes all sources, and compiles the model, its kernels and the start-up code. */
    void compile() throws IOException {
        Path bench = Files.createDirectory(folder.resolve("bench"));
        for (Map.Entry<String, String> file : project.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Family family = board.family();
        for (String path : Stream.of(COMMON, family.files(), board.files())
                .flatMap(List::stream)
                .toList()) {
            Files.writeString(bench.resolve(Path.of(path).getFileName()), FirmwareFiles.read("boards/" + path));
        }
        Files.writeString(bench.resolve("bench_sizes.h"), BoardModel.sizes(project));
        Files.writeString(bench.resolve("bench_model.c"), BoardModel.text(project));
        if (hasStream()) {
            Files.writeString(bench.resolve("bench_stream_model.h"), BoardModel.stream(project));
        }
        compile(modelSources(), List.of());
    }

    /** Whether the project has the streaming API. */
    boolean hasStream() {
        return project.files().containsKey(project.name() + "_stream.h");
    }

    private List<String> modelSources() {
        List<String> sources = new ArrayList<>(project.files().keySet().stream()
                .filter(file -> file.endsWith(".c"))
                .toList());
        family().startup().forEach(path -> sources.add(inBench(path)));
        sources.add("bench/bench_model.c");
        return sources;
    }

    private Family family() {
        return board.family();
    }

    private static String inBench(String path) {
        return "bench/" + Path.of(path).getFileName();
    }

    private static String object(String source) {
        return Path.of(source).getFileName().toString().replaceFirst("\\.c$", ".o");
    }

    private void compile(List<String> sources, List<String> more) throws IOException {
        List<String> command = new ArrayList<>(List.of(family().toolchain().compiler()));
        command.addAll(board.options());
        command.addAll(List.of("-std=gnu99", goal.flag(), "-ffunction-sections", "-fdata-sections", "-Ibench"));
        command.addAll(family().toolchain().libraries());
        command.addAll(family().constants(project.figures().weightsBytes()));
        command.addAll(more);
        command.add("-c");
        command.addAll(sources);
        requireSuccess(run(command), family().leastStack());
    }

    /** An image that runs the model and does nothing else. */
    Path sizeImage(int stackBytes) throws IOException {
        compile(List.of("bench/bench_size.c"), List.of());
        return link("size", stackBytes, modelObjects("bench_size.o"));
    }

    /** An image that talks, around {@code main}: {@code bench.c}, {@code bench_self_test.c} or {@code bench_stream.c}. */
    Path image(String main, int stackBytes) throws IOException {
        compile(talking(main), List.of());
        List<String> objects = new ArrayList<>(modelObjects());
        talking(main).forEach(source -> objects.add(object(source)));
        return link(main.replaceFirst("\\.c$", ""), stackBytes, objects);
    }

    /** As {@code bench.c}, with a counter at each of {@code layers} layers. */
    Path layerImage(int layers, int stackBytes) throws IOException {
        List<String> define = List.of("-DBENCH_LAYERS=" + layers);
        String model = project.name() + ".c";
        compile(List.of("bench/bench.c"), with(define, "-o", "bench_layers.o"));
        compile(List.of("bench/bench_model.c"), with(define, "-o", "bench_layers_model.o"));
        compile(List.of(model), with(define, "-o", "model_layers.o", "-include", "bench_layer.h"));
        List<String> objects = new ArrayList<>(modelObjects());
        objects.removeAll(List.of("bench_model.o", object(model)));
        talking("bench.c").stream().skip(1).forEach(source -> objects.add(object(source)));
        objects.addAll(List.of("bench_layers.o", "bench_layers_model.o", "model_layers.o"));
        return link("layers", stackBytes, objects);
    }

    private static List<String> with(List<String> options, String... more) {
        return Stream.concat(options.stream(), Stream.of(more)).toList();
    }

    private List<String> talking(String main) {
        List<String> sources = new ArrayList<>(List.of("bench/" + main, "bench/text.c", "bench/board.c"));
        family().inputOutput().forEach(path -> sources.add(inBench(path)));
        return sources;
    }

    private List<String> modelObjects(String... more) {
        return with(modelSources().stream().map(BoardBuild::object).toList(), more);
    }

    /** With a stack of {@code stackBytes}, or as much less of it as the board's RAM is short of. */
    private Path link(String name, int stackBytes, List<String> objects) throws IOException {
        Path image = folder.resolve(name + ".elf");
        int stack = stackBytes;
        Ran ran = linked(image, stack, objects);
        long excess = overflow(ran.log(), stack).ram();
        if (excess > 0 && stack > family().leastStack()) {
            stack = (int) Math.max(family().leastStack(), stack - excess & -16);
            ran = linked(image, stack, objects);
        }
        requireSuccess(ran, stack);
        return image;
    }

    private Ran linked(Path image, int stackBytes, List<String> objects) throws IOException {
        List<String> command = new ArrayList<>(List.of(family().toolchain().compiler()));
        command.addAll(board.options());
        command.add("-Wl,--gc-sections");
        command.addAll(family().toolchain().libraries());
        command.addAll(family().linking(board, stackBytes));
        command.addAll(List.of("-o", image.getFileName().toString()));
        command.addAll(objects);
        command.add("-lm");
        return run(command);
    }

    ImageSizes sizes(Path image) throws IOException {
        return ImageSizes.parse(
                run(List.of(family().toolchain().size(), image.getFileName().toString()))
                        .log());
    }

    /** Those of the model; what only the self test calls is not among them. */
    List<KernelCode> kernels() throws IOException {
        List<String> objects = project.files().keySet().stream()
                .filter(file -> file.startsWith("mote_") && file.endsWith(".c"))
                .filter(file -> !file.startsWith("mote_draw") && !file.equals("mote_first_far_f32.c"))
                .sorted()
                .map(BoardBuild::object)
                .toList();
        if (objects.isEmpty()) {
            return List.of();
        }
        List<String> command = new ArrayList<>(List.of(family().toolchain().size()));
        command.addAll(objects);
        return KernelCode.parse(run(command).log());
    }

    private record Ran(int exitCode, String log) {}

    private Ran run(List<String> command) throws IOException {
        Path log = folder.resolve(LOG);
        int exitCode =
                new HostProcess(command, folder, LONGEST).run(null, null, log).exitCode();
        return new Ran(exitCode, new String(Files.readAllBytes(log), StandardCharsets.UTF_8));
    }

    private void requireSuccess(Ran ran, int stackBytes) {
        if (ran.exitCode() == 0) {
            return;
        }
        Optional<String> missing = ran.log()
                .lines()
                .filter(line -> NOT_INSTALLED.matcher(line).find())
                .findFirst();
        if (missing.isPresent()) {
            throw new MissingToolException(
                    family().toolchain().incomplete(missing.get().strip()));
        }
        Overflow overflow = overflow(ran.log(), stackBytes);
        if (!overflow.isEmpty()) {
            throw overflow.failure(title, project.figures(), board);
        }
        if (LARGE_ARRAY.matcher(ran.log()).find()) {
            throw Overflow.ofLargeArray(title, project.figures(), board);
        }
        throw new CheckFailedException(title + " does not build for " + board.option() + ": "
                + ran.log()
                        .lines()
                        .filter(line -> ERROR.matcher(line).find())
                        .findFirst()
                        .or(() -> ran.log().lines().findFirst())
                        .orElse("no message")
                + "; choose another board");
    }

    private Overflow overflow(String log, int stackBytes) {
        Overflow overflow = Overflow.NONE;
        Matcher matcher = OVERFLOW.matcher(log);
        while (matcher.find()) {
            if (matcher.group(1) != null) {
                overflow = overflow.with(matcher.group(1), Long.parseLong(matcher.group(2)));
            }
        }
        OptionalLong end = AVR_OVERFLOW
                .matcher(log)
                .results()
                .mapToLong(result -> Long.parseLong(result.group(1), 16))
                .max();
        return end.isPresent()
                ? overflow.with("data", family().avrExcess(board, stackBytes, end.getAsLong()))
                : overflow;
    }
}
